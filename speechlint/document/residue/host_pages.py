"""Documents to which what looks like a site's residue belongs: a site's own terms, Markdown with its tags."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from speechlint.text.words import holds_any

if TYPE_CHECKING:
    from speechlint.document.model import Document
    from speechlint.document.residue import Residue

_TERMS: tuple[str, ...] = (
    "免责声明",
    "版权声明",
    "版权告示",
    "版权公告",
    "版权说明",
    "网站声明",
    "重要告示",
    "隐私政策",
    "私隐政策",
)
_TERMS += ("使用条款", "服务条款", "用户协议", "服务协议", "网站政策", "法律声明", "使用须知", "隐私声明")
_OF_TERMS = frozenset(("ad-block", "disclaimer", "editor-boilerplate", "paywall", "upload-metadata", "use-prohibition"))
# Where somebody is addressed, a draft follows and the terms are the site's.
_ADDRESSED = ("同志们", "各位", "尊敬的", "乡亲们", "女士们", "朋友们")
HEAD, LONGEST_TITLE = 200, 30


def without_own_matter(document: Document, found: Sequence[Residue]) -> list[Residue]:
    """The residue without what is the document's own."""
    if document.source.format == "markdown":
        found = [residue for residue in found if not _is_tag(document, residue)]
    if any(residue.kind in _OF_TERMS for residue in found) and _states_terms(document.folded):
        return [residue for residue in found if residue.kind not in _OF_TERMS]
    return list(found)


def _is_tag(document: Document, residue: Residue) -> bool:
    """Whether the line is an element of HTML, which Markdown may hold: <summary>…</summary>."""
    words: str = document.lines[document.lines.index_of(residue.span.start)].of(document.text).strip()
    return words.startswith("<") and words.endswith(">")


def _states_terms(folded: str) -> bool:
    """Whether the document is what its title says, the terms of a site."""
    title = folded[:HEAD].lstrip().replace("\r", "\n").partition("\n")[0].strip()
    return len(title) <= LONGEST_TITLE and title.endswith(_TERMS) and not holds_any(folded, _ADDRESSED)
