"""Whatever tree is written out, its numbers are in order; one slip in it is found once, where it is."""

from __future__ import annotations

import random
from typing import NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from speechlint.config.schema import Config
from speechlint.document.model import Document
from speechlint.document.outline import Outline
from speechlint.engine.fix import fix_source
from speechlint.engine.linter import Linter
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability
from speechlint.formats.source import Source
from speechlint.reporters.symbols import STRUCTURAL
from speechlint.text.numerals import written_like

WORDS = (
    "修堤清淤",
    "备料备人",
    "查漏补缺",
    "通水通电",
    "护坡栽柳",
    "值守巡查",
    "入户登记",
    "分片包干",
    "运土装车",
    "校准闸门",
)
# Ways to number blocks, from the outside in; a tree uses some levels of one way, in this order. `{}` is the number.
WAYS = (
    ("{一}、", "（{一}）", "{1}.", "（{1}）", "{①}"),
    ("第{一}章　", "第{一}节　", "{一}、", "({一})", "{1}、"),
    ("第{一}部分　", "{一} 、", "（ {一} ）", "{１}．", "（{１}）"),
    ("{一}、", "{1}、", "（{1}）", "{①}", "{a}."),
    ("第{一}，", "{1}.", "({1})", "{⑴}", "{①}"),
    ("{一}、", "{一}是", "{1}.", "{1})", "{①}"),
)
LEVELS = 5
RUNS = ("{一}是", "{一}要", "第{一}，", "第{一}是")
MOST = 12


class Node(NamedTuple):
    """A list: which block style or run (then negative), and for each item its words and the lists inside it."""

    style: int
    items: tuple[tuple[str, tuple[Node, ...]], ...]


@st.composite
def lists(draw, outer: int = -1, inline: bool = True):  # type: ignore[no-untyped-def]
    style = draw(st.integers(outer + 1, min(outer + 2, LEVELS - 1)))
    items = []
    for _ in range(draw(st.integers(2, 5 if outer >= 0 else MOST))):
        inside: tuple[Node, ...] = ()
        kind = draw(st.sampled_from(("none", "none", "none", "run", "list")))
        if kind == "list" and style < LEVELS - 1:
            inside = (draw(lists(outer=style)),)
        elif kind == "run" and inline:
            count = draw(st.integers(2, 5))
            run = draw(st.integers(0, len(RUNS) - 1))
            inside = (Node(-1 - run, tuple((draw(st.sampled_from(WORDS)), ()) for _ in range(count))),)
        items.append((draw(st.sampled_from(WORDS)), inside))
    return Node(style, tuple(items))


class Written(NamedTuple):
    """A tree as text; `marks` are the number's offsets, list by list: (start, end) of each item."""

    text: str
    marks: tuple[tuple[tuple[int, int], ...], ...]


def write(tree: Node, body: random.Random) -> Written:
    """The tree as a speech: block items on lines of their own, runs inside their paragraphs."""
    way = body.choice(WAYS)
    # A run of the very form of the list around it is read rightly, but a slip in it has two readings.
    runs = [run for run in RUNS if run not in way]
    parts: list[str] = ["在全县水利工作会上的讲话\n同志们：\n今天把大家请来，把话说透。\n"]
    marks: list[tuple[tuple[int, int], ...]] = []

    def length() -> int:
        return sum(map(len, parts))

    def number(form: str, ordinal: int) -> tuple[int, int]:
        before, _, rest = form.partition("{")
        sample, _, after = rest.partition("}")
        parts.append(before)
        start = length()
        parts.append(written_like(sample, ordinal))
        end = length()
        parts.append(after)
        return start, end

    def put(node: Node) -> None:
        own: list[tuple[int, int]] = []
        for ordinal, (words, inside) in enumerate(node.items, start=1):
            if node.style < 0:
                own.append(number(runs[(-1 - node.style) % len(runs)], ordinal))
                parts.append(words + ("。" if ordinal == len(node.items) else "；"))
                continue
            parts.append("　　")
            own.append(number(way[node.style], ordinal))
            parts.append(words)
            if inside and inside[0].style < 0:
                parts.append("。要做到：")
                put(inside[0])
            elif body.random() < 0.5:
                parts.append("。大家都要上心。")
            parts.append("\n")
            if body.random() < 0.2:
                parts.append("　　各村都要把话带到，把事办好。\n")
            if inside and inside[0].style >= 0:
                put(inside[0])
        marks.append(tuple(own))

    put(tree)
    parts.append("　　谢谢大家！\n")
    return Written("".join(parts), tuple(marks))


def found(text: str) -> list[tuple[int, str]]:
    faults = Document(Source(text)).numbering_faults
    return [(fault.marker.number.start, fault.kind.value) for fault in faults]


# Many ways to number are badly written, (一) or 1、; what is said about that is left out, and so are hints about taste.
LINTER = Linter(Config(select=("numbering", "consistency/enumeration-order")))


def reported(text: str) -> list[Diagnostic]:
    """What the whole linter says about the tree."""
    kept = LINTER.check(Source(text)).kept
    return [finding for finding in kept if finding.rule in STRUCTURAL and finding.severity is not Severity.HINT]


def shape(outline: Outline) -> list[tuple[int | None, ...]]:
    return sorted(series.ordinals for series in outline.series)


TREES = lists()
RANDOM = st.randoms(use_true_random=False)

QUICK = settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@QUICK
@given(TREES, RANDOM)
def test_a_well_formed_tree_is_read_as_it_was_written(tree: Node, stock: random.Random) -> None:
    written = write(tree, stock)
    document = Document(Source(written.text))
    assert document.numbering_faults == ()
    assert reported(written.text) == []
    assert shape(document.outline) == sorted(tuple(range(1, len(marks) + 1)) for marks in written.marks)


@QUICK
@given(TREES, RANDOM, st.data())
def test_a_lost_item_is_found_once(tree: Node, stock: random.Random, data: st.DataObject) -> None:
    """A number too high by one from some item on: the one before it was taken out."""
    written = write(tree, stock)
    marks = data.draw(st.sampled_from(written.marks))
    at = data.draw(st.integers(0, len(marks) - 2))
    text, places = renumbered(written, marks, [n + 1 + (n >= at) for n in range(len(marks))])
    assert [place for place, _ in found(text)] == [places[at]]
    assert_reported_once(text, places[at])


@QUICK
@given(TREES, RANDOM, st.data())
def test_a_doubled_number_is_found_once(tree: Node, stock: random.Random, data: st.DataObject) -> None:
    written = write(tree, stock)
    marks = data.draw(st.sampled_from(written.marks))
    at = data.draw(st.integers(1, len(marks) - 1))
    goes_on = data.draw(st.booleans())
    numbers = [n + 1 - (n >= at if goes_on else n == at) for n in range(len(marks))]
    text, places = renumbered(written, marks, numbers)
    assert found(text) == [(places[at], "duplicate")]
    assert_reported_once(text, places[at])


@QUICK
@given(TREES, RANDOM, st.data())
def test_swapped_numbers_are_found_once(tree: Node, stock: random.Random, data: st.DataObject) -> None:
    written = write(tree, stock)
    marks = data.draw(st.sampled_from(written.marks))
    at = data.draw(st.integers(0, len(marks) - 2))
    numbers = [n + 1 for n in range(len(marks))]
    numbers[at], numbers[at + 1] = numbers[at + 1], numbers[at]
    text, places = renumbered(written, marks, numbers)
    assert found(text) == [(places[at], "swap")]
    assert_reported_once(text, places[at])


def assert_reported_once(text: str, place: int) -> None:
    """One finding of the whole linter, and it covers the number."""
    (finding,) = reported(text)
    assert finding.span.start <= place < finding.span.end, finding


def renumbered(written: Written, marks: tuple[tuple[int, int], ...], numbers: list[int]) -> tuple[str, list[int]]:
    """The text with other numbers in one of its lists, and where the numbers then stand."""
    parts, places = [], []
    at = length = 0
    for (start, end), number in zip(marks, numbers, strict=True):
        parts.append(written.text[at:start])
        places.append(length := length + start - at)
        word = written_like(written.text[start:end], number)
        parts.append(word)
        length += len(word)
        at = end
    parts.append(written.text[at:])
    return "".join(parts), places


ORDER = ("sequence-gap", "sequence-duplicate", "sequence-start", "inline-run", "mixed-siblings", "level-order")


@QUICK
@given(TREES, RANDOM, st.data())
def test_renumbering_a_whole_draft_leaves_nothing_to_do(tree: Node, stock: random.Random, data: st.DataObject) -> None:
    """A slip in every list: after the fixes the outline has no finding, and a second run changes nothing."""
    written = write(tree, stock)
    text = written.text
    for marks in sorted(written.marks, reverse=True):
        numbers = list(range(1, len(marks) + 1))
        if data.draw(st.booleans()):
            at = data.draw(st.integers(1, len(marks) - 1))
            numbers = [n + (i >= at) for i, n in enumerate(numbers)]
        # Every number is one character long up to ten, so that the places of the others stay where they are.
        for (start, end), number in sorted(zip(marks, numbers, strict=True), reverse=True):
            word = written_like(written.text[start:end], number)
            if len(word) == end - start:
                text = text[:start] + word + text[end:]
    linter = Linter(Config(select=tuple(f"numbering/{name}" for name in ORDER)))
    outcome = fix_source(linter, Source(text), Applicability.UNSAFE)
    assert outcome.unsettled == ()
    assert [finding.rule for finding in outcome.report.kept] == []
    assert fix_source(linter, outcome.source, Applicability.UNSAFE).source.text == outcome.source.text
