"""docs/ci.md: its files are what the servers read, and its commands do what they are there for."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tests.cli.conftest import DRAFT, Call
from tests.reporters.formats import published_schema

PAGE = Path(__file__).resolve().parents[2] / "docs" / "ci.md"
GITHUB, GITLAB = "GitHub Workflow", "gitlab-ci"
OUTSIDE = {"pip", "reviewdog"}  # programs that are not ours


def files() -> list[str]:
    return re.findall(r"^```yaml\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def commands() -> list[str]:
    """Every shell command of the page, in the files and in the text."""
    found = []
    for file in files():
        found += commands_of(yaml.safe_load(file))
    text = re.sub(r"^```yaml\n.*?^```$", "", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    return found + re.findall(r"`(speechlint [^`]+)`", text)


def commands_of(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value["run"]] if isinstance(value.get("run"), str) else []
        scripts = [line for key in ("script", "before_script") for line in value.get(key, ())]
        return own + scripts + [each for inner in value.values() for each in commands_of(inner)]
    return [each for inner in value for each in commands_of(inner)] if isinstance(value, list) else []


def test_there_are_files_for_both_servers() -> None:
    kinds = [GITHUB if "jobs" in yaml.safe_load(file) else GITLAB for file in files()]
    assert sorted(kinds) == [GITHUB, GITHUB, GITLAB]
    assert len(commands()) >= 9


@pytest.mark.parametrize("file", files())
def test_the_servers_would_read_them(file: str) -> None:
    value = yaml.safe_load(file)
    value = {"on" if key is True else key: inner for key, inner in value.items()}  # YAML 1.1 takes `on` for true
    schema = published_schema(GITHUB if "jobs" in value else GITLAB)
    jsonschema.validators.validator_for(schema)(schema).validate(value)


@pytest.mark.parametrize("command", sorted(set(commands())))
def test_commands_run(command: str, call: Call) -> None:
    Path("a.txt").write_text(DRAFT, encoding="utf-8")
    for part in command.split("|"):
        program, *arguments = shlex.split(part)
        if program in OUTSIDE:
            continue
        assert program == "speechlint"
        status, out, err = call(*arguments)
        assert err == "" or arguments[0] == "baseline"
        assert status == (0 if "--exit-zero" in arguments or arguments[0] == "baseline" else 1)
        file = arguments[arguments.index("--output-file") + 1] if "--output-file" in arguments else None
        assert (out == "") is (file is not None) or arguments[0] == "baseline"
        assert file is None or Path(file).stat().st_size


def test_files_that_are_handed_on_are_written() -> None:
    text = PAGE.read_text(encoding="utf-8")
    written = set(re.findall(r"--output-file (\S+)", text))
    handed = set(re.findall(r"(?:path|sarif_file|codequality): (\S+)$", text, re.MULTILINE))
    assert handed == written
    assert written == {"gl-code-quality-report.json", "report.html", "speechlint.sarif"}
