"""What is done with every document of a corpus."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from speechlint.config.schema import Config

TextFormat = Literal["plain", "markdown"]


class Options(Struct, frozen=True, kw_only=True):
    """Pickles, so that it travels to the processes and machines that do the work; equal options give equal results.

    `text` is the column with the documents, `id` the column that names them (None: there is none); `keep` are further
    columns that stand in the output as they came. `clean` adds the text after its safe fixes, `drop_residue` takes what
    web sites left in it out as well (and asks for `clean`). `format` is how a text is read.
    `files` says that the text column holds the bytes of files and the id column their names.
    """

    text: str = "text"
    id: str | None = "id"
    keep: tuple[str, ...] = ()
    config: Config = Config()
    clean: bool = False
    drop_residue: bool = False
    format: TextFormat = "plain"
    files: bool = False
