"""`explain`, `rules`, `test`, `init`, help and versions."""

from __future__ import annotations

import json
import subprocess
import tomllib
from pathlib import Path

import msgspec
import pytest

import speechlint.config
from speechlint import __version__
from speechlint.cli.commands import COMMANDS
from speechlint.cli.init import TEMPLATE
from speechlint.config.schema import Config
from speechlint.engine.linter import Linter
from tests.cli.conftest import RULE, Call

SCHEMA = Path(speechlint.config.__path__[0], "speechlint.schema.json")
HOOKS = Path(__file__).resolve().parents[2] / ".pre-commit-hooks.yaml"
PAGE = """\
toy/tea

错误茶

试验用。

- 严重程度: 错误
- 修复: 安全（--fix 即改）
- 为什么这样定级: 只是试验。
- 预设: 默认开启
- 自版本: 0.1

报告

    这是⟦红荼⟧。
→
    这是红茶。

不报告

    这是红茶。
"""


def test_explain(call: Call) -> None:
    assert call("explain", "toy/tea") == (0, PAGE, "")
    assert call("explain", "toy/tea", "--color", "always").out.startswith("\x1b[1mtoy/tea\x1b[0m\n")
    english = call("explain", "toy/tea", "--lang", "en").out
    assert english.startswith("toy/tea\n\ntea\n\nFor tests.\n\n- Severity: error\n- Fix: safe (--fix applies it)\n")
    assert call("explain", "toy/te") == (2, "", "错误：没有规则“toy/te”，是不是“toy/tea”？\n")
    assert call("explain", "tea") == (2, "", "错误：没有规则“tea”，是不是“toy/tea”？\n")
    assert call("explain", "十五") == (2, "", "错误：没有规则“十五”。用 speechlint rules 看全部规则。\n")
    assert (
        call("explain", "toy/te", "--lang", "en").err == "error: There is no rule 'toy/te'. Did you mean 'toy/tea'?\n"
    )
    status, out, err = call("explain")
    assert (status, out, err) == (2, "", "错误：缺少参数 RULE。\n用法见 speechlint explain --help\n")


def test_every_rule_has_a_page(call: Call) -> None:
    for rule in Linter().catalogue.rules:
        for language in ("zh", "en"):
            status, out, _ = call("explain", rule.id, "--isolated", "--lang", language)
            assert status == 0
            assert out.startswith(f"{rule.id}\n\n{rule.title.into(language)}\n")  # type: ignore[arg-type]


def test_rules(call: Call) -> None:
    out = call("rules").out
    table = out[out.index("toy ") :].splitlines()
    assert table[0] == "toy toy（3）"
    assert [line.split() for line in table[1:4]] == [
        ["toy/coal", "警告", "须过目", "错误煤", "默认开启"],
        ["toy/pair", "提示", "安全", "错误俩", "默认开启"],
        ["toy/tea", "错误", "安全", "错误茶", "默认开启"],
    ]
    values = {rule["code"]: rule for rule in json.loads(call("rules", "--output-format", "json").out)}
    assert list(values) == sorted(values)
    assert values["toy/pair"] == {
        "code": "toy/pair",
        "family": "toy",
        "title": {"zh": "错误俩", "en": "pair"},
        "severity": "hint",
        "fix": "safe",
        "presets": dict.fromkeys(("gongwen", "zh-hant", "template", "scraped", "strict"), "hint") | {"minimal": None},
        "norm": None,
        "since": "0.1",
    }
    lines = call("rules", "--output-format", "markdown", "--lang", "en").out.splitlines()
    assert lines[:2] == ["| rule | severity | fix | what | presets |", "| --- | --- | --- | --- | --- |"]
    assert "| toy/tea | error | safe | tea | on |" in lines
    assert "toy/tea" not in call("rules", "--isolated").out


def test_test(call: Call) -> None:
    assert call("test", "toy") == (0, "3 条规则的例子全部成立。\n", "")
    assert call("test", "pack") == (0, "3 条规则的例子全部成立。\n", "")
    assert call("test", "pack/toy/tea.toml", "--isolated") == (0, "1 条规则的例子全部成立。\n", "")
    assert call("test", "pack", "--isolated", "--lang", "en").out == "The examples of 3 rules all hold.\n"
    broken = RULE.format(
        name="milk", title="错误奶", severity="error", wrong="牛乃", right="牛奶", applicability="safe"
    ).replace("good = ", 'good = "牛乃"\n[[example]]\ngood = ')
    Path("more/toy").mkdir(parents=True)
    Path("more/toy/milk.toml").write_text(broken, encoding="utf-8")
    status, out, err = call("test", "more")
    assert (status, err) == (1, "")
    assert out.splitlines()[0].startswith("toy/milk: 不应报告，却报告了")
    assert out.splitlines()[-1].startswith("1 条规则中 1 条的例子不成立")
    Path("more/toy/milk.toml").write_text("kind = 3", encoding="utf-8")
    assert call("test", "more").status == 2
    assert call("test", "nonesuch.toml") == (2, "", "错误：nonesuch.toml：没有这个文件或文件夹。\n")
    assert call("test", "toy/te").err == "错误：没有规则“toy/te”，是不是“toy/tea”？\n"
    Path("empty").mkdir()
    assert call("test", "empty").err == "错误：empty：没有规则文件。规则包里应是 类别/名称.toml。\n"


def test_init_writes_a_configuration_that_is_valid_line_by_line(call: Call) -> None:
    Path("speechlint.toml").unlink()
    assert call("init") == (0, "写好了 speechlint.toml。\n", "")
    text = Path("speechlint.toml").read_text(encoding="utf-8")
    assert "file:" not in text and str(SCHEMA.parent.parent) not in text  # it is committed: no place of one machine
    assert SCHEMA.relative_to(SCHEMA.parents[2]).as_posix() in text
    assert json.loads(SCHEMA.read_text(encoding="utf-8"))["$schema"].startswith("https://json-schema.org/")
    uncommented = "\n".join(
        line[2:] if line.startswith("# ") and (" = " in line or line.startswith("# [")) else line
        for line in text.splitlines()[1:]
    )
    config = msgspec.convert({**tomllib.loads(uncommented), "baseline": None}, Config)
    assert config.placeholders.values == {"X市": "临江市"}
    assert config.per_file_ignores == {"templates/*": ("placeholder",)}
    Linter(config)
    assert call("init") == (2, "", "错误：已有 speechlint.toml，没有改动。\n")
    assert Path("speechlint.toml").read_text(encoding="utf-8") == text
    assert TEMPLATE.count("\n") < 50


def test_init_offers_the_hook_in_a_repository(call: Call) -> None:
    Path("speechlint.toml").unlink()
    subprocess.run(["git", "init", "-q"], check=True)
    out = call("init").out
    assert "entry: speechlint check --force-exclude" in out
    both = out + HOOKS.read_text(encoding="utf-8")
    assert {line.strip() for line in both.split("\n") if "files:" in line} == {"files: \\.(txt|text|md|markdown|docx)$"}
    assert not Path(".pre-commit-config.yaml").exists()
    assert call("init", "--pre-commit").out == "写好了 .pre-commit-config.yaml。\n"
    assert call("init", "--pre-commit").out == ".pre-commit-config.yaml 里已有 speechlint，没有改动。\n"


OTHERS = """\
# ours
repos:
- repo: https://example.com/other
  rev: v1
  hooks:
  - id: other
"""


def test_init_adds_the_hook_to_others_and_overwrites_nothing(call: Call) -> None:
    yaml = pytest.importorskip("yaml")
    hooks = Path(".pre-commit-config.yaml")
    hooks.write_text(OTHERS, encoding="utf-8")
    assert call("init", "--pre-commit").status == 0
    text = hooks.read_text(encoding="utf-8")
    assert text.startswith(OTHERS)
    assert [repo["hooks"][0]["id"] for repo in yaml.safe_load(text)["repos"]] == ["other", "speechlint"]
    for strange in ("repos: [{repo: local, hooks: []}]\n", OTHERS + "exclude: x\n", "fail_fast: true\n", ""):
        hooks.write_text(strange, encoding="utf-8")
        status, _, err = call("init", "--pre-commit")
        assert (status, hooks.read_text(encoding="utf-8")) == (2, strange)
        assert "- id: speechlint" in err


def test_help_fits_the_screen_in_both_languages(call: Call) -> None:
    for arguments in ([], *([name] for name in COMMANDS)):
        for language in ("zh", "en"):
            status, out, err = call(*arguments, "--help", "--lang", language)
            assert (status, err) == (0, "")
            assert all(sum(2 if character > "\u2e7f" else 1 for character in line) <= 80 for line in out.splitlines())
            assert ("用法：speechlint" in out) == (language == "zh")
            assert out.isascii() or language == "zh" or set(out) - set(map(chr, range(128))) <= {"…"}


def test_every_option_is_explained(call: Call) -> None:
    out = call("check", "--help").out
    wanted = [
        "--fix",
        "--unsafe-fixes",
        "--fix-only",
        "--diff",
        "--backup",
        "--select",
        "--ignore",
        "--extend-select",
        "--preset",
        "--severity",
        "--output-format",
        "--output-file",
        "--statistics",
        "--show-suppressed",
        "--exit-zero",
        "--config",
        "--isolated",
        "--encoding",
        "--no-cache",
        "--jobs",
        "--quiet",
        "--color",
        "--lang",
        "--watch",
        "--stdin-filename",
        "--force-exclude",
        "--help",
    ]
    assert [name for name in wanted if name not in out] == []


def test_version_and_usage(call: Call) -> None:
    assert call("--version") == (0, f"speechlint {__version__}\n", "")
    status, out, err = call()
    assert (status, out) == (2, "")
    assert err.startswith("检查讲话稿和公文")
    assert call("chek", "a.txt").err == "错误：没有命令 chek，是不是 check？\n用法见 speechlint --help\n"
    assert call("a.txt").err.splitlines()[0].endswith("检查文稿用 speechlint check a.txt")
