"""What users put down so as not to be told again: words in the configuration, findings in the baseline."""

from __future__ import annotations

from pathlib import Path

from speechlint.config.discover import NAMES
from speechlint.config.errors import ConfigError
from speechlint.engine.baseline import Baseline, BaselineError, baseline_text, outside_of, read_baseline, relative_name
from speechlint.engine.word_list import add_words
from speechlint.engine.write import RefusedError, write_new
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
        add_words(target, "allow", [word])
    except ConfigError as error:
        raise NotedError(Bilingual(error.zh, error.en)) from error
    except RefusedError as refusal:
        raise NotedError(Bilingual(f"{target}：{refusal.reason.zh}", f"{target}: {refusal.reason.en}")) from refusal
    except OSError as error:
        raise NotedError(
            Bilingual(f"{target}：无法写入：{error.strerror}", f"{target}: cannot be written: {error.strerror}")
        ) from error
    return target


def add_to_baseline(path: Path, name: str, file: Path) -> Path:
    """Add the fingerprint of one finding in a draft to a baseline file, which is made where there is none.

    Gives the file. Raises NotedError.
    """
    try:
        known = dict(read_baseline(file).known) if file.exists() else {}
        entry = relative_name(str(path), file.parent)
        if entry is None:
            raise NotedError(outside_of(file, [str(path)]))
        known[entry] = tuple(sorted((*known.get(entry, ()), name)))
        write_new(str(file), baseline_text(Baseline(file.parent, known)).encode())
    except BaselineError as error:
        raise NotedError(Bilingual(error.zh, error.en)) from error
    except OSError as error:
        raise NotedError(
            Bilingual(f"{file}：无法写入：{error.strerror}", f"{file}: cannot be written: {error.strerror}")
        ) from error
    return file
