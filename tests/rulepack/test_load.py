"""Rule files: what they give, and what is said of faulty ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from speechlint.config.schema import Config
from speechlint.engine.linter import Linter
from speechlint.findings.fix import Applicability
from speechlint.findings.ours import CRASHED
from speechlint.plugins.manager import catalogue
from speechlint.rulepack.errors import RulePackError
from speechlint.rulepack.load import load_pack, load_rule, rules_root
from speechlint.rulepack.schema import read_rule
from speechlint.testing import run_examples

HEAD = """
id = "wording/toy"
kind = "{kind}"
severity = "warning"
title = {{ zh = "试验", en = "a toy" }}
why = {{ zh = "试验用。", en = "For tests." }}
message = {{ zh = "“{{text}}”应为“{{right}}”", en = "'{{text}}' should be '{{right}}'" }}
[match]
{match}
{fix}
[[example]]
bad = "{bad}"
{fixed}
[[example]]
good = "{good}"
"""
FIX = """[fix]
applicability = "safe"
because = {{ zh = "只是试验。", en = "Only a test." }}
title = {{ zh = "改为“{{right}}”", en = "use '{{right}}'" }}
{replace}
"""


def rule_text(kind: str, match: str, bad: str, good: str, fix: str = "", fixed: str = "") -> str:
    return HEAD.format(kind=kind, match=match, bad=bad, good=good, fix=fix, fixed=fixed)


SWAPS = rule_text(
    "swap", 'swaps = { "坏事" = "好事" }', "做⟦坏事⟧。", "做好事。", FIX.format(replace=""), 'fixed = "做好事。"'
)
KINDS = [
    ("phrase", rule_text("phrase", 'words = ["坏事"]\nnot-before = "不做"', "做⟦坏事⟧。", "不做坏事。")),
    ("phrase, behind", rule_text("phrase", 'words = ["坏"]\nafter = "[事人]"', "⟦坏⟧人", "坏得很")),
    ("phrase, the longest word", rule_text("phrase", 'words = ["坏", "坏事"]', "⟦坏事⟧与⟦坏⟧人", "好")),
    ("phrase, both scripts", rule_text("phrase", 'words = ["坏事"]', "做⟦壞事⟧。", "做好事。")),
    ("swap", SWAPS),
    ("pattern", rule_text("pattern", 'pattern = "坏(?P<span>[0-9]+)次"\ntriggers = ["坏"]', "坏⟦12⟧次", "12次")),
    ("pattern, deleting", rule_text("pattern", 'pattern = "（坏[^）]*）"\ntriggers = ["（坏"]', "甲⟦（坏的）⟧乙", "（好的）",
                                    FIX.format(replace='replace = ""'), 'fixed = "甲乙"')),
    ("line", rule_text("line", "lines = ['坏站 #年', '坏事*', '*坏网']", r"甲：\n　⟦坏站　２３年⟧\n乙\n⟦坏事12⟧\n⟦坏事⟧，他说。\n好⟦壞網⟧", r"坏站 年\n去坏站 1年\n做坏事\n坏网好")),
    ("line, signs as words", rule_text("line", r"lines = ['\*坏事\#', '坏 事']", r"⟦*坏事#⟧\n⟦坏　 事⟧", r"坏事#\n*坏事1\n坏事")),
    ("line, deleting", rule_text("line", 'lines = ["坏站", "*坏网"]', r"甲\n 　⟦坏站⟧\n乙⟦坏网⟧\n⟦坏站⟧", "坏站的",
                                 FIX.format(replace='replace = ""'), r'fixed = "甲\n乙"')),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text"), KINDS, ids=[why for why, _ in KINDS])
def test_kinds(why: str, text: str, tmp_path: Path) -> None:
    linter = with_pack(tmp_path, text)
    rule = linter.catalogue.by_id["wording/toy"]
    assert [str(failure) for failure in run_examples([rule], linter.catalogue)] == []


def with_pack(folder: Path, text: str) -> Linter:
    (folder / "wording").mkdir()
    (folder / "wording/toy.toml").write_text(text, encoding="utf-8")
    return Linter(Config(select=("wording/toy",), rule_packs=(".",), root=folder), catalogue=catalogue((), (folder,)))


def test_swap_says_what_should_stand_there(tmp_path: Path) -> None:
    (found,) = with_pack(tmp_path, SWAPS).check_text("做坏事。").kept
    assert found.message == "“坏事”应为“好事”"
    assert found.fix is not None
    assert (found.fix.title, found.fix.edits[0].content, found.fix.applicability) == (
        "改为“好事”",
        "好事",
        Applicability.SAFE,
    )


FAULTS = [
    ("no TOML", 'id = "wording/toy', "toy.toml: 不是 TOML：Unterminated string (at end of document)"),
    ("unknown applicability", SWAPS.replace('"safe"', '"sure"'), "toy.toml: fix.applicability: “sure”不认识，可用 safe、unsafe、display"),
    ("unknown severity", SWAPS.replace('"warning"', '"bad"'), "toy.toml: severity: “bad”不认识，可用 hint、warning、error"),
    ("unknown kind", SWAPS.replace('"swap"', '"guess"'), "toy.toml: kind: “guess”不认识，可用 phrase、swap、pattern、line"),
    ("unknown key", "because = 1\n" + SWAPS, "toy.toml: Object contains unknown field `because`"),
    ("unknown preset", SWAPS.replace("[match]", "[presets]\nformal = 'off'\n[match]"),
     "toy.toml: presets.formal: 没有这个预设，可用 gongwen、zh-hant、template、scraped、strict、minimal"),
    ("missing words", rule_text("phrase", "reach = 3", "⟦坏⟧", "好"), "toy.toml: match.words: kind = 'phrase' 需要它"),
    ("an empty word", rule_text("phrase", 'words = ["坏", ""]', "⟦坏⟧", "好"), "toy.toml: match.words: 里有空的词。写上词，或删去这一项"),
    ("a reach below nothing", rule_text("phrase", 'words = ["坏"]\nreach = -1', "⟦坏⟧", "好"), "toy.toml: match.reach: 不能小于 0"),
    ("line of one character", rule_text("line", "lines = ['坏*']", "⟦坏⟧", "好"), "toy.toml: match.lines: “坏*”太短，至少要有 2 个字"),
    ("a line without end", rule_text("line", f"lines = ['坏{'事' * 1000}']", "⟦坏⟧", "好"),
     f"toy.toml: match.lines: “坏{'事' * 19}…”有 1,001 个字，超过上限 1,000"),
    ("swap without fix", rule_text("swap", 'swaps = { "坏" = "好" }', "⟦坏⟧", "好"), "toy.toml: fix: kind = 'swap' 需要它"),
    ("marks that do not pair", SWAPS.replace("⟧", ""), "toy.toml: example 1: bad 里的 ⟦ ⟧ 不成对：做⟦坏事。"),
    ("no good example", SWAPS.replace('good = "做好事。"', 'bad = "⟦坏事⟧"'), "toy.toml: example: 至少要有一个 bad 和一个 good"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "wanted"), FAULTS, ids=[row[0] for row in FAULTS])
def test_faults_name_file_key_and_remedy(why: str, text: str, wanted: str) -> None:
    with pytest.raises(RulePackError) as caught:
        read_rule(text, "toy.toml")
    assert str(caught.value) == wanted


WRONG = [
    ('pattern = "坏(事"\ntriggers = ["坏"]', "pattern", "坏(事"),
    ('pattern = "坏[z-a]"\ntriggers = ["坏"]', "pattern", "坏[z-a]"),
    ('pattern = "(?V1)坏[[事]"\ntriggers = ["坏"]', "pattern", "(?V1)坏[[事]"),  # right without its beginning
    ('pattern = "坏"\ntriggers = ["坏"]\nbefore = "*"', "before", "*"),
    ('pattern = "坏"\ntriggers = ["坏"]\nnot-before = "好)|("', "not-before", "好)|("),
    ('pattern = "坏"\ntriggers = ["坏"]\nafter = "(?P<好>事)(?P=坏)"', "after", "(?P<好>事)(?P=坏)"),
    ('pattern = "坏"\ntriggers = ["坏"]\nnot-after = "事{2,1}"', "not-after", "事{2,1}"),
]


@pytest.mark.parametrize(("match", "key", "shown"), WRONG, ids=[row[2] for row in WRONG])
def test_what_is_no_expression_is_refused_when_it_is_read(match: str, key: str, shown: str, tmp_path: Path) -> None:
    (tmp_path / "wording").mkdir()
    file = tmp_path / "wording/toy.toml"
    file.write_text(rule_text("pattern", match, "⟦坏⟧", "好"), encoding="utf-8")
    for load in (lambda: load_pack(tmp_path), lambda: load_rule(file)):
        with pytest.raises(RulePackError) as caught:
            load()
        assert caught.value.zh.startswith(f"{file}: match.{key}: “{shown}”不是正则表达式（")
        assert caught.value.en.startswith(f"{file}: match.{key}: '{shown}' is no regular expression (")


def test_a_pack_is_weighed_as_a_whole(tmp_path: Path) -> None:
    (tmp_path / "wording").mkdir()
    text = rule_text("pattern", 'pattern = "坏{90000}"\ntriggers = ["坏"]', "⟦坏⟧", "好")
    for number in range(6):
        name = f"toy{number}"
        (tmp_path / f"wording/{name}.toml").write_text(text.replace("wording/toy", f"wording/{name}"), encoding="utf-8")
    with pytest.raises(RulePackError) as caught:
        load_pack(tmp_path)
    assert caught.value.zh.startswith(f"{tmp_path}: 所有表达式的重复展开后共超过 500,000 个字符")
    assert "the repeats of all expressions come to more than 500,000 characters" in caught.value.en


def test_the_expressions_of_our_own_rules_can_be_compiled() -> None:
    assert len(load_pack(rules_root())) == len(load_pack(rules_root(), ours=True))


def test_id_must_be_the_path(tmp_path: Path) -> None:
    (tmp_path / "typo").mkdir()
    file = tmp_path / "typo/other.toml"
    file.write_text(SWAPS, encoding="utf-8")
    with pytest.raises(RulePackError, match="“wording/toy”与路径不符，应为“typo/other”"):
        load_pack(tmp_path)
    assert load_rule(file).id == "wording/toy"


def test_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(RulePackError, match="没有这个规则文件夹"):
        load_pack(tmp_path / "none")


def test_a_pattern_that_runs_away_is_stopped_and_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("speechlint.rulepack.kinds.TIME_LIMIT", 0.05)
    text = rule_text("pattern", 'pattern = "(?:坏+)+好"\ntriggers = ["坏"]\nreach = 4000', "⟦坏好⟧", "好")
    report = with_pack(tmp_path, text).check_text("坏" * 4000)
    assert [diagnostic.rule for diagnostic in report.kept] == [CRASHED]
    assert report.kept[0].message == (
        "规则 wording/toy 没有查完：表达式太慢，超过 0.05 秒的时限。"
        "请简化规则文件 wording/toy.toml 里的表达式，或用 ignore 关闭这条规则。"
    )
    assert report.failures


def test_a_pattern_that_takes_all_memory_is_stopped_and_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("speechlint.rulepack.kinds.TIME_LIMIT", 600.0)  # a busy machine must not stop it first
    text = rule_text("pattern", 'pattern = "(?R)?坏"\ntriggers = ["坏"]', "⟦坏好⟧", "好")
    report = with_pack(tmp_path, text).check_text("坏" * 3000)
    assert [diagnostic.rule for diagnostic in report.kept] == [CRASHED]
    assert "规则 wording/toy 没有查完：表达式要用的内存太多。" in report.kept[0].message


def test_a_line_that_runs_away_is_stopped_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Digits may be split in as many ways as there are signs for some."""
    monkeypatch.setattr("speechlint.rulepack.kinds.TIME_LIMIT", 0.05)
    text = rule_text("line", f"lines = ['{'#1' * 30}坏事']", r"⟦" + "11" * 30 + "坏事⟧", "好")
    report = with_pack(tmp_path, text).check_text("1" * 2000 + "坏事了")
    assert [diagnostic.rule for diagnostic in report.kept] == [CRASHED]
    assert "表达式太慢" in report.kept[0].message


def test_the_time_limit_is_for_all_places_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each place alone takes a fraction of a millisecond."""
    monkeypatch.setattr("speechlint.rulepack.kinds.TIME_LIMIT", 0.05)
    monkeypatch.setattr("speechlint.rulepack.kinds.MORE_TIME", 0.0)
    text = rule_text("pattern", 'pattern = "(?:坏+)+好"\ntriggers = ["坏"]\nreach = 12', "⟦坏好⟧", "好")
    linter = with_pack(tmp_path, text)
    assert linter.check_text("坏" * 12 + "。" * 30).kept == ()
    report = linter.check_text(("坏" * 12 + "。" * 30) * 8000)
    assert [diagnostic.rule for diagnostic in report.kept] == [CRASHED]
