"""Simplified or traditional."""

from __future__ import annotations

import pytest

from speechlint.document.script import ScriptName, as_written, decide_script
from speechlint.text.span import Span

HANS = "渔业办公会议决定加强海堤养护，县里拨专款疏浚航道，让渔民满意。"
HANT = "漁業辦公會議決定加強海堤養護，縣裡撥專款疏濬航道，讓漁民滿意。"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (HANS, ScriptName.HANS),
        (HANT, ScriptName.HANT),
        (HANS + HANT, ScriptName.MIXED),
        ("台后里干云", ScriptName.UNKNOWN),
        ("GDP 100%", ScriptName.UNKNOWN),
        ("", ScriptName.UNKNOWN),
        ("乾淨", ScriptName.HANT),
    ],
)
def test_script(text: str, name: ScriptName) -> None:
    script = decide_script(text)
    assert script.name is name
    assert script.is_traditional is (name is ScriptName.HANT)


def test_a_paragraph_is_judged_by_itself_or_takes_after_the_document() -> None:
    text = HANS * 5 + "\n" + HANT + "\n強調\n"
    script = decide_script(text)
    start = text.index("\n") + 1
    assert script.name is ScriptName.HANS
    assert script.of(Span(start, start + len(HANT))) is ScriptName.HANT
    assert script.of(Span(len(text) - 3, len(text))) is ScriptName.HANS


def test_a_long_text_of_two_scripts_is_counted_whole() -> None:
    script = decide_script(HANS * 2000 + HANT * 1000)
    assert script.name is ScriptName.MIXED
    assert script.traditional == decide_script(HANT).traditional * 1000


def test_a_long_text_of_one_script_is_sampled() -> None:
    script = decide_script(HANT * 5000)
    assert script.name is ScriptName.HANT
    assert script.traditional < 16_000


@pytest.mark.parametrize(
    ("text", "part", "word", "written"),
    [
        ("坚持从qun众中来", "qun众", "群众", "群众"),
        ("請各位ling導指正", "ling導", "领导", "領導"),
        ("工會zhu席到場", "zhu席", "主席", "主席"),
        ("訴求要暢通_渠道", "_", "维权", "維權"),
        ("發動_參與", "_", "群众", "群眾"),
    ],
)
def test_as_written(text: str, part: str, word: str, written: str) -> None:
    start = text.index(part)
    assert as_written(text, Span(start, start + len(part)), [word]) == [written]
