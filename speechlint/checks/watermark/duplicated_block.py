"""watermark/duplicated-block"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from speechlint.document.model import Document
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.charsets import BLANKS, HAN, ends_sentence
from speechlint.text.lines import Lines
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

SHORTEST_PARAGRAPH = 50
# The title again stands near the top, behind a date line or the site's bar.
HEAD_LINES = 12
HEAD = 4000
SHORTEST_TITLE = 6
PIECE = 1 << 16  # code points of which the lines are made in one go
LONGEST_TITLE = 60
# The title twice in one line: such a copy has lost its line ends, or the site's name for the file stands first.
FIRST_LINES = 5
_TWICE = Pattern(r"(?P<title>\S[^\n。！？；]{5,58}?)[ \u3000]+(?=(?P=title)(?:[ \u3000：:\r]|$))")
_WORDS = Pattern(f"[{HAN}]{{6}}")
_CALLED = Pattern("(?:同志们|同志們|尊敬的|敬爱的|敬愛的|亲爱的|親愛的|各位|大家好|老师们|老師們|同学们|同學們)")
_NO_TITLE = Pattern(
    r"[\s\S]*[:：；;]$|[一二三四五六七八九十]{1,3}、|[（(]|[0-9]{1,2}[.．、]"
    r"|第[一二三四五六七八九十百0-9 ]{1,6}[条條章节節]|时间|時間|日期|来源|來源"
)
# Laws and contracts repeat whole clauses.
_CLAUSE = Pattern(r"(?m)^[ \u3000]*第 ?[一二三四五六七八九十百千0-9]{1,6} ?[条條]")
_CONTENTS = frozenset({"目录", "目錄", "目次"})
# Two lines of a table of contents at least, each with its page.
_LEAD_TO_PAGES = Pattern(r"(?:\s*[\r\n][^\r\n]{2,80}?(?:[.…·\-\s]|[（(])[0-9]{1,3}[）)]?[ \u3000]*(?=[\r\n]|\Z)){2}")
_NUMBERED = Pattern(r"[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]")
_PARAGRAPH = (
    "今年入春以来滴雨未下，四十多个村的水井见了底，机井队日夜轮班打井，送水车天天往山上跑，"
    "大家都很辛苦，我代表县里谢谢大家。"
)
_HAN = Pattern(f"[{HAN}]")


class DuplicatedBlock(Rule):
    """A site prints the title above the date line and again above the text, and whole paragraphs come twice where
    pages were glued together. Only whole paragraphs and titles count: refrains, salutations, and the clauses of a law
    are repeated on purpose. The second one is reported.
    """

    id = "watermark/duplicated-block"
    title = Bilingual("标题或段落重复出现", "Title or paragraph printed again")
    why = Bilingual(
        "网页上标题印两遍，分页粘连时整段重复；复制成稿后多出一份。",
        "Web pages print the title twice, and glued pages repeat whole paragraphs; the copy has one too many.",
    )
    severity = Severity.WARNING
    presets = {"scraped": Severity.ERROR}
    fixes = Applicability.UNSAFE
    because = Bilingual("重复的一处应由人决定删哪一处。", "A person should decide which of the two goes.")
    whole = True
    VALID = (
        Valid("同志们：\n天亮了。\n同志们：\n天黑了。"),
        Valid("让我们一起干！\n渠修好了。\n让我们一起干！\n路也通了。"),
        Valid(f"值班办法\n第一条　{_PARAGRAPH}\n第二条　{_PARAGRAPH}\n{_PARAGRAPH}\n{_PARAGRAPH}"),
        Valid("在表彰会上的讲话\n在座谈会上的讲话"),
        Valid("一、基本情况\n甲村\n一、基本情况\n乙村"),
        Valid("河道整治三年规划\n目　录\n一、现状\t1\n二、任务……3\n三、保障  9\n河道整治三年规划\n河有四十里长。"),
        Valid("姓名 性别 年龄 姓名 性别 年龄\n快干！快干！ 快干！快干！\n抗旱保收 抗旱保收"),
        Valid("铁锹挖到月亮底下 铁锹挖到月亮底下，歌里这样唱。"),
        Valid("场长述职报告\n各位职工：\n天亮了。\n场长述职报告\n各位职工：\n天黑了。"),
    )
    INVALID = (
        Invalid(
            "在全县抗旱动员会上的讲话\n时间：2023-05-06\n⟦在全县抗旱动员会上的讲话⟧\n同志们：地已经裂了口。",
            fixed="在全县抗旱动员会上的讲话\n时间：2023-05-06\n同志们：地已经裂了口。",
        ),
        Invalid(
            "在全縣抗旱動員會上的講話\n\n⟦在全縣抗旱動員會上的講話⟧同志們：地已經裂了口。",
            fixed="在全縣抗旱動員會上的講話\n\n同志們：地已經裂了口。",
        ),
        Invalid(
            "河道整治动员讲话\n目录\n一、现状\n二、任务\n⟦河道整治动员讲话⟧\n同志们：河有四十里长。",
            fixed="河道整治动员讲话\n目录\n一、现状\n二、任务\n同志们：河有四十里长。",
        ),
        Invalid(
            "在全县抗旱动员会上的讲话 ⟦在全县抗旱动员会上的讲话⟧ 同志们：地已经裂了口。",
            fixed="在全县抗旱动员会上的讲话 同志们：地已经裂了口。",
        ),
        Invalid("到石桥村指导抗旱 3 天 ⟦到石桥村指导抗旱 3 天⟧\n地裂了口。", fixed="到石桥村指导抗旱 3 天\n地裂了口。"),
        Invalid(
            f"讲话\n{_PARAGRAPH}\n好。\n　　⟦{_PARAGRAPH}⟧\n完。",
            fixed=f"讲话\n{_PARAGRAPH}\n好。\n完。",
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        for span in (*_title_twice(ctx.text), *_titles_again(ctx.document), *_paragraphs_again(ctx.document)):
            lines = ctx.document.lines
            line = lines.index_of(span.start)
            glued = _with_gap(ctx.text, lines.starts[line], span)
            whole = glued == span and not ctx.text[span.end : lines.ends[line]].strip(BLANKS)
            yield ctx.found(
                span,
                Bilingual(
                    f"“{_shown(span.of(ctx.text))}”前面已有，这里又印了一遍；应删去一处",
                    f"“{_shown(span.of(ctx.text))}” stands above already; delete one of the two",
                ),
                fix=ctx.fix(
                    Bilingual("删去重复的一处", "Delete the second one"),
                    [Edit(lines.whole(line) if whole else glued, "")],
                    Applicability.UNSAFE,
                ),
            )


def _with_gap(text: str, line: int, span: Span) -> Span:
    """The span with the blanks before it, where words stand before those in the line that begins at `line`."""
    start = span.start
    while start > line and text[start - 1] in BLANKS:
        start -= 1
    return Span(start, span.end) if start > line else span


def _title_twice(text: str) -> Iterator[Span]:
    """The title that stands again behind itself, in one of the first lines."""
    start = 0
    for _ in range(FIRST_LINES):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        while start < stop and text[start] in BLANKS:
            start += 1
        words = text[start : min(stop, start + 2 * LONGEST_TITLE + 2)]
        if words.find(words[:SHORTEST_TITLE], SHORTEST_TITLE) > 0:
            match = _TWICE.match(words)
            if match is not None and _WORDS.search(match["title"]) is not None and _is_title(match["title"]):
                yield Span(start + match.end(), start + match.end() + len(match["title"]))
                return
        start = stop + 1


def _titles_again(document: Document) -> Iterator[Span]:
    """Titles among the first lines that stood there before, in a line of their own or glued to the text."""
    text = document.text
    if not _has_repeats(text[:HEAD]):
        return
    titles: set[str] = set()
    filled = 0
    # Not document.lines: this is asked of every text, and the first lines are enough.
    for start, end in Lines(text[:HEAD]):
        while start < end and text[start] in BLANKS:
            start += 1
        if start == end:
            continue
        filled += 1
        words = text[start : min(end, start + 2 * LONGEST_TITLE)].rstrip()
        # Behind a salutation the title again is another draft's.
        if filled > HEAD_LINES or _CALLED.match(words) is not None:
            return
        plain = "".join(words.split()) if len(words) <= LONGEST_TITLE else words
        if plain in _CONTENTS and _LEAD_TO_PAGES.match(text, end, end + HEAD) is not None:
            titles.clear()  # a cover and a table of contents: the title stands above the text again
        again = next((title for title in titles if plain == title or _is_glued(words, title)), None)
        if again is not None:
            yield Span(start, start + (len(words) if plain == again else len(again)))
        elif SHORTEST_TITLE <= len(plain) <= LONGEST_TITLE and _is_title(words):
            titles.add(plain)


def _has_repeats(head: str) -> bool:
    """Whether one of the first lines begins with another, blanks aside: in order, such lines are neighbours."""
    lines = head.replace("\r", "\n").split("\n") if "\r" in head else head.split("\n")
    filled: list[str] = []
    for line in lines:
        words = "".join(line.lstrip(BLANKS)[: 2 * LONGEST_TITLE].split())
        if words:
            filled.append(words)
            if len(filled) == HEAD_LINES:
                break
    filled.sort()
    return any(len(first) >= SHORTEST_TITLE and second.startswith(first) for first, second in pairwise(filled))


def _is_title(words: str) -> bool:
    return not ends_sentence(words) and _NO_TITLE.match(words) is None and _HAN.search(words) is not None


def _is_glued(words: str, title: str) -> bool:
    return words.startswith(title) and _CALLED.match(words, len(title)) is not None


def _paragraphs_again(document: Document) -> Iterator[Span]:
    """Long lines that stood before. Runs on every text, so the first look is one pass over whole lines."""
    text = document.text
    if not _may_come_again(text) or _CLAUSE.search(text) is not None:
        return
    seen: dict[str, bool | None] = {}  # whether the words are to be told where they come again; None if not yet asked
    for start, end in zip(document.lines.starts, document.lines.ends, strict=True):
        if end - start < SHORTEST_PARAGRAPH:
            continue
        words = text[start:end].strip()
        if words not in seen:
            seen[words] = None
            continue
        told = seen[words]
        if told is None:
            told = len(words) >= SHORTEST_PARAGRAPH and _HAN.search(words) is not None
            told = seen[words] = told and _NUMBERED.match(words) is None
        if told:
            at = text.index(words[:SHORTEST_PARAGRAPH], start)
            yield Span(at, at + len(words))


def _may_come_again(text: str) -> bool:
    """Whether two of the long lines have one hash, as equal ones do: the lines themselves would fill the memory."""
    known: set[int] = set()
    count = start = 0
    while start < len(text):
        end = text.find("\n", start + PIECE) + 1 or len(text)
        hashes = [hash(line.strip()) for line in text[start:end].split("\n") if len(line) >= SHORTEST_PARAGRAPH]
        known.update(hashes)
        count += len(hashes)
        start = end
    return len(known) < count


def _shown(words: str) -> str:
    return words if len(words) <= 30 else f"{words[:24]}……"
