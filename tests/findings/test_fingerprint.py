"""Fingerprints: what changes them and what does not."""

from __future__ import annotations

from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fingerprint import fingerprints
from speechlint.text.span import Span

LINE = "今天下午刚下过一场雨，我们在县里开会，X市的同志也来了，大家一起商量办法。"


def names(text: str, word: str = "X", rule: str = "toy/a") -> list[str]:
    places = [i for i in range(len(text)) if text.startswith(word, i)]
    return fingerprints(text, [Diagnostic(rule, Span(i, i + len(word)), "坏", Severity.ERROR) for i in places])


def test_lines_added_above_change_nothing() -> None:
    assert names("前面又添了一段话，很长很长很长。\n" + LINE) == names(LINE)


def test_words_around_the_place_count() -> None:
    assert names(LINE.replace("县里", "乡里")) != names(LINE)
    assert names(LINE.replace("下午", "上午")) == names(LINE), "farther away than twelve code points"


def test_repeats_are_told_apart() -> None:
    same = names((LINE * 3)[: len(LINE) * 3])
    assert len(set(same)) == 3


def test_the_rule_counts() -> None:
    assert names(LINE, rule="toy/b") != names(LINE)


def test_a_lone_surrogate_is_no_obstacle() -> None:
    assert len(names("\ud800X\udfff")) == 1


def test_names_stay_what_they_are() -> None:
    """Baselines in other people's repositories hold them."""
    text = "开场白说明\r会议强调要坏\n坏，坏\r\n\ud800坏\0坏𠮷的"
    places = ((0, 1), (9, 10), (11, 12), (13, 14), (16, 18), (11, 12), (18, 19), (19, 20), (22, 22))
    found = [Diagnostic("toy/bad", Span(*place), "坏", Severity.ERROR) for place in places]
    assert fingerprints(text, found) == [
        "742dd7de5a06cdf5",
        "667640ad8a5cb0bc",
        "df23418876b1f0da",
        "5d81e511f7de2437",
        "5f6cbbfa3a8d46fb",
        "5e9d86e2bb173a2e",
        "a536ae28f1ea883f",
        "102c2e38dda78e6c",
        "ae7297feffef6885",
    ]
