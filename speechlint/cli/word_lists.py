"""The lists `words.allow` and `words.names` of a configuration file, added to."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from speechlint.cli.selection import Selection
from speechlint.cli.usage import UsageError
from speechlint.config.discover import NAMES
from speechlint.config.errors import ConfigError
from speechlint.engine.word_list import add_words
from speechlint.engine.write import RefusedError
from speechlint.findings.bilingual import Bilingual
from speechlint.reporters.registry import shown_name


class WordLists:
    """The lists of the one file in `origins`, the configurations of the drafts; a new one where there is none.

    Raises UsageError where no file can be written: several hold, or the user wants none read.
    """

    def __init__(self, selection: Selection, origins: Collection[Path | None]) -> None:
        if selection.isolated:
            raise UsageError("--isolated 不读也不写配置文件，不能与 --add 同用。", "--add does not go with --isolated.")
        if len(origins) != 1:
            files = [shown_name(str(file), Path.cwd()) for file in sorted(filter(None, origins))]
            raise UsageError(
                f"这些文稿用的不是同一份配置（{'、'.join(files)}）；请分开来加。",
                f"These drafts have different configurations ({', '.join(files)}); add to one at a time.",
            )
        [origin] = origins
        self._file = origin or Path.cwd() / NAMES[-1]
        self.changed = False

    def add(self, key: str, words: Sequence[str]) -> Iterator[Bilingual]:
        """Write the words that the list does not hold yet, and give what there is to say. Raises UsageError."""
        try:
            yield from self._add(key, words)
        except ConfigError as error:
            raise UsageError(error.zh, error.en) from error
        except RefusedError as refusal:
            zh, en = refusal.reason
            raise UsageError(f"{self._file}：{zh}", f"{self._file}: {en}") from refusal
        except OSError as error:
            raise UsageError(
                f"{self._file}：无法写入：{error.strerror}", f"{self._file}: cannot be written: {error.strerror}"
            ) from error

    def _add(self, key: str, words: Sequence[str]) -> Iterator[Bilingual]:
        new = add_words(self._file, key, words)
        if not new:
            return
        self.changed = True
        name = shown_name(str(self._file), Path.cwd())
        yield Bilingual(
            f"{name}：words.{key} 加了 {len(new)} 个：{'、'.join(new)}",
            f"{name}: added to words.{key} ({len(new)}): {', '.join(new)}",
        )
