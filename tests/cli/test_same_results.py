"""The same report, byte for byte, however many workers write it and whatever was known before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from speechlint import Linter
from speechlint.engine.setting import forget
from speechlint.testing import read_marks
from tests.cli.conftest import Call
from tests.formats.docx.making import document, paragraph

RULES_IN_FILE = 8


@pytest.fixture
def drafts(folder: Path) -> Path:
    """Drafts of all kinds, with the mistakes of all rules in them; some cannot be read."""
    drafts = folder / "drafts"
    drafts.mkdir()
    rules = Linter().catalogue.rules
    for i in range(0, len(rules), RULES_IN_FILE):
        texts = [read_marks(each.marked)[0] for rule in rules[i : i + RULES_IN_FILE] for each in rule.INVALID[:1]]
        place = drafts / f"{i % 3}"
        place.mkdir(exist_ok=True)
        (place / f"{i}.txt").write_bytes(("\n\n".join(texts) + "\n").encode("utf-8", "surrogatepass"))
    text = "会场设在⼯会。\u200b收购红荼,运走烟媒。\r\n"
    (drafts / "a.md").write_text(
        f"# 讲话\n<!-- speechlint-disable script -->\n{text}`{text.strip()}`\n", encoding="utf-8"
    )
    (drafts / "letter.txt").write_bytes("各位代表:你们好,谢谢.\n".encode("gb18030"))
    (drafts / "mark.txt").write_bytes(b"\xef\xbb\xbf" + text.encode())
    (drafts / "word.docx").write_bytes(document(paragraph(text.strip()) + paragraph("你好,世界.")))
    (drafts / "broken.docx").write_bytes(b"PK\x03\x04")
    (drafts / "broken.txt").write_bytes(b"\x00\x01\xff")
    (drafts / "empty.txt").write_bytes(b"")
    return drafts


@pytest.mark.parametrize("name", ["html", "json", "text"])
def test_reports_are_the_same(name: str, drafts: Path, call: Call) -> None:
    arguments = ("check", "--isolated", "--output-format", name, "--show-suppressed", str(drafts))
    alone = call(*arguments, "--no-cache", "--jobs", "1")
    assert alone.status == 2
    assert len(alone.out) > 1000
    assert call(*arguments, "--no-cache", "--jobs", "3") == alone
    assert call(*arguments, "--jobs", "2") == alone  # cold
    forget()
    assert call(*arguments, "--jobs", "1") == alone  # warm
    (drafts / "0" / "0.txt").touch()
    (drafts / "new.txt").write_text("收购红荼,运走烟媒.\n", encoding="utf-8")
    mixed = call(*arguments, "--jobs", "3")  # some known, some not
    assert mixed != alone
    assert mixed == call(*arguments, "--no-cache", "--jobs", "1")


def test_drafts_are_mended_the_same(drafts: Path, call: Call) -> None:
    before = {path: path.read_bytes() for path in drafts.rglob("*.*")}
    outcomes = []
    for jobs in ("1", "3"):
        for path, data in before.items():
            path.write_bytes(data)
        arguments = ("check", "--isolated", "--fix", "--unsafe-fixes", "--jobs", jobs, str(drafts))
        outcomes.append((call(*arguments), {path: path.read_bytes() for path in drafts.rglob("*.*")}))
    assert outcomes[0] == outcomes[1]
    assert sum(data != before[path] for path, data in outcomes[0][1].items()) > 10


def test_what_is_known_needs_no_rules(folder: Path) -> None:
    """Nor numpy, nor workers: a run over drafts that did not change only reads them."""
    for i in range(3):
        (folder / f"{i}.txt").write_text("会场设在⼯会,请各队按时出发。\n" * (i + 1), encoding="utf-8")
    program = (
        "import sys\n"
        "from speechlint.cli.main import main\n"
        "main(['check', '--isolated', '--jobs', '2', '--output-format', 'json', '.'])\n"
        "heavy = ('numpy', 'regex', 'multiprocessing', 'speechlint.checks', 'speechlint.engine.crew')\n"
        "found = sorted(name for name in sys.modules if name.startswith(heavy))\n"
        "print(*found, file=sys.stderr)\n"
    )
    cold, warm = (
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True) for _ in range(2)
    )
    assert cold.stdout == warm.stdout
    assert "numpy" in cold.stderr or "regex" in cold.stderr
    assert warm.stderr.strip() == ""
