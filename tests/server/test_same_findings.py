"""The editor and the command line give the same findings for every fixture."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from speechlint.cli.main import main
from speechlint.engine.linter import Linter
from speechlint.formats.source import Source
from speechlint.text.lines import Lines
from tests.server.editor import Editor, offset, pushing

ROOT = Path(__file__).resolve().parents[2] / "fixtures"
PRESET = 'preset = "zh-hant"\ninclude = ["draft.txt", "draft.md"]\n'


@pytest.fixture
def fixtures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """All fixtures, those in traditional characters under their own preset; and what silences findings."""
    folder = tmp_path / "fixtures"
    shutil.copytree(ROOT, folder)
    for case in folder.glob("*hant"):
        (case / "speechlint.toml").write_text(PRESET, encoding="utf-8")
    silenced = folder / "silenced"
    silenced.mkdir()
    (silenced / "speechlint.toml").write_text(
        '[per-file-ignores]\n"*.md" = ["placeholder"]\n[words]\nallow = ["再接再励"]\n', encoding="utf-8"
    )
    (silenced / "draft.txt").write_text("　　近日，X市的同志再接再励。\n", encoding="utf-8")
    (silenced / "draft.md").write_text(
        "近日，X市。\n\n<!-- speechlint: disable-next-line typo -->\n要按步就班。\n\n要按步就班。\n", encoding="utf-8"
    )
    monkeypatch.setenv("SPEECHLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.asyncio
async def test_every_fixture(fixtures: Path, capfd: pytest.CaptureFixture[str]) -> None:
    main(["baseline", "union-address"])
    capfd.readouterr()
    main(["check", "--output-format", "json", "--no-cache", "."])
    by_file: dict[str, list[object]] = {path: [] for path in map(str, sorted(fixtures.glob("*/draft.*")))}
    for finding in json.loads(capfd.readouterr().out):
        by_file[str(fixtures / finding["filename"])].append(_of_command_line(finding))
    editor = await Editor.start(fixtures, options={"trusted": True}, capabilities=pushing("utf-8"))
    try:
        for name, wanted in by_file.items():
            source = Linter().decode(Path(name).read_bytes(), name)
            assert isinstance(source, Source)
            uri = Path(name).as_uri()
            editor.open(uri, source.text, "markdown" if name.endswith(".md") else "plaintext")
            found = await editor.pushed(uri, 1)
            lines = Lines(source.text)
            assert [_of_editor(one, source.text, lines) for one in found] == wanted, name
    finally:
        assert await editor.stop() == 0
    assert len(by_file) > 20 and sum(map(len, by_file.values())) > 100
    assert by_file[str(fixtures / "union-address" / "draft.txt")] == [], "the baseline counts"
    assert len(by_file[str(fixtures / "silenced" / "draft.txt")]) == 1, "the word is allowed"
    assert len(by_file[str(fixtures / "silenced" / "draft.md")]) == 1, "the comment and the pattern silence the others"


def _of_command_line(finding: dict[str, object]) -> tuple[object, ...]:
    notes = [f"注：{note}" for note in finding["notes"]]  # type: ignore[attr-defined]
    message = "\n".join([finding["message"], *notes])  # type: ignore[list-item]
    places = [tuple(finding[key].values()) for key in ("location", "end_location")]  # type: ignore[attr-defined]
    return (finding["code"], finding["severity"], message, *places, finding["fingerprint"])


def _of_editor(one: object, text: str, lines: Lines) -> tuple[object, ...]:
    severity = {1: "error", 2: "warning", 3: "hint"}[one.severity.value]  # type: ignore[attr-defined]
    found = one.range  # type: ignore[attr-defined]
    places = [lines.location(offset(text, place, "utf-8")) for place in (found.start, found.end)]
    return (one.code, severity, one.message, *places, one.data["fingerprint"])  # type: ignore[attr-defined]
