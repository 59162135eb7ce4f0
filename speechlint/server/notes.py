"""What users put down so as not to be told again: words in the configuration, findings in the baseline."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from speechlint.config.discover import NAMES
from speechlint.config.read import PYPROJECT, SECTION
from speechlint.engine.baseline import Baseline, BaselineError, baseline_text, read_baseline, relative_name
from speechlint.engine.write import write_new
from speechlint.findings.bilingual import Bilingual


class NotedError(Exception):
    """What was asked for could not be put down; `said` says why, and what to do."""

    def __init__(self, said: Bilingual) -> None:
        super().__init__(said.zh)
        self.said = said


def allow_word(word: str, file: Path | None, folder: Path) -> Path:
    """Add a word to `words.allow` of a configuration file, which is made in the folder where there is none.

    Gives the file. Comments and order in it stay as they were. Raises NotedError.
    """
    target = file or folder / NAMES[1]
    try:
        before = target.read_bytes().decode() if target.exists() else ""
        after = with_word(before, word, SECTION if target.name == PYPROJECT else ())
        if after != before:
            write_new(str(target), after.encode())
    except (OSError, ValueError) as error:
        raise NotedError(
            Bilingual(
                f"{target}：没有写成（{error}）。请自己把“{word}”加进 words.allow。",
                f"{target}: not written ({error}). Add “{word}” to words.allow yourself.",
            )
        ) from error
    return target


def with_word(text: str, word: str, section: Sequence[str] = ()) -> str:
    """A configuration's text with the word in `words.allow` of that section. ValueError where that cannot be done."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    try:
        document = tomlkit.parse(text)
        table: Any = document
        for name in section:
            table = table[name]
        allowed = table.setdefault("words", tomlkit.table()).setdefault("allow", tomlkit.array())
        if word in allowed:
            return mark + text
        allowed.append(word)
        mended = tomlkit.dumps(document)
    except (TOMLKitError, AttributeError, KeyError, TypeError) as error:
        raise ValueError(str(error)) from error
    if tomllib.loads(mended) != document.unwrap():
        raise ValueError(mended)
    return mark + mended


def add_to_baseline(path: Path, name: str, file: Path) -> Path:
    """Add the fingerprint of one finding in a draft to a baseline file, which is made where there is none.

    Gives the file. Raises NotedError.
    """
    try:
        known = dict(read_baseline(file).known) if file.exists() else {}
        entry = relative_name(str(path), file.parent)
        known[entry] = tuple(sorted((*known.get(entry, ()), name)))
        write_new(str(file), baseline_text(Baseline(file.parent, known)).encode())
    except BaselineError as error:
        raise NotedError(Bilingual(error.zh, error.en)) from error
    except OSError as error:
        raise NotedError(
            Bilingual(f"{file}：无法写入：{error.strerror}", f"{file}: cannot be written: {error.strerror}")
        ) from error
    return file
