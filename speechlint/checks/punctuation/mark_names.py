"""What quotation marks and brackets are called: in a message a mark in quotation marks of its own cannot be read."""

from __future__ import annotations

from speechlint.findings.bilingual import Bilingual

_SORTS = {
    "“”": Bilingual("双引号", "double quotation mark"),
    "‘’": Bilingual("单引号", "single quotation mark"),
    "「」": Bilingual("引号", "corner quotation mark"),
    "『』": Bilingual("双引号", "white corner quotation mark"),
    "（）": Bilingual("括号", "bracket"),
    "()": Bilingual("括号", "bracket"),
    "《》": Bilingual("书名号", "title mark"),
    "〈〉": Bilingual("单书名号", "single title mark"),
    "【】": Bilingual("方头括号", "lenticular bracket"),
    "〔〕": Bilingual("六角括号", "tortoise-shell bracket"),
    "〝〞": Bilingual("引号", "quotation mark"),
}
NAMES = {
    mark: Bilingual(f"{side.zh}{name.zh} {mark} ", f"{side.en} {name.en} {mark}")
    for pair, name in _SORTS.items()
    for mark, side in zip(pair, (Bilingual("前", "opening"), Bilingual("后", "closing")), strict=True)
}
