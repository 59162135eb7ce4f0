"""Proposals as a rule file to be looked through: each line with what speaks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from speechlint.corpus.learn.keys import key_of
from speechlint.corpus.learn.proposals import Proposal
from speechlint.findings.bilingual import Bilingual, Language
from speechlint.lexicon.scripts import fold
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern

MOST_EXAMPLES = 5
_NAME = Pattern(r"[^a-z0-9]+")
_TITLE = Bilingual("网站留下的行（由语料归纳）", "A line that a site left (learnt from a corpus)")
_WHY = Bilingual(
    "这一行在许多互不相干的文稿里原样出现，不是哪一篇讲话的内容。",
    "This line stands word for word in many documents that have nothing to do with each other.",
)
_MESSAGE = Bilingual(
    "“{text}”在许多文稿里原样出现，是网站留下的，应删去",
    "“{text}” stands in many documents: a site left it; delete it",
)
_BECAUSE = Bilingual(
    "由统计得来，删去之前要有人看一眼。", "Learnt by counting: somebody should look before it is deleted."
)
_DELETE = Bilingual("删去“{text}”", "delete “{text}”")


class Learned(NamedTuple):
    """What was counted. `least` documents had to have a line: more than was asked for where that was `raised`."""

    documents: int
    lines: int
    sources: int
    least: int
    raised: bool
    proposals: Sequence[Proposal]


def rule_id(stem: str) -> str:
    """The id of the rule in a file of that name."""
    return f"watermark/{_NAME.sub('-', stem.lower()).strip('-') or 'learned-line'}"


def pack_text(learned: Learned, stem: str, language: Language) -> str:
    """The rule file; with nothing to propose, comments alone."""
    head = "".join(f"# {line.into(language)}\n" for line in _opening(learned))
    if not learned.proposals:
        return head
    entries = "".join(_entry(number, each, learned, language) for number, each in enumerate(learned.proposals, 1))
    examples = "".join(_examples([each.key for each in learned.proposals]))
    return f"{head}{_rule(stem)}\n[match]\nlines = [\n{entries}]\n{_fix()}{examples}"


def _rule(stem: str) -> str:
    keys = (
        ("id", quoted(rule_id(stem))),
        ("kind", "'line'"),
        ("since", "'0.1'"),
        ("severity", "'warning'"),
        ("title", _both(_TITLE)),
        ("why", _both(_WHY)),
        ("message", _both(_MESSAGE)),
    )
    return "".join(f"{key} = {value}\n" for key, value in keys)


def _fix() -> str:
    keys = (("applicability", "'unsafe'"), ("because", _both(_BECAUSE)), ("title", _both(_DELETE)), ("replace", "''"))
    return "\n[fix]\n" + "".join(f"{key} = {value}\n" for key, value in keys)


def _both(text: Bilingual) -> str:
    return f"{{ zh = {quoted(text.zh)}, en = {quoted(text.en)} }}"


def _opening(learned: Learned) -> Iterator[Bilingual]:
    count, lines, proposed = learned.documents, learned.lines, len(learned.proposals)
    yield Bilingual(
        f"由 speechlint corpus learn 从 {count:,} 篇文稿的 {lines:,} 行归纳，提出 {proposed} 条。"
        "请逐条过目，不要的删去，再收进规则包。",
        f"Proposed by speechlint corpus learn from {lines:,} lines of {count:,} documents: {proposed} entries to look"
        " through. Delete what you do not want.",
    )
    yield Bilingual(
        f"至少 {learned.least:,} 篇互不相干的文稿里有的才列出，最有把握的在前；篇数是准数。"
        "# 代表数字，* 代表会变的部分。",
        f"Each stands in {learned.least:,} unrelated documents or more; the surest first; counts are exact."
        " # stands for digits, * for what changes.",
    )
    if learned.raised:
        yield Bilingual(
            "重复的行太多，篇数的下限因此提高了。",
            "So many lines repeat that the least number of documents was raised.",
        )


def _entry(number: int, proposal: Proposal, learned: Learned, language: Language) -> str:
    tally = proposal.tally
    sources = len(tally.sources)
    zh = f"{number}. {tally.documents:,} 篇（{_share(tally.documents, learned.documents)}）"
    en = f"{number}. {tally.documents:,} documents ({_share(tally.documents, learned.documents)})"
    if learned.sources:
        zh, en = f"{zh}，{sources} 个来源", f"{en}, {sources} sources"
    zh += f"，{tally.edges:,} 篇在首尾；{proposal.verdict.score} 分："
    en += f", {tally.edges:,} at an edge; {proposal.verdict.score} points: "
    zh += "、".join(f"{point.reason.zh}（{point.worth:+}）" for point in proposal.verdict.points)
    en += ", ".join(f"{point.reason.en} ({point.worth:+})" for point in proposal.verdict.points)
    return f"  # {Bilingual(zh, en).into(language)}\n  {quoted(fold(proposal.key))},\n"


def _examples(keys: Sequence[str]) -> Iterator[str]:
    """Examples that `speechlint test` tries: the surest lines between sentences, and words that only look like them."""
    chosen = keys[:MOST_EXAMPLES]
    for key in chosen:
        line = _instance(key)
        if key.startswith("*"):
            bad, fixed = (
                f"今年的渠修得早，水来得也早。⟦{line}⟧\n各组都备好了种子。",
                "今年的渠修得早，水来得也早。\n各组都备好了种子。",
            )
        else:
            bad, fixed = f"今年的渠修得早。\n⟦{line}⟧\n各组都备好了种子。", "今年的渠修得早。\n各组都备好了种子。"
        yield f"\n[[example]]\nbad = {quoted(bad)}\nfixed = {quoted(fixed)}\n"
    yield f"\n[[example]]\ngood = {quoted(f'他在会上说起“{_instance(chosen[0])}”这句话的来历。')}\n"


def _instance(key: str) -> str:
    """A line that the entry stands for."""
    part = key.startswith("*") or (key.endswith("*") and not key.endswith("\\*"))
    inner = key.strip("*") if part else key
    plain = re.sub(r"\\(.)|(#)", lambda match: match[1] or "12", inner)
    assert key_of(plain) == inner or part, key
    return fold(plain)


def quoted(words: str) -> str:
    """A TOML string; whatever cannot be seen is written as its number."""
    if words.isprintable() and "'" not in words:
        return f"'{words}'"
    return '"' + "".join(map(_escaped, words)) + '"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if character == "\n":
        return "\\n"
    return character if character.isprintable() else f"\\U{ord(character):08X}"


def _share(count: int, total: int) -> str:
    return f"{100 * count / total:.2f} %"
