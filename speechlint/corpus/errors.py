"""What stops a corpus job before or while it runs."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager

from speechlint.findings.bilingual import Bilingual

# What holds for every file of the output: the next one would fail as well.
HOPELESS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM})


class CorpusError(ValueError):
    """A job that cannot be done as it was asked for; `said` names the cause and the remedy."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.said = Bilingual(zh, en)

    def __reduce__(self) -> tuple[type[CorpusError], tuple[str, str]]:
        return type(self), (self.said.zh, self.said.en)


class OutputError(CorpusError):
    """Nothing more can be written to the output: the job stops, and a later run goes on."""


@contextmanager
def writing_to(output: str) -> Iterator[None]:
    """Makes a CorpusError of every OSError, an OutputError where the next file could not be written either."""
    try:
        yield
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        zh, en = f"--output {output}：无法写入：{reason}", f"--output {output}: cannot be written: {reason}"
        if error.errno not in HOPELESS:
            raise CorpusError(zh, en) from error
        raise OutputError(
            f"{zh}。做完的都在；排除原因后，同样的命令接着做。",
            f"{en}. What is done stays; once this is mended, the same command goes on.",
        ) from error
