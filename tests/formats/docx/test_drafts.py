"""Whole drafts as Word files: the same findings as in the text, the same mended text, and other programs agree."""

from __future__ import annotations

import io
import os
import random
import re
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from speechlint.engine.fix import fix_source
from speechlint.engine.linter import Linter
from speechlint.findings.diagnostic import Diagnostic
from speechlint.findings.fix import Applicability
from speechlint.formats.registry import DOCX
from speechlint.formats.source import Source
from tests.fixtures.test_fixtures import CASES, linter_of, source_of
from tests.formats.docx.making import document, paragraph
from tests.formats.docx.test_numbering import SPEECH, lists, numbered

DRAFTS = [draft for draft in CASES if draft.suffix == ".txt"]
OFFICE = shutil.which("soffice")
# Where CI is set it must be there: then the test fails without it.
needs_office = pytest.mark.skipif(OFFICE is None and "CI" not in os.environ, reason="LibreOffice is not installed")


def text_of(draft: Path) -> str:
    text = source_of(draft, linter_of(draft)).text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.endswith("\n") else text + "\n"


def as_word(text: str, seed: int = 0) -> bytes:
    """The text with a paragraph a line, in runs of several fonts that break words anywhere."""
    chance = random.Random(seed)
    made = docx.Document()
    for line in text.removesuffix("\n").split("\n"):
        one = made.add_paragraph()
        at = 0
        while at < len(line):
            end = at + chance.randint(1, 9)
            run = one.add_run()
            words = OxmlElement("w:t")
            words.text = line[at:end]
            words.set(qn("xml:space"), "preserve")
            if "\t" in words.text:
                run.text = words.text
            else:
                run._r.append(words)
            run.bold = chance.random() < 0.3
            if chance.random() < 0.4:
                run.font.size = Pt(16)
                run.font.name = "FangSong"
                run._r.rPr.rFonts.set(qn("w:eastAsia"), "仿宋_GB2312")
            at = end
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def read(data: bytes) -> Source:
    return DOCX.read(data, "draft.docx", None)


def told(found: tuple[Diagnostic, ...]) -> list[tuple[object, ...]]:
    """What is said of each place; a Word file counts paragraphs (第4段) where a text counts lines (第4行)."""
    return [
        (each.rule, each.span, re.sub(r"(第[0-9]+)段", r"\1行", each.message), each.severity, each.fix is not None)
        for each in found
    ]


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.parent.name)
def test_the_same_as_in_the_text(draft: Path) -> None:
    linter, text = linter_of(draft), text_of(draft)
    word, plain = read(as_word(text)), Source(text, "draft.txt")
    assert word.text == text
    assert told(linter.check(word).kept) == told(linter.check(plain).kept)
    for level in (Applicability.SAFE, Applicability.UNSAFE):
        mended, wanted = fix_source(linter, word, level), fix_source(linter, plain, level)
        assert mended.source.text == wanted.source.text
        assert read(DOCX.render(mended.source, ())).text == wanted.source.text


def test_a_table_between_paragraphs() -> None:
    made = docx.Document(io.BytesIO(as_word("同志们：\n今天开会。\n")))
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "责任单位", "X市教育局"
    file = io.BytesIO()
    made.save(file)
    found = Linter().check(read(file.getvalue())).kept
    assert [(each.rule, each.span.of("同志们：\n今天开会。\n责任单位\nX市教育局\n")) for each in found] == [
        ("placeholder/latin-mask", "X")
    ]


HEADED = """\
在全市河道整治会议上的讲话
同志们：
一、摸清底数
（一）查排口。
（二）查岸线。
二、分清责任
（一）区里管干流。
（四）街道管支流。
四、盯住时间
"""


def test_automatic_numbers_are_checked_as_written_ones() -> None:
    """Counted by Word but begun anew in the wrong place: the same findings as in the text, and no fix of them."""
    start = '<w:lvlOverride w:ilvl="{0}"><w:startOverride w:val="4"/></w:lvlOverride>'
    nums = "".join(
        f'<w:num w:numId="{id}"><w:abstractNumId w:val="0"/>{start.format(depth) if id > 1 else ""}</w:num>'
        for id, depth in ((1, 0), (2, 1), (3, 0))
    )
    counted = [(0, 1), (1, 1), (1, 1), (0, 1), (1, 1), (1, 2), (0, 3)]
    title, greeting, *items = HEADED.removesuffix("\n").split("\n")
    body = paragraph(title) + paragraph(greeting)
    for line, (depth, id) in zip(items, counted, strict=True):
        body += numbered(line.partition("）" if depth else "、")[2], depth, id)
    source = read(document(body, {"numbering": lists(SPEECH, nums)}))
    assert source.text == HEADED
    found, wanted = Linter().check(source).kept, Linter().check(Source(HEADED, "draft.txt")).kept
    assert [each[:4] for each in told(found)] == [each[:4] for each in told(wanted)]
    assert {each.rule for each in found} == {"numbering/sequence-gap"}
    for each in found:
        assert each.fix is None
        assert not each.suggestions or "自动编号" in each.notes[-1]


def converted(data: bytes, folder: Path) -> str:
    """What LibreOffice takes out of the file as text."""
    assert OFFICE is not None
    file = folder / "draft.docx"
    file.write_bytes(data)
    command = [OFFICE, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "txt:Text"]
    done = subprocess.run([*command, "--outdir", str(folder), str(file)], capture_output=True, text=True, timeout=180)
    assert done.returncode == 0, done.stderr
    return (folder / "draft.txt").read_text(encoding="utf-8-sig")


@needs_office
@pytest.mark.parametrize("name", ["forum-copy", "safety-page-split"])
def test_libreoffice_reads_the_mended_text(name: str, tmp_path: Path) -> None:
    draft = next(draft for draft in DRAFTS if draft.parent.name == name)
    linter, text = linter_of(draft), text_of(draft)
    before = as_word(text)
    assert converted(before, tmp_path) == text
    mended = fix_source(linter, read(before), Applicability.UNSAFE).source
    assert mended.text != text
    assert converted(DOCX.render(mended, ()), tmp_path) == mended.text


@needs_office
def test_libreoffice_counts_alike(tmp_path: Path) -> None:
    body = "".join(numbered("甲", depth) for depth in (0, 1, 1, 2, 3, 0, 1, 2, 2))
    data = document(body, {"numbering": lists(SPEECH), "styles": ""})
    assert converted(data, tmp_path).replace(" ", "").replace("\t", "") == read(data).text
