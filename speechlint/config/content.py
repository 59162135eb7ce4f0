"""What fits the schema and still cannot be meant: an encoding that nobody has, a word without a letter."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import Any

from speechlint.config.faults import Fault
from speechlint.config.place import dotted
from speechlint.findings.bilingual import Bilingual


def empty_content(table: dict[str, Any]) -> Iterator[Fault]:
    """The faults of a table that fits the schema."""
    encoding = table.get("encoding")
    if encoding is not None and not is_text_encoding(encoding):
        said = Bilingual(
            f'encoding = "{encoding}"：没有这种编码。常用：utf-8、gb18030、gbk、big5、utf-16。',
            f'encoding = "{encoding}": there is no such encoding. Common ones: utf-8, gb18030, gbk, big5, utf-16.',
        )
        yield Fault(("encoding",), said)
    for path in (("words", "allow"), ("words", "names"), ("placeholders", "values")):
        if any(not word.strip() for word in table.get(path[0], {}).get(path[1], ())):
            said = Bilingual(
                f'{dotted(path)} 里有空的词 ""。写上词，或删去这一项。',
                f'{dotted(path)} holds an empty word "". Write the word, or take the entry out.',
            )
            yield Fault(path, said)


def is_text_encoding(name: str) -> bool:
    """Whether the name is that of an encoding of texts (`rot13` and `base64` are not)."""
    try:
        return codecs.lookup(name)._is_text_encoding
    except (LookupError, ValueError):  # ValueError: a NUL in the name
        return False
