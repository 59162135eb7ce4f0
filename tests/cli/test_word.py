"""Word files on the command line."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pytest

from speechlint import Config, Linter
from speechlint.formats.registry import DOCX
from tests.cli.conftest import DRAFT, MENDED, MENDED_UNSAFE, Call
from tests.formats.docx.making import document, paragraph, run
from tests.formats.docx.test_numbering import SPEECH, lists, numbered


def word(text: str, **parts: str) -> bytes:
    return document("".join(map(paragraph, text.removesuffix("\n").split("\n"))), parts)


@pytest.fixture
def draft(folder: Path) -> Path:
    file = folder / "稿.docx"
    file.write_bytes(word(DRAFT))
    return file


def text_of(file: Path) -> str:
    return "".join(f"{each.text}\n" for each in docx.Document(str(file)).paragraphs)


def test_report(draft: Path, call: Call) -> None:
    done = call("check")
    assert done.status == 1
    assert "第 1 段  错误 “红荼”应为“红茶”" in done.out
    assert "第 2 段  提示 “俩个”应为“两个”" in done.out
    assert "para 1  error" in call("check", "--lang", "en").out
    assert call("check", "--output-format", "concise").out.startswith("稿.docx:1:3: error toy/tea ")


def test_json(draft: Path, folder: Path, call: Call) -> None:
    found = json.loads(call("check", "--output-format", "json").out)
    assert [(each["paragraph"], each["location"]["row"], each["code"]) for each in found] == [
        (1, 1, "toy/tea"),
        (1, 1, "toy/coal"),
        (2, 2, "toy/pair"),
    ]
    assert "part" not in found[0]
    body = paragraph("甲", "<w:r><w:br/></w:r>", "红荼") + '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>'
    draft.write_bytes(document(body, {"header1": paragraph("上") + paragraph("红荼")}))
    found = json.loads(call("check", "--output-format", "json").out)
    assert [(each["paragraph"], each["location"]["row"], each.get("part")) for each in found] == [
        (1, 2, None),
        (2, 4, "header"),
    ]
    assert "页眉第 2 段" in call("check").out


@pytest.mark.parametrize("header", ["", '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>'])
def test_messages_name_paragraphs(header: str) -> None:
    body = paragraph("甲", "<w:r><w:br/></w:r>", "乙") + "".join(map(paragraph, ("一、修渠", "先修干渠。", "三、管水")))
    source = DOCX.read(document(body + header, {"header1": paragraph("上")} if header else {}), "a.docx", None)
    assert source.text.startswith("甲\n乙\n一、")
    (found,) = Linter(Config(select=("numbering/sequence-gap",))).check(source).kept
    assert found.message == "上一条是“一、修渠”（第2段），这一条应为“二”，写的是“三”"


def test_fix(draft: Path, call: Call) -> None:
    draft.chmod(0o640)
    assert call("check", "--diff").status == 1
    assert "-收购红荼，运走烟媒。\n+收购红茶，运走烟媒。\n" in call("check", "--diff").out
    assert text_of(draft) == DRAFT
    done = call("check", "--fix")
    assert (done.status, text_of(draft), draft.stat().st_mode & 0o777) == (1, MENDED, 0o640)
    assert done.err == ""
    before = draft.read_bytes()
    assert call("check", "--fix").status == 1
    assert draft.read_bytes() == before
    call("check", "--fix", "--unsafe-fixes")
    assert text_of(draft) == MENDED_UNSAFE


def test_fixes_as_revisions(draft: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772447400")
    done = call("check", "--fix", "--as-revisions")
    assert (done.status, done.err) == (1, "")
    assert "已改 1 处" in done.out
    made = docx.Document(str(draft))
    markup = made.element.xml
    assert markup.count('w:author="speechlint"') == 2
    assert markup.count('w:date="2026-03-02T10:30:00Z"') == 2
    (comment,) = made.comments
    assert comment.text == "“烟媒”应为“烟煤”（改为“烟煤”；toy/coal）"
    first = draft.read_bytes()
    assert "已改" not in call("check", "--fix", "--as-revisions").out
    assert draft.read_bytes() == first
    call("check", "--fix", "--as-revisions", "--unsafe-fixes")
    assert docx.Document(str(draft)).element.xml.count("<w:delText") == 2


def test_a_fix_that_became_a_comment_is_not_counted(draft: Path, call: Call) -> None:
    theirs = f'<w:ins w:id="7" w:author="甲">{run("红荼")}</w:ins>'
    draft.write_bytes(document(paragraph("红荼。") + paragraph("收购", theirs)))
    assert "已改 1 处" in call("check", "--fix", "--as-revisions").out
    assert [comment.text for comment in docx.Document(str(draft)).comments] == ["应改为“茶”"]
    assert "已改" not in call("check", "--fix", "--as-revisions").out


def test_revisions_are_for_word_files(folder: Path, call: Call) -> None:
    (folder / "a.txt").write_text(DRAFT, encoding="utf-8")
    done = call("check", "a.txt", "--fix", "--as-revisions")
    assert done.status == 2
    assert "只能用于 .docx" in done.err
    assert (folder / "a.txt").read_text(encoding="utf-8") == DRAFT
    assert call("check", "a.txt", "--as-revisions").status == 2


def test_standard_input(folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    class Input:
        buffer = io.BytesIO(word(DRAFT))

    monkeypatch.setattr("sys.stdin", Input())
    done = call("check", "-", "--stdin-filename", "a.docx", "--output-format", "concise")
    assert done.out.startswith("a.docx:1:3: error toy/tea")


def test_the_cache_gives_the_same(draft: Path, call: Call) -> None:
    assert call("check", "--output-format", "json") == call("check", "--output-format", "json")


def test_workers_give_the_same(folder: Path, call: Call) -> None:
    for number in range(4):
        (folder / f"{number}.docx").write_bytes(word(DRAFT * (number + 1)))
    alone = call("check", "--no-cache", "--output-format", "json", "--jobs", "1")
    assert call("check", "--no-cache", "--output-format", "json", "--jobs", "2") == alone


def test_what_stands_nowhere_is_said(folder: Path, call: Call) -> None:
    file = folder / "a.docx"
    file.write_bytes(document(numbered("甲"), {"numbering": lists([("decimal", "红荼%1")])}))
    before = file.read_bytes()
    done = call("check", "--fix")
    assert done.status == 1
    assert "注：这里有自动编号，不能自动修改，请在 Word 里改" in done.out
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "lock",
    [
        "~$年度工作报告稿子.docx",
        "~$市年度工作报告稿子.docx",
        "~$全市年度工作报告稿子.docx",
        ".~lock.全市年度工作报告稿子.docx#",
        ".~全市年度工作报告稿子.docx",
    ],
)
@pytest.mark.parametrize("named", [True, False])
def test_files_that_are_open_elsewhere(folder: Path, call: Call, lock: str, named: bool) -> None:
    file = folder / "全市年度工作报告稿子.docx"
    file.write_bytes(word(DRAFT))
    (folder / lock).write_bytes(b"\x05admin")
    for options in ((), ("--fix",)):
        done = call("check", *([file.name] if named else []), *options)
        assert done.status == 2
        assert f"全市年度工作报告稿子.docx：正在别的程序中打开（旁边有 {lock}）" in done.err
        assert "红荼" not in done.out
    assert file.read_bytes() == word(DRAFT)
    done = call("convert", "--to", "hant", file.name)
    assert (done.status, file.read_bytes()) == (2, word(DRAFT))


def test_lock_files_are_no_drafts(folder: Path, call: Call) -> None:
    (folder / "~$甲.docx").write_bytes(b"\x05admin")
    (folder / "乙.docx").write_bytes(word("红荼\n"))
    done = call("check")
    assert (done.status, done.err) == (1, "")
    done = call("check", "~$甲.docx")
    assert (done.status, done.out) == (0, "")


@pytest.mark.parametrize("suffix", [".doc", ".wps", ".pdf", ".DOC", ".docm", ".rtf", ".odt", ".ofd"])
def test_files_that_nobody_reads(folder: Path, call: Call, suffix: str) -> None:
    file = folder / f"稿{suffix}"
    file.write_bytes(b"\xd0\xcf\x11\xe0")
    for options in ((), ("--fix",)):
        done = call("check", file.name, *options)
        assert done.status == 2
        assert "请另存为 .docx 后再检查" in done.err
    assert file.read_bytes() == b"\xd0\xcf\x11\xe0"


def test_old_drafts_in_a_folder_are_told(folder: Path, call: Call) -> None:
    for name in ("甲.docx", "乙.doc", "丙.WPS", "丁.pdf", "~$乙.doc"):
        (folder / name).write_bytes(word("好\n"))
    done = call("check")
    assert done.status == 0
    assert "有 2 个 .doc、.wps 文件读不了，没有检查；请另存为 .docx 后再检查" in done.err
    (folder / ".gitignore").write_text("*.doc\n*.WPS\n", encoding="utf-8")
    (folder / ".git").mkdir()
    assert call("check").err == ""


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "空的"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (word(DRAFT)[:-300], "损坏"),
        (document("", extra={"word/vbaProject.bin": b""}), "宏"),
    ],
)
def test_files_that_cannot_be_read(folder: Path, call: Call, data: bytes, reason: str) -> None:
    (folder / "坏.docx").write_bytes(data)
    (folder / "好.docx").write_bytes(word(DRAFT))
    done = call("check", "--fix")
    assert done.status == 2
    assert "坏.docx：" in done.err
    assert reason in done.err
    assert (folder / "坏.docx").read_bytes() == data
    assert text_of(folder / "好.docx") == MENDED


def test_restricted_files_are_left(folder: Path, call: Call) -> None:
    file = folder / "a.docx"
    file.write_bytes(word(DRAFT, settings='<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'))
    done = call("check", "--fix")
    assert (done.status, text_of(file)) == (2, DRAFT)
    assert "限制了编辑" in done.err
    assert call("check").status == 1


def test_other_commands(draft: Path, call: Call) -> None:
    draft.write_bytes(
        document("".join(numbered("学习文件", depth) for depth in (0, 1, 1)), {"numbering": lists(SPEECH)})
    )
    assert "一、学习文件" in call("outline", "稿.docx").out
    assert call("convert", "--to", "hant", "稿.docx").status == 0
    assert text_of(draft) == "學習文件\n" * 3
    assert call("baseline").status == 0
