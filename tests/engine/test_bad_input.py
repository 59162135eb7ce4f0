"""Input that nobody means to write: findings or silence, never an exception, and work that grows with the text."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import FrameType

import pytest

from speechlint.config.schema import Config
from speechlint.engine.fix import fix_source
from speechlint.engine.linter import Linter
from speechlint.findings.fix import Applicability
from speechlint.findings.report import FileReport
from speechlint.formats.registry import format_for
from speechlint.formats.source import Source
from speechlint.plugins.manager import catalogue
from speechlint.reporters.registry import BUILTIN as FORMATS
from speechlint.reporters.registry import Run, builtin_reporter

FAMILIES = ("script", "punctuation", "number", "spacing")
PROSE = "渔港整治进展顺利，各村按期完工。"

BAD = {
    "lone surrogates": "渔港\ud800整治\udfff顺利。\udcab",
    "NUL": "渔港\0整治\0\0顺利。",
    "byte-order marks inside": f"渔港\ufeff整治，\ufeff\n\ufeff{PROSE}\ufeff",
    "a byte-order mark alone": "\ufeff",
    "unpaired bidi controls": "渔港\u202e整治\u2066顺利\u202c\u202c，完工\u2069。\u200f",
    "combining marks": "渔" + "\u0301" * 10_000 + "港",
    "combining marks alone": "\u20dd\u0300\u0489" * 3_000,
    "noncharacters": "渔港\uffff整治\ufdd0\U0010ffff顺利。",
    "private use": "".join(map(chr, range(0xE000, 0xE400))),
    "all of the first block": "".join(map(chr, range(0x100))),
    "radicals": "".join(map(chr, range(0x2E80, 0x2FE0))),
    "compatibility ideographs": "".join(map(chr, range(0xF900, 0xFB00))),
    "selectors and tags": "渔" + "".join(map(chr, range(0xE0000, 0xE01F0))) + "港\ufe0f\ufe0f",
    "carriage returns": "渔港\r\r\n\r整治\r",
    "separators": "渔港\u2028整治\u2029顺利\x85完工\x0b\x0c。",
    "beyond the first plane": "𠮷𪚥𰻝😀👩‍👩‍👧\U0002f800。" * 50,
    "nothing": "",
    "only blanks": " \t\u3000\xa0\u2003\n" * 20,
    "only marks": "，。、；：？！“”‘’（）《》",
    "only half-width marks": ",.;:?!\"'()[]{}<>" * 20,
}

# Lines as long as a broken export makes them: one sign, or one short piece, over and over.
UNITS = [
    "（", "）", "“", "”", "‘", "《", "「", ",", ".", "，", "。", "…", "—", "-", "～", ":", '"', "'", "(", "[", "?", "!", "、",
    " ", "\u3000", "\xa0", "\u200b", "\u0301", "\ufeff", "\u202e", "\ufffd", "\ue000", "０", "Ａ", "％", "А", "⼯", "锛", "鈥",
    "ー", "丶", "0", "1", "a", "工", "么", "裏", "対", "的、", "一，", "1.", "1、", "（一）", "20", "2O", "二О", "年", "%", "1,",
    "“好”", "好,", "a,", "好 ", "a 好", "1．", "???", "Ã©", "£¬", "发", "発展", "后", "里",
]  # fmt: skip
LINE = 1_000_000
SMALL, LARGE = 3_000, 12_000
# Four times the text may take four times the steps, and some more for what is decided once.
GROWTH = 4 * 1.25
FEW_STEPS = 2_000


@cache
def linter() -> Linter:
    known = {rule.family for rule in catalogue().rules}
    return Linter(Config(preset="strict", select=tuple(family for family in FAMILIES if family in known)))


def check(text: str, filename: str = "draft.txt") -> FileReport:
    return linter().check(format_for(filename).reparse(Source("", filename), text))


@pytest.mark.parametrize("filename", ["draft.txt", "draft.md"])
@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_bad_input_gives_findings_or_silence(text: str, filename: str) -> None:
    for draft in (text, f"{PROSE}\n{text}\n{PROSE}", f"{PROSE}{text}{PROSE}"):
        report = check(draft, filename)
        assert report.failures == ()
        for finding in report.kept:
            assert 0 <= finding.span.start <= finding.span.end <= len(draft)


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_bad_input_can_be_mended(text: str) -> None:
    outcome = fix_source(linter(), Source(f"{PROSE}{text}{PROSE}"), Applicability.UNSAFE)
    assert outcome.unsettled == ()


@pytest.mark.parametrize("format", sorted(FORMATS))
@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_bad_input_can_be_reported(text: str, format: str) -> None:
    run = Run((check(text),), linter().catalogue.by_id, Path.cwd())
    pieces = "".join(builtin_reporter(format).pieces(run))
    assert pieces.encode() is not None


@pytest.mark.parametrize("unit", ["（", "“", ",", "\u0301"])
def test_a_line_of_a_million(unit: str) -> None:
    assert check(unit * LINE).failures == ()


@pytest.mark.parametrize("unit", UNITS)
def test_work_grows_with_the_text(unit: str) -> None:
    check(PROSE + unit * 10)
    small = steps(lambda: check(PROSE + unit * SMALL))
    large = steps(lambda: check(PROSE + unit * LARGE))
    assert large <= FEW_STEPS or large <= small * GROWTH


def steps(work: Callable[[], object]) -> int:
    """How many lines of this program's code the work runs through."""
    count = 0

    def trace(frame: FrameType, event: str, _value: object) -> Callable[..., object] | None:
        nonlocal count
        if "speechlint" not in frame.f_code.co_filename:
            return None
        count += event == "line"
        return trace

    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(None)
    return count
