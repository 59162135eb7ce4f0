"""Names of sites where no name belongs: behind a title, and spaced out inside a sentence. No site is known by name."""

from __future__ import annotations

from speechlint.document.residue.clues import Hit
from speechlint.document.residue.notices import Notice
from speechlint.text.charsets import is_han
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

# The signs by which a page's title is joined to the name of its site.
_SUFFIX = Pattern(r"(?r)\s*(?:[_|｜]|\s[-–—]|[-–—]{1,2})\s*[^\s_|｜，。\-–—]{0,8}")
_REST = Pattern(r"[^\s，。：:！？]{0,6}(?:网站?|库|文秘|站|之家|大全|频道)?\s*")
_RUN = Pattern(r"(?:[一-鿿0-9A-Za-z][ \u3000]){2,9}[一-鿿]")
_NAME = Pattern(r".*(?:文秘|范文|文库|公文|文档|课件|材料|资料)(?:网站?|站|库|园|之家)?$")
_TRADER = Pattern(r"[^\s，。：:]{0,8}(?:文|稿|秘|课件|写作|材料|资料|学)[^\s，。：:]{0,4}(?:网|站|库|家|园|吧)")
_OWN = Pattern("[我全本](?P<name>(?:第一|中国|中华|大|好|新)?)$")
_PLACE = Pattern("[市县区省镇乡村州](?![场域间别块级])")
_LONGEST_TITLE_LINE = 60
_LONGEST_NAME = 12


def site_name_at(text: str, hit: Hit, line: Span, above: bool) -> Notice | None:
    """A site's name behind the title: `…讲话_某某文库`."""
    if not above or hit.clue.kind != "site-name-line" or line.end - line.start > _LONGEST_TITLE_LINE:
        return None
    before = _SUFFIX.search(text, line.start, hit.start)
    rest = _REST.match(text, hit.end, line.end)
    if before is None or before.end() != hit.start or before.start() == line.start or rest.end() != line.end:
        return None
    end = line.end
    while text[end - 1].isspace():
        end -= 1
    span = Span(before.start(), end)
    return Notice(span, "site-name-line", 5, (span.of(text).strip(),))


def inserted_name_at(text: str, start: int, end: int, line: Span) -> Notice | None:
    """A name that a site put between two characters of a word for the writer's own place: `我某某文秘网市`."""
    if text[end : end + 1] == "网":
        end += 1
    if text[end - 1] != "网" or _PLACE.match(text, end, line.end) is None:
        return None
    before = _OWN.search(text, max(line.start, start - 3), start)
    return None if before is None else Notice(Span(before.start("name"), end), "site-name-line", 6, (text[start:end],))


def is_site_name(words: str) -> bool:
    """Whether the words are the name of a site that deals in drafts."""
    return _TRADER.fullmatch(words) is not None


def is_any_site(words: str, framed: str) -> bool:
    """Whether the words may be the name of any site; above a title, beside an address, no other name stands.

    `framed` are the same words with the brackets around them.
    """
    signed = framed.startswith("【") and framed.rstrip().endswith("】")
    return len(words) <= _LONGEST_NAME and (signed or words.endswith(("网", "网站", "站", "库", "文秘", "之家")))


def spaced_name_at(text: str, start: int, end: int, line: Span) -> Notice | None:
    """A name whose characters are set apart so that no filter finds it: `第 一 某 文 网`."""
    low, high = max(line.start, start - 20), min(line.end, end + 20)
    for run in _RUN.finditer(text, low, high):
        first, last = run.span()
        # A character that is joined to the word beside the run is that word's.
        if first > line.start and is_han(text[first - 1]):
            first += 2
        if last < line.end and is_han(text[last]):
            last -= 2
        if first <= start and end <= last:
            name = text[first:last].replace(" ", "").replace("\u3000", "")
            if _NAME.match(name) is None or name[-1] not in "网站库园家":
                return None
            return Notice(Span(first, last), "site-name-line", 6, (text[first:last],))
    return None
