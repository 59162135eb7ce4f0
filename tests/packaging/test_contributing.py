"""The rule that CONTRIBUTING.md shows works as it is written there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from speechlint.cli.main import main
from tests.packaging.environment import ROOT


def test_the_shown_rule(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"<!-- example: rule -->\n```toml\n(.+?)```\n", text, re.DOTALL)
    file = tmp_path / "wording" / "double-thanks.toml"
    file.parent.mkdir()
    file.write_text(shown, encoding="utf-8")
    assert main(["test", "--isolated", str(file)]) == 0, capsys.readouterr().out
    assert "1 条规则的例子全部成立" in capsys.readouterr().out


def test_what_it_names_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = re.findall(r"(?:python |`)((?:tools|tests|docs|speechlint|\.ci)/[\w./]+)", text)
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []
