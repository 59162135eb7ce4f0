"""The index of our own rules: it says what the rules say, and spares a run the import of those that are not needed."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.findings.card import Card, card_of
from speechlint.findings.rule import Rule
from speechlint.lexicon import listed, literals
from speechlint.lexicon.literals import Literals, Scan, with_besides
from speechlint.plugins.builtin import every_rule, speechlint_rules
from speechlint.plugins.shape import fault_of

RULES = every_rule()
CARDS = {card.id: card for card in speechlint_rules()}
FACTS = ("id", "family", "severity", "on", "presets", "whole", "covers", "infers")
TEXT = (
    "某省小编整理：渔港、海堤建设，让会员下载。會上強調：貫徹落實，決策部署。附件：一、二、三。再接再励，做出決定。\n"
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_card_says_what_its_rule_says(rule: Rule) -> None:
    card = CARDS[rule.id]
    assert [getattr(card, fact) for fact in FACTS] == [getattr(rule, fact) for fact in FACTS]
    assert type(card.rule) is type(rule)
    assert fault_of(rule) is None
    assert words(card) == words(card_of(rule))


def words(card: Card) -> list[set[str]]:
    return [set(each.words) for each in with_besides([card.triggers])] if card.triggers is not None else []


def test_the_index_lists_no_rule_that_is_no_more() -> None:
    assert sorted(CARDS) == [rule.id for rule in RULES]


def test_no_word_is_listed_twice() -> None:
    found = [
        word for file in (listed.USUAL, listed.TRADITIONAL) for _, own in listed.listed_words(file) for word in own
    ]
    assert len(found) == len(set(found))


@given(st.lists(st.text("市场場𠀀\0a1", min_size=1, max_size=15)))
def test_shortened_words_are_whole_again(words: list[str]) -> None:
    assert listed.whole(listed.shortened(sorted(words))) == sorted(words)
    assert listed.whole(listed.shortened(words)) == words


def test_shortened_words() -> None:
    assert listed.shortened(["市場", "市場監管", "市场監管", "縣"]) == ["0市場", "2監管", "1场監管", "0縣"]


def test_a_set_is_the_one_of_the_index_wherever_it_was_made() -> None:
    from speechlint.document.mask_signs import MASK_SIGNS

    assert MASK_SIGNS.itself in listed.listed_sets()
    assert set(MASK_SIGNS.itself.words) == set(MASK_SIGNS.words)
    other = Literals(MASK_SIGNS.words, both_scripts=False)
    assert other.itself is other


@pytest.mark.parametrize("times", [1, 50])
@pytest.mark.parametrize("few", [0, 1000])
def test_places_are_those_of_a_search_for_the_words_themselves(
    few: int, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether the words are tried singly or by the automaton of all, and with sets of others besides."""
    monkeypatch.setattr(literals, "FEW", few)
    text = TEXT * times
    other = Literals(("渔港", "落實", "小编"), both_scripts=False)
    scan = Scan([*listed.listed_sets(), other])
    found = scan.places(text)
    assert len(found) > 10
    for each in scan.sets:
        assert found.get(each, []) == Literals(each.words, both_scripts=False).places(text), each.words[:3]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("", False),
        ("渔港与海堤", False),
        ("會", True),
        ("渔港" * 2000, False),
        ("渔港" * 2000 + "會", True),
        ("○2003\ud800\x85" * 300, False),
    ],
    ids=["empty", "simplified", "traditional", "long", "long with one", "rare"],
)
def test_signs_of_traditional_text(text: str, answer: bool) -> None:
    assert listed.has_signs(text) is answer


INFERRING = ",".join(card.id for card in CARDS.values() if card.infers)


def modules(text: str, ignore: str = "") -> list[str]:
    """What a process that checks the text has imported of ours, and numpy."""
    code = (
        "import sys; from speechlint import Config, Linter; "
        "Linter(Config(ignore=tuple(filter(None, sys.argv[2].split(','))))).check_text(sys.argv[1]); "
        "print(*(name for name in sys.modules if name.startswith('speechlint.') or name == 'numpy'))"
    )
    done = subprocess.run([sys.executable, "-c", code, text, ignore], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_a_rule_without_its_words_is_not_imported() -> None:
    found = modules("各乡镇仓储点运转平稳，某省值守人员全部到岗。")
    assert "speechlint.checks.placeholder.mou_placeholder" in found
    assert not {"speechlint.checks.watermark.ad_block", "speechlint.checks.wording.organ_name"} & set(found)
    assert sum(name.startswith("speechlint.checks.") for name in found) < len(RULES) * 2 // 3


def test_numpy_is_not_imported_where_no_rule_needs_it() -> None:
    found = modules("各乡镇仓储点运转平稳，某省值守人员全部到岗。", ignore=INFERRING)
    assert "speechlint.checks.typo.idiom" in found
    assert "numpy" not in found
