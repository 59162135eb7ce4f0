"""What a draft looks like once the traces of its site are reported and deleted."""

from __future__ import annotations

import pytest

from speechlint.config.schema import Config
from speechlint.engine.fix import fix_source
from speechlint.engine.linter import Linter
from speechlint.findings.diagnostic import Severity
from speechlint.findings.fix import Applicability
from speechlint.formats.source import Source
from speechlint.plugins.manager import catalogue
from speechlint.text.charsets import is_han
from tests.document import residue_pages as pages
from tests.document.residue_lines import ABOVE, BELOW, INSIDE, LEGITIMATE
from tests.document.test_residue import BLOCKS, SPEECH

KINDS = (
    "ad-block",
    "breadcrumb",
    "button-label",
    "contact-or-url",
    "disclaimer",
    "editor-boilerplate",
    "forum-noise",
    "omitted-chars",
    "paywall",
    "site-name-line",
    "unfinished-notice",
    "upload-metadata",
    "use-prohibition",
)
LINTER = Linter(Config(select=[f"watermark/{kind}" for kind in KINDS]))


def reports(text: str, linter: Linter = LINTER) -> list[tuple[str, str]]:
    return [(found.rule.partition("/")[2], found.span.of(text)) for found in linter.check_text(text).kept]


def mended(text: str) -> str:
    outcome = fix_source(LINTER, Source(text), Applicability.UNSAFE)
    assert not outcome.unsettled
    return outcome.source.text


# text, reports, text after all fixes
CASES = [
    (
        f"首页 > 讲话\n{SPEECH}上一篇：春耕讲话\n",
        [("breadcrumb", "首页 > 讲话"), ("button-label", "上一篇：春耕讲话")],
        SPEECH,
    ),
    (
        f"{SPEECH}更多精彩讲话请关注公众号：墨池\n本文来自网络，侵删",
        [("ad-block", "更多精彩讲话请关注公众号：墨池"), ("disclaimer", "本文来自网络，侵删")],
        SPEECH.removesuffix("\n"),
    ),
    ("渠修好了 ……（未完，全文共900字）", [("unfinished-notice", "……（未完，全文共900字）")], "渠修好了"),
    ("修渠（登录后阅读全文）引水。", [("paywall", "（登录后阅读全文）")], "修渠引水。"),
    (
        "大家都要认真学习，切实抓好落实，以上就是小编整理的讲话稿。",
        [("editor-boilerplate", "，以上就是小编整理的讲话稿")],
        "大家都要认真学习，切实抓好落实。",
    ),
    ("谢谢大家！以上就是小编整理的全部内容。", [("editor-boilerplate", "以上就是小编整理的全部内容。")], "谢谢大家！"),
]


@pytest.mark.parametrize(("text", "wanted", "clean"), CASES)
def test_reported_once_and_deleted(text: str, wanted: list[tuple[str, str]], clean: str) -> None:
    assert reports(text) == wanted
    assert mended(text) == clean


@pytest.mark.parametrize("line", [*ABOVE, *BELOW])
def test_a_line_goes_and_nothing_with_it(line: str) -> None:
    assert mended(f"{line}\n{SPEECH}{line}\n") == SPEECH
    assert mended(f"{SPEECH}{line}") == SPEECH.removesuffix("\n")


@pytest.mark.parametrize("line", pages.ABOVE)
def test_a_line_above_the_title_goes(line: str) -> None:
    assert mended(f"{line}\n{SPEECH}") == SPEECH


@pytest.mark.parametrize("line", pages.BELOW)
def test_a_line_below_the_end_goes(line: str) -> None:
    assert mended(f"{SPEECH}{line}") == SPEECH.removesuffix("\n")


@pytest.mark.parametrize("sentence", [*INSIDE, *pages.INSIDE])
def test_a_notice_goes_and_no_word_of_the_speech(sentence: str) -> None:
    sentence, _, notice = sentence.partition("|")
    text = SPEECH.replace("先挖出来。", f"先挖出来。{sentence}乡亲们等着看水。")
    left = "".join(character for character in mended(text) if is_han(character))
    wanted = text.replace(notice, "")
    assert left == "".join(character for character in wanted if is_han(character))


@pytest.mark.parametrize("marked", BLOCKS.values(), ids=BLOCKS.keys())
def test_blocks_go(marked: str) -> None:
    wanted = "\n".join(line for line in marked.split("\n") if not line.startswith("§"))
    assert mended(marked.replace("§", "")).strip() == wanted.strip()


@pytest.mark.parametrize("preset", ["gongwen", "scraped", "strict"])
def test_the_writers_own_under_every_preset(preset: str) -> None:
    linter = Linter(Config(select=LINTER.config.select, preset=preset))  # type: ignore[arg-type]
    text = SPEECH + "\n".join([*LEGITIMATE, *pages.LEGITIMATE])
    assert reports(text, linter) == []


def test_scraped_makes_errors_of_warnings() -> None:
    text = f"作者：佚名　来源：本站整理\n{SPEECH}上一篇：春耕讲话\n转载请注明出处\n"
    linter = Linter(Config(select=LINTER.config.select, preset="scraped"))
    assert {found.severity for found in LINTER.check_text(text).kept} == {Severity.WARNING}
    assert {found.severity for found in linter.check_text(text).kept} == {Severity.ERROR}


@pytest.mark.parametrize(
    ("text", "title", "note"),
    [
        ("修渠（此处省略512字）引水。", "删去这一处（此处缺512字）", "这里缺512字"),
        ("修渠（此處省略512字）引水。", "删去这一处（此处缺512字）", "这里缺512字"),
        ("修渠……（未完，全文共900字，当前显示300字）", "删去这一处（此处缺600字）", "这里缺600字"),
        ("修渠引水。\n试读已结束\n", "删去这一行", "这里缺文字"),
    ],
)
def test_lost_text_is_named(text: str, title: str, note: str) -> None:
    (found,) = LINTER.check_text(text).kept
    assert found.fix is not None
    assert (found.fix.title, found.fix.applicability) == (title, Applicability.UNSAFE)
    assert found.notes[0].startswith(note)


def test_all_cover_what_they_hold() -> None:
    rules = [rule for rule in catalogue().rules if rule.id.partition("/")[2] in KINDS and rule.family == "watermark"]
    assert len(rules) == len(KINDS)
    assert all(rule.covers and rule.triggers is not None for rule in rules)
