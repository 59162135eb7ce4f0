"""The lists `words.allow` and `words.names` of a configuration file, added to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from speechlint.config.add import with_words
from speechlint.config.read import TableFile, read_table
from speechlint.config.resolve import Resolver
from speechlint.engine.write import replace_file, write_new

MARK = b"\xef\xbb\xbf"


def add_words(file: Path, key: str, words: Sequence[str]) -> list[str]:
    """Write the words into the list `words.<key>` of a file, made where there is none; comments and order stay.

    Gives those that the list did not hold yet. Raises ConfigError, RefusedError and OSError; then nothing is written.
    """
    is_new = not file.exists()
    table = TableFile(file, "", {}) if is_new else read_table(file)
    own = table.table.get("words", {}).get(key) if isinstance(table.table.get("words", {}), dict) else None
    held = () if is_new else getattr(Resolver(explicit=file).for_path(file).words, key)
    new = [word for word in words if word not in held]
    if not new:
        return []
    # A list of the file takes the place of the list that it extends: then that one is written here, too.
    text = with_words(table.text, table.section, key, new if own is not None else [*held, *new])
    if is_new:
        write_new(str(file), text.encode())
    else:
        before = file.read_bytes()
        replace_file(str(file), before, (MARK if before.startswith(MARK) else b"") + text.encode())
    return new
