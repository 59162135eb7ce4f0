"""Idioms with a wrong character: the tables, what is found, what stays silent, and both scripts."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechlint import check_text, fix_text
from speechlint.document import idiom_slips
from speechlint.document.idiom_slips import find_idiom_slips
from speechlint.document.model import Document
from speechlint.formats.source import Source
from speechlint.lexicon.confusions import CONFUSABLE
from speechlint.lexicon.idiom_list import LENGTH, every_idiom, idiom_size, is_right, near_in_text
from speechlint.lexicon.idioms import near_idioms
from speechlint.lexicon.likeness import FUZZY, SAME, candidates, likeness
from speechlint.lexicon.rule_folder import rules_root
from speechlint.lexicon.scripts import traditional_forms
from speechlint.lexicon.symbols import read_symbols
from speechlint.text.charsets import is_han

# The draft, and the text after the unsafe fixes.
SLIPS = [
    ("这点补助杯水车新，大家还是锲而不拾。", "这点补助杯水车薪，大家还是锲而不舍。"),
    ("渔港一丝不句地修，蔚然承风。", "渔港一丝不苟地修，蔚然成风。"),
    ("要枕戈待但，也要精打细蒜。", "要枕戈待旦，也要精打细算。"),
    ("要提纲切\n领地讲。", None),
    ("要提纲 切领地讲。", None),
    ("要出谋化 策，杯水车新。", "要出谋化 策，杯水车薪。"),
    ("大家蜂拥儿\n来，饥得 利益杯水车新。", "大家蜂拥儿\n来，饥得 利益杯水车薪。"),
    ("批评要鞭辟入理，\r\n做事要披荆斩激。", "批评要鞭辟入里，\r\n做事要披荆斩棘。"),
    ("評委們舟車老頓，還是精打細蒜。", "評委們舟車勞頓，還是精打細算。"),
    ("一路上春风化玉。", "一路上春风化雨。"),
]
SILENT = [
    *("渔会可以申报国家课题。", "主权和不干涉内政的原则。", "各县分别按现有的在先权利办理。"),
    *("全港上下勠力同心，携手共进，合三为一。", "他必恭必敬地送来贪得无餍的故事。", "两种写法：固步自封，故步自封。"),
    *("新店叫“食全食美”，隔壁是衣衣不舍服装店。", "品牌衣见钟情今年开业，店名闲妻凉母不雅。"),
    *("“杯水车新”的“新”写错了。", "把“杯水车薪”写成“杯水车新”，是常见的错。", "应为“杯水车薪”，误作“杯水车新”。"),
    *("坚持四位一体、六位一体、八位一体。", "一举三得，三举两得，七上九下。"),
    *(
        "大勢已去，反覆無常，大相逕庭，追根究柢。",
        "鏈鎖反應的原理，與時俱進的精神。",
        "議員們人云亦云，亦步亦趨，亦莊亦諧。",
    ),
    *("坚定不疑地往前走。", "一心一意学文化，一新船坞。"),
    *("杯水 车新", "", "一", "成语", "𠮷杯水车𠮷"),
]


@pytest.mark.parametrize(("text", "fixed"), SLIPS)
def test_slips_are_found_and_mended(text: str, fixed: str | None) -> None:
    assert check_text(text, select=("typo/idiom",)) or fixed is None
    assert fix_text(text, unsafe=True, select=("typo/idiom",)).text == (fixed or text)


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text: str) -> None:
    assert check_text(text, select=("typo/idiom",)) == []


def test_the_phrase_layer_has_the_first_word() -> None:
    """The tables hold both; an idiom that they hold is theirs, with its fix."""
    assert CONFUSABLE.entry("再接再励") and CONFUSABLE.entry("齐心协立")
    assert check_text("大家再接再励，齐心协立。", select=("typo/idiom",)) == []


def test_a_slip_in_a_quotation_is_a_warning() -> None:
    (found,) = check_text("老支书说：“这点钱杯水车新。”", select=("typo/idiom",))
    assert found.severity.name == "WARNING"


def test_a_slip_in_long_marks_that_quote_nobody_is_an_error() -> None:
    (found,) = check_text("公报里“各乡镇要把守株待免的想法改掉并抓紧时间修好水渠”一段很好。", select=("typo/idiom",))
    assert found.severity.name == "ERROR"


@pytest.mark.parametrize("text", ["健全“联防联致”机制。", "落实“标本兼制、联防联治”的办法。"])
def test_a_slip_in_a_quoted_slogan_is_a_warning(text: str) -> None:
    (found,) = check_text(text, select=("typo/idiom",))
    assert found.severity.name == "WARNING"


def test_a_long_line_and_an_idiom_at_its_end() -> None:
    text = "渔港" * 300_000 + "精打细蒜"
    assert [near.idiom for near in near_idioms(read_symbols(text).symbols)] == ["精打细算"]


@cache
def lines(name: str) -> list[str]:
    text = (rules_root() / "typo" / f"{name}.txt").read_text(encoding="utf-8")
    assert text.endswith("\n")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


@pytest.mark.parametrize("name", ["set-phrases", "idioms-right"])
def test_our_lists_are_sorted_and_hold_each_word_once(name: str) -> None:
    assert lines(name) == sorted(set(lines(name)))
    assert all(len(word) == LENGTH and all(map(is_han, word)) for word in lines(name))


def test_the_list_of_idioms_is_sorted_and_holds_each_once() -> None:
    rows = [line.split(" ") for line in lines("idioms-known")]
    assert [int(row[0]) for row in rows] == sorted({int(row[0]) for row in rows})
    idioms = [idiom for row in rows for idiom in row[1:]]
    assert len(idioms) == len(set(idioms)) > 7000
    assert not set(idioms) & set(lines("set-phrases"))
    assert all(row[1:] == sorted(row[1:]) for row in rows)


def test_no_idiom_is_a_wrong_word_of_the_tables() -> None:
    known = [idiom for line in lines("idioms-known") for idiom in line.split(" ")[1:]]
    for word in (*known, *lines("set-phrases")):
        assert CONFUSABLE.entry(word) is None


def test_every_right_word_is_one_step_from_an_idiom() -> None:
    for word in lines("idioms-right"):
        assert is_right(word) and not idiom_size(word)
        assert CONFUSABLE.entry(word) is None
        assert any(
            likeness(word[near.at], near.idiom[near.at]).sound in (SAME, FUZZY)
            or likeness(word[near.at], near.idiom[near.at]).shape >= 170
            for near in near_idioms(read_symbols(word).symbols)
        )


def test_only_the_windows_that_are_asked_about_are_looked_at() -> None:
    symbols = read_symbols("杯水车新，锲而不拾。").symbols
    every = list(near_idioms(symbols))
    asked = np.zeros(len(symbols) - LENGTH + 1, bool)
    asked[every[1].start] = True
    assert [near.idiom for near in every] == ["杯水车薪", "锲而不舍"]
    assert list(near_idioms(symbols, asked)) == every[1:]


@pytest.mark.parametrize("text", [text for text, _ in SLIPS])
def test_no_slip_is_passed_over_in_a_short_draft(text: str) -> None:
    assert_found_without_numpy(text)


BETWEEN = ["", "", "", " ", "\n", "\r\n", "，", "。", "“", "”", "的", "会议", "<br>", "\u200b"]


@st.composite
def slips(draw: st.DrawFn) -> str:
    """An idiom in which a character is another that is like it, in either script, and perhaps broken in two."""
    idiom = draw(st.sampled_from(every_idiom()))
    at = draw(st.integers(0, LENGTH - 1))
    idiom = idiom[:at] + draw(st.sampled_from([idiom[at], *candidates(idiom[at])])) + idiom[at + 1 :]
    if draw(st.booleans()):
        idiom = "".join(draw(st.sampled_from([character, *traditional_forms(character)])) for character in idiom)
    cut = draw(st.integers(0, LENGTH))
    return idiom[:cut] + draw(st.sampled_from(BETWEEN)) + idiom[cut:]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(slips(), st.sampled_from(BETWEEN)), max_size=8).map("".join))
def test_no_slip_is_passed_over_in_any_short_draft(text: str) -> None:
    assert_found_without_numpy(text)


def assert_found_without_numpy(text: str) -> None:
    short = find_idiom_slips(Document(Source(text)))
    with pytest.MonkeyPatch.context() as context:
        context.setattr(idiom_slips, "SHORT_DRAFT", 0)
        assert find_idiom_slips(Document(Source(text))) == short


def test_the_near_idioms_of_a_short_text_are_those_of_any() -> None:
    text = "他们再接再历、杯水车新，守株待免；一如既往，一如既住地推进，画蛇天足不可取。"
    symbols, offsets = Document(Source(text)).symbols
    found = {(int(offsets[near.start]), near.idiom, near.at) for near in near_idioms(symbols)}
    assert found
    assert found <= {tuple(near) for near in near_in_text(text)}
