"""Which expressions are compiled and which are refused: told before any is."""

from __future__ import annotations

import subprocess
import sys
from random import Random
from typing import Any

import pytest
import regex

from speechlint.lexicon.rule_folder import rules_root
from speechlint.rulepack.errors import RulePackError
from speechlint.rulepack.schema import read_rule
from speechlint.rulepack.weight import DEEPEST, HEAVIEST, LONGEST, objection, weight_of
from tests.rulepack.test_load import rule_text

WEIGHTS = [
    ("", 0),
    ("坏事", 2),
    ("坏{3}", 4),
    ("坏{3,}", 4),
    ("坏{,3}坏?坏*坏{0}", 4),
    ("坏{1}坏{1,1}", 2),
    ("坏+坏{1,2}", 4),
    ("坏+?坏++坏{2}?", 7),
    ("(?:坏{9}){9}", 100),
    ("(?:坏|事){9}", 20),
    ("(?:(?:坏+)+)+", 8),
    ("[坏事]{9}", 20),
    ("[]坏{9}]", 5),
    ("[^]坏{9}]", 6),
    ("[[:alpha:]]{9}", 90),
    (r"[\]]{9}\]{9}", 30),
    (r"\({9}", 10),
    ("坏{事}{9}", 13),
    ("坏(?#）{9}\\)x){9}", 10),
    ("(?i:坏){9}(?P<n>坏){9}(?<=坏){9}", 30),
    ("(?x)坏 {9} # (坏{9}\n {9}", 100),
    ("(?x)坏{ 9 }(?-x: {9}#{9})", 30),
    ("(?x:坏 {9})坏 {9}", 21),
    ("(坏)(?(1)坏|事){9}", 31),
    ("(?:){9}", 1000),
    ("坏)坏{9}", 1),
    ("(坏{9}", 10),
    ("坏{99999999999999}", HEAVIEST + 1),
]


@pytest.mark.parametrize(("source", "weight"), WEIGHTS, ids=[source for source, _ in WEIGHTS])
def test_weights(source: str, weight: int) -> None:
    assert weight_of(source) == weight


HEAVY = {
    "a million": "(?:a{1000}){1000}",
    "a thousand million": "(?:(?:a{1000}){1000}){1000}",
    "a long one": "a{200000}",
    "longer than numbers are": "a{" + "9" * 5000 + "}",
    "at least": "(?:a{1000,}){1000,}",
    "plus in plus": "(?:a" * 40 + ")+" * 40,
    "two in two": "(?:a" * 20 + "){2}" * 20,
    "lazy": "(?:a" * 40 + ")+?" * 40,
    "possessive": "(?:a" * 40 + ")++" * 40,
    "groups that hold nothing": "(?:()){98000}",
    "a row of such groups": "()" * 9000,
    "behind a comment": "(?x)(?:a{1000} #)\n){1000}",
    "looking ahead": "(?=a{1000}){1000}",
    "groups in groups": "(" * 2000 + "a" + ")" * 2000,
    "choices in groups": "(?:a|" * 300 + "b" + ")" * 300,
    "thousands of choices": "|".join(f"(?:(?:坏{number}))" for number in range(5000)),
}


@pytest.mark.parametrize("source", HEAVY.values(), ids=HEAVY)
@pytest.mark.parametrize("key", ["pattern", "before", "after", "not-before", "not-after"])
def test_what_takes_gigabytes_or_minutes_is_refused(key: str, source: str) -> None:
    kind = 'pattern = "坏"\ntriggers = ["坏"]' if key != "pattern" else 'triggers = ["坏"]'
    text = rule_text("pattern", f"{kind}\n{key} = '''{source}'''", "⟦坏⟧", "好")
    with pytest.raises(RulePackError) as caught:
        read_rule(text, "toy.toml")
    said = objection(source)
    assert said is not None
    assert caught.value.zh == f"toy.toml: match.{key}: {said.zh}"
    assert caught.value.en == f"toy.toml: match.{key}: {said.en}"


def test_the_reasons() -> None:
    said = [objection(source) for source in ("坏" * (LONGEST + 1), "(" * (DEEPEST + 1), "坏{100000}")]
    assert [reason and reason.zh for reason in said] == [
        "表达式有 20,001 个字符，超过上限 20,000；词多时请用 kind = 'phrase'",
        "表达式的括号套了 50 层以上，请简化",
        "表达式里的重复展开后超过 100,000 个字符，编译要用太多内存；请减少 {n}、+ 的次数或层数",
    ]
    assert [reason and reason.en for reason in said] == [
        "the expression has 20,001 characters, more than the limit of 20,000; for many words take kind = 'phrase'",
        "the expression has groups more than 50 deep; make it simpler",
        "the expression's repeats come to more than 100,000 characters written out, which takes too much memory to "
        "compile; take fewer or shallower {n} and +",
    ]


FINE = [
    "[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日",
    "坏.{0,20000}事",
    "(?:[一二三四五六七八九十]+、)+",
    "|".join(f"坏{number}" for number in range(3000)),
    "(" * DEEPEST + "坏" + ")" * DEEPEST,
    "坏{90000}",
    "(",
]


@pytest.mark.parametrize("source", FINE, ids=lambda source: source[:20])
def test_what_is_used_is_not(source: str) -> None:
    assert objection(source) is None


def test_our_own_rules_are_far_below_the_limits() -> None:
    files = sorted(rules_root().glob("*/*.toml"))
    rules = [read_rule(file.read_text(encoding="utf-8"), file) for file in files]
    matches = [rule.match for rule in rules]
    sources = [source for match in matches for source in (match.pattern, match.before, match.after, match.not_before)]
    assert files and max(map(weight_of, sources)) < HEAVIEST / 50 and max(map(len, sources)) < LONGEST / 20


# What repeats of each kind come to at the limit, and long rows of each.
PIECES = [
    "a", ".", r"\R", r"\X", "[ab]", "(?:a|b)", "(a)", "(?=a)", "(?<=a)", "(?>a)", "(?:a){e<=1}x", "(?if:ß)", r"\b",
    "a*", "a*?", "a*+", "(?(1)a|b)()", r"\p{Han}", "a?", "(?R)?a", "(?P<x>b)(?&x)", "(?:|)", "()", "((?=))", r"\K",
    "(?:ab|ac)", "(?:a|bc)?", "(?:a+)+", "(|)", "(?P<x>)", "(?if:[ -\U0010ffff])",
]  # fmt: skip
CHILD = """
import resource, sys, time, regex
resource.setrlimit(resource.RLIMIT_AS, (600 << 20,) * 2)
for source in sys.argv[1:]:
    begin = time.process_time()
    try:
        regex.compile(source, regex.VERSION0)
    except regex.error:
        pass
    if time.process_time() - begin > 5:
        sys.exit(f"{source[:40]} took {time.process_time() - begin:.1f} s")
"""


def test_what_is_not_refused_takes_little_to_compile() -> None:
    """With 600 MB of memory, and at most some seconds of work; most take some hundredths of one."""
    sources = []
    for piece in PIECES:
        times = 99_000 * 10 // weight_of(f"(?:{piece}){{9}}") - 1
        sources += [f"(?:{piece}){{{times}}}", piece * min(times, LONGEST // len(piece))]
    assert [source for source in sources if objection(source)] == []
    for begin in range(0, len(sources), 6):
        command = [sys.executable, "-c", CHILD, *sources[begin : begin + 6]]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
        assert done.returncode == 0, done.stderr[-1000:]


SIGNS = [
    "(", "(", "(?:", "(?x:", "(?x)", "(?-x)", "(?-x:", "(?i)", "(?P<n>", "(?<n>", "(?=", "(?<!", "(?#", "(?>", "(?|",
    "(?(1)", "(?R)", "(?1)", ")", ")", ")", ")", "|", "a", "b", " ", "#", "\n", "[", "[^", "]", "[]", "[:alpha:]", "[:",
    "a-", ":]", "\\]", "\\)", "\\", "{3}", "{2,}", "{,2}", "{1,2}", "{1}", "{0}", "+", "*", "?", "{", "}", "{e<=1}",
    "{1<=e<=2}", ",", "5", "\\p{L}", "\\R", ".", "^", "$", " {4}", "{ 4}", "(? x)", "(? -x )", "(*PRUNE)", "\\K",
    "{i<=1:[a)]}",
]  # fmt: skip


def test_no_expression_is_taken_for_lighter_than_it_is() -> None:
    """Held against what the parser of `regex` makes of the same signs; that one counts no lookaround of a condition."""
    random = Random(7)
    counted = 0
    for _ in range(20_000):
        source = random.choice(("", "", "(?x)")) + "".join(random.choices(SIGNS, k=random.randint(1, 14)))
        source += ")" * (source.count("(") - source.count(")")) * random.randint(0, 1)
        true = parsed_weight(source)
        if true is not None:
            counted += 1
            assert weight_of(source) >= true, source
    assert counted > 2000


def parsed_weight(source: str) -> int | None:
    """None for what is no expression."""
    core: Any = pytest.importorskip("regex._regex_core")
    flags = regex.VERSION0
    while True:
        reader = core.Source(source)
        info = core.Info(flags, reader.char_type, {})
        info.guess_encoding = core.UNICODE
        try:
            parsed = core._parse_pattern(reader, info)
            return pieces(parsed, core) if reader.at_end() else None
        except core._UnscopedFlagSet:
            flags = info.global_flags
        except (core.error, ValueError, KeyError, AttributeError, IndexError):
            return None


def pieces(node: Any, core: Any) -> Any:
    if isinstance(node, core.GreedyRepeat):
        return (node.min_count + 1) * pieces(node.subpattern, core)
    parts: list[Any] = []
    for name in ("items", "branches"):
        parts += getattr(node, name, []) if isinstance(node, (core.Sequence, core.Branch)) else []
    for name in ("subpattern", "yes_item", "no_item"):
        parts += [getattr(node, name)] if hasattr(node, name) else []
    return sum(pieces(part, core) for part in parts) if parts else int(not isinstance(node, core.Sequence))
