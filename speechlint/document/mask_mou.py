"""Whether 某 hides a name that has yet to be put in; in reports and laws it is an honest word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from speechlint.document.mask_letters import follows_surname
from speechlint.document.mask_signs import Run
from speechlint.text.choice import Choice
from speechlint.text.pattern import Pattern

if TYPE_CHECKING:
    from speechlint.document.model import Document

_SLOT = Choice(
    "市(?![场])|县|区(?![域分间块段])|省|镇|乡|村|局|公司|集团|企业|单位|同志|部(?![分位门件])|学校|大学|中学|小学|厂(?!商)|街道|社区|领导"
    "|医院|支队|书记|[市县镇乡村校院厂局部处科]长|主任|主席|总工会|工会|银行|州|旗|盟|办(?!法|公|事)"
)
# What a story calls by 某 although it hides nothing: anybody of the kind, and the party of a case.
_ANY = frozenset(("领导", "单位", "部", "办", "企业"))
_ACTORS = frozenset(("公司", "集团", "学校", "大学", "中学", "小学", "厂", "医院", "银行"))
_NO_NAME = Pattern("[事人时地年月日些种个项类次处位件天]|东西|问题")
_CASE = Pattern("被告|原告|嫌疑|犯罪|违法|违纪|受贿|行贿|涉案|判处|判决|案例|案件|诉|举报|诈骗|隐瞒|处罚|曝光|通报批评")
_CASE_WINDOW = 60
# A text about a case still has to name the place that its title or its first words are about.
_PLACES = frozenset(
    ("市", "县", "区", "省", "镇", "乡", "村", "州", "旗", "盟", "局", "街道", "社区", "工会", "总工会")
)
_OWN = Pattern("位于|地处|坐落|[现下]?辖|总面积|总人口")
_ABOUT_CASE = Pattern("案|事故|火灾|纠纷|警示|教训|剖析|忏悔|通报|故事|来信|信访|访谈")
_MOUNTAINS = frozenset("山河湖江岛路街巷")
TITLE_LINES, SHORT, BEGINNING = 3, 40, 10


def find_mou(document: Document, runs: Sequence[Run]) -> frozenset[int]:
    """Starts of the runs of 某 that are masks.

    A single 某 counts in the title, or where the same slot returns; 某某 counts before a slot or in place of a name.
    A text that writes 张某 is about a case, and hides names on purpose, unless its title or its first words leave its
    own place open.
    """
    text, folded = document.text, document.folded
    named = [run for run in runs if follows_surname(folded, run.start) and not _is_title(document, run)]
    in_case = any(_is_case_name(folded, run) for run in named)
    if in_case and not any(_names_own_place(document, folded, run) for run in runs):
        return frozenset()
    slots: dict[int, str] = {}
    for run in runs:
        end = _SLOT.end(folded, run.end)
        if end >= 0:
            slots[run.start] = folded[run.end : end]
    counts = Counter(slots.values())
    found: set[int] = set()
    for run in runs:
        if follows_surname(folded, run.start):
            continue
        slot = slots.get(run.start)
        left, right = max(0, run.start - _CASE_WINDOW), run.end + _CASE_WINDOW
        if _is_title(document, run):
            if slot is not None or (run.length > 1 and _stands_for_name(text, folded, run)):
                found.add(run.start)
        elif _CASE.search(folded, left, right) is not None:
            continue
        elif run.length > 1:
            if slot is not None or folded[run.end : run.end + 1] in _MOUNTAINS or _stands_for_name(text, folded, run):
                found.add(run.start)
        elif slot is not None and counts[slot] > (2 if slot in _ACTORS else 1) and slot not in _ANY:
            found.add(run.start)
    return frozenset(found)


def _is_title(document: Document, run: Run) -> bool:
    """Whether the run stands in one of the first lines: in a short one, or near the text's beginning."""
    text, lines = document.text, document.lines
    line = lines.index_of(run.start)
    if line > 2 * TITLE_LINES:
        return False
    above = sum(1 for i in range(line) if text[lines.starts[i] : lines.ends[i]].strip())
    if above >= TITLE_LINES:
        return False
    short = lines.ends[line] - lines.starts[line] <= SHORT and not text[: lines.ends[line]].rstrip().endswith(
        ("。", "！")
    )
    return short or (
        above == 0 and run.start - lines.starts[line] < BEGINNING and text[run.end - 1] == "某" and _bare(text, run)
    )


def _names_own_place(document: Document, folded: str, run: Run) -> bool:
    """Whether the draft's own place is left open: 某县 in a title that tells of no case, 某镇位于."""
    end = _SLOT.end(folded, run.end)
    if end < 0 or folded[run.end : end] not in _PLACES or follows_surname(folded, run.start):
        return False
    if _OWN.match(folded, end, end + 4) is not None:
        return _CASE.search(folded, max(0, run.start - _CASE_WINDOW), run.end + _CASE_WINDOW) is None
    if not _is_title(document, run):
        return False
    lines = document.lines
    line = lines.index_of(run.start)
    left, right = lines.starts[line], min(lines.ends[line], lines.starts[line] + 2 * SHORT)
    return _ABOUT_CASE.search(folded, left, right) is None and _CASE.search(folded, left, right) is None


def _bare(text: str, run: Run) -> bool:
    """Whether nothing but a list number stands before the run on its line: a title that ran into its text."""
    before = text[max(0, run.start - BEGINNING) : run.start]
    return not before.rsplit("\n", 1)[-1].strip(" \u30001234567890一二三四五六七八九十、.．（）()")


def _is_case_name(folded: str, run: Run) -> bool:
    """张某, 李某某: no word like 对于某 or 终于某 that ends in a surname."""
    if run.length > 2:
        return False
    return _SLOT.told(folded, run.end) is None or run.length == 1


def _stands_for_name(text: str, folded: str, run: Run) -> bool:
    if follows_surname(folded, run.start) or _NO_NAME.match(folded, run.end, run.end + 2) is not None:
        return False
    after = text[run.end : run.end + 1]
    return run.length > 2 or after in "，。；：、,;:”’」』》）)\n\r" or folded[run.start - 1 : run.start] in "由请在到"
