"""Lines that are residue because of where they stand: slogans among advertising, links below `相关推荐`, lone dots."""

from __future__ import annotations

from collections.abc import Callable

from speechlint.document.residue.labels import only_buttons
from speechlint.document.residue.notices import has_words
from speechlint.document.residue.words.parts import words as listed
from speechlint.document.residue.zones import Zones
from speechlint.text.charsets import ends_sentence
from speechlint.text.lines import Lines
from speechlint.text.pattern import Pattern
from speechlint.text.words import holds_any

# What is known of a line that is residue: its kind, score and evidence, and whether other pages are listed below it.
Found = tuple[str, int, tuple[str, ...], bool]

_NEAR = 2  # lines without words between two lines of a block count as well
_LONGEST_SLOGAN = 40
_LONGEST_NAME = 12
_ADVERTISING = frozenset(
    (
        "ad-block",
        "contact-or-url",
        "disclaimer",
        "editor-boilerplate",
        "paywall",
        "site-name-line",
        "unfinished-notice",
        "use-prohibition",
    )
)
_WITHHELD = frozenset(("omitted-chars", "paywall", "unfinished-notice"))
_GENRES = listed(
    "讲话|发言|致辞|致词|贺词|报告|总结|通知|通报|意见|方案|公告|决定|决议|请示|批复|纪要|规定|办法|条例|要点|计划|规划|主持词|演讲|汇报|倡议|公报|述职|感想|心得|体会|寄语|慰问信|贺信|贺电"
)
_YEAR_DIGITS = ("0123456789", "〇○零一二三四五六七八九xX×*_")
_TO_MONTH = 8  # code points from 年 on
_LONGEST_NOTE = 22
_SENDERS = listed("委员会|人民政府|总工会|办公室|办公厅|局|部|厅|集团|公司|学校")
_LONGEST_SENDER = 20
_NAME_ENDS = listed("网|库|行|社|馆|站|吧|坊|苑|斋|号|秘|园|圈|铺|家|堂|阁|屋|轩|台|城|汇|星球|工作室|俱乐部")
_DOTS = frozenset("….。·．")
_LONGEST_DOTS = 20
_FINISHED = ("全文完", "END", "THE END", "The End")
_EDITOR = Pattern(r"(?:责任编辑|责编|编辑)\s*[:：]\s*[^\s，。、：:]{2,6}")
_LISTED = Pattern(r"[^。！？!?]{2,60}")


def grow(folded: str, lines: Lines, found: dict[int, Found], zones: Callable[[], Zones]) -> None:
    """Adds to `found` the lines that belong to a block."""
    for line in sorted(found):
        if found[line][0] in _WITHHELD:
            _take_dots(folded, lines, line, found)
    edges = zones()
    _grow_head(folded, lines, found, edges.head)
    _grow_column(folded, lines, found, edges.head)
    _grow_tail(folded, lines, found, edges.tail)
    _take_marks(folded, lines, found, edges.tail)


def _take_dots(folded: str, lines: Lines, line: int, found: dict[int, Found]) -> None:
    for step in (-1, 1):
        near = line + step
        while 0 <= near < len(lines) and abs(near - line) <= _NEAR and not _words(folded, lines, near):
            near += step
        if 0 <= near < len(lines) and near not in found and _is_dots(_words(folded, lines, near)):
            found[near] = (*found[line][:2], ("……",), False)


def _grow_head(folded: str, lines: Lines, found: dict[int, Found], head: int) -> None:
    """Slogans and names between the advertising lines above the title, and a site's name on top of them."""
    ads = [line for line in sorted(found) if line < head and found[line][0] in _ADVERTISING]
    if not ads or (len(ads) < 2 and found[ads[0]][1] < 6):
        return
    first = ads[0]
    above = [line for line in range(max(0, first - 2 * _NEAR), first) if _words(folded, lines, line)]
    # The name of the site may stand on top of it all, with slogans below.
    if above and _is_name(_words(folded, lines, above[0])):
        first = above[0]
    for line in range(first, min(ads[-1] + 1 + _NEAR, head)):
        words = _words(folded, lines, line)
        if line in found or not words or _is_own(words, folded, lines.ends[ads[-1]]):
            continue
        if line > ads[-1] and has_words(words):
            break
        found[line] = ("site-name-line" if _is_name(words) else "ad-block", 4, (words,), False)


def _grow_column(folded: str, lines: Lines, found: dict[int, Found], head: int) -> None:
    """The next button below one above the title, each on a line of its own."""
    for line in range(1, head):
        if line in found:
            continue
        words = _words(folded, lines, line)
        if words and found.get(line - 1, ("",))[0] == "button-label" and only_buttons(words):
            found[line] = ("button-label", 4, (words,), False)


def _is_name(words: str) -> bool:
    return len(words) <= _LONGEST_NAME and words.endswith(_NAME_ENDS)


def _grow_tail(folded: str, lines: Lines, found: dict[int, Found], tail: int) -> None:
    """What is listed below a label, and what stands between two residue lines after the text's end."""
    known = [line for line in sorted(found) if line >= tail]
    if not known:
        return
    last, listing, misses = known[-1], -1, 0
    for line in range(known[0], len(lines)):
        words = _words(folded, lines, line)
        if line in found:
            listing = line if found[line][3] else listing if found[line][0] == "ad-block" else -1
            continue
        if not words:
            continue
        own = _is_dated(words)
        if listing >= 0 and not own and _LISTED.fullmatch(words) is not None:
            found[line] = ("ad-block", 4, (words,), False)
        elif any(near in found for near in range(line - _NEAR, line)) and only_buttons(words):
            found[line] = ("button-label", 4, (words,), False)
        elif line < last and not own and len(words) <= _LONGEST_SLOGAN and not ends_sentence(words):
            beside = any(near in found and found[near][0] != "upload-metadata" for near in range(line - _NEAR, line))
            if beside and not _names_genre(words):
                found[line] = ("ad-block", 4, (words,), False)
        else:
            misses += 1
            listing = -1
            if misses > 3:
                return


def _take_marks(folded: str, lines: Lines, found: dict[int, Found], tail: int) -> None:
    """What many drafts may hold below their end, and what is the site's beside its own lines: an editor, （全文完）."""
    for line in [line for line in found if line >= tail]:
        for step in (-1, 1):
            near = line + step
            while tail <= near < len(lines) and abs(near - line) <= _NEAR and not _words(folded, lines, near):
                near += step
            if not tail <= near < len(lines) or near in found:
                continue
            words = _words(folded, lines, near)
            if words and len(words) <= _LONGEST_NOTE:
                bare = words.strip("（()）【】[]—- ")
                if bare in _FINISHED or _EDITOR.fullmatch(bare) is not None:
                    found[near] = ("upload-metadata", 4, (bare,), False)


def _is_own(words: str, folded: str, end: int) -> bool:
    """Whether a line among advertising is the draft's: a title, a byline, a sentence, words that the text repeats."""
    if not has_words(words) or (words[0] in "【[" and words[-1] in "】]"):
        return False
    if len(words) > _LONGEST_SLOGAN or words[-1] in "。；;：:" or _is_title(words) or _is_dated(words):
        return True
    pieces = [words[i : i + 4] for i in range(len(words) - 3)]
    body = folded[end : end + 20_000]
    return len(pieces) > 0 and sum(piece in body for piece in pieces) * 3 > len(pieces)


def _is_title(words: str) -> bool:
    """Whether the line names a kind of speech or document where a title does: at its end, a note in brackets aside."""
    bare = words.partition("（")[0].partition("(")[0].rstrip()
    return _names_genre(bare[-5:]) or words.startswith(("——", "关于", "在"))


def _names_genre(words: str) -> bool:
    return holds_any(words, _GENRES) or words.endswith("函") or words.startswith("——")


def _is_dated(words: str) -> bool:
    """Whether the line is a date, a note in brackets, an annex, or the office that signs."""
    end = words.rstrip()
    if end.endswith(_SENDERS) and len(end) <= _LONGEST_SENDER + max(len(s) for s in _SENDERS if end.endswith(s)):
        return True
    opened = words[0] in "（("
    if words.lstrip().startswith("附件") or (opened and words[-1] in "）)" and 3 <= len(words) <= _LONGEST_NOTE):
        return True
    year, rest = words[opened : opened + 4], words[opened + 4 :].lstrip()
    return (
        len(year) == 4
        and rest.startswith("年")
        and "月" in rest[:_TO_MONTH]
        and any(not year.strip(digits) for digits in _YEAR_DIGITS)
    )


def _is_dots(words: str) -> bool:
    return 0 < len(words) <= _LONGEST_DOTS and all(mark in _DOTS or mark.isspace() for mark in words)


def _words(folded: str, lines: Lines, line: int) -> str:
    start, end = lines.starts[line], lines.ends[line]
    return folded[start:end].strip() if end - start <= 400 else folded[start : start + 400]
