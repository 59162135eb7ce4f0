"""`convert`: a draft in the other script, and what was doubtful about it."""

from __future__ import annotations

import difflib
import os
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from speechlint.config.schema import Config
from speechlint.document.model import Document
from speechlint.document.script import ScriptName
from speechlint.engine.convert import Conversion, config_for, convert
from speechlint.engine.linter import Linter
from speechlint.formats.source import Source
from tests.cli.conftest import Call, start

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


class Row(NamedTuple):
    before: str
    to: str
    after: str


ROWS = [
    # One to many, decided by the word.
    Row("干部干事创业，天气干燥，若干项目。", "hant", "幹部幹事創業，天氣乾燥，若干項目。"),
    Row("发展理发业，头发、发现、出发。", "hant", "發展理髮業，頭髮、發現、出發。"),
    Row("皇后、王后与后来、会后。", "hant", "皇后、王后與後來、會後。"),
    Row("一只船走了三里路，只有村里知道。", "hant", "一隻船走了三里路，只有村裡知道。"),
    Row("面粉、面向、方面、体系、关系、联系。", "hant", "麵粉、面向、方面、體系、關係、聯繫。"),
    Row("范书记、于县长和余某到会。", "hant", "范書記、于縣長和余某到會。"),
    Row("范增先生和余文生同志到会，余下的人也来了。", "hant", "范增先生和余文生同志到會，餘下的人也來了。"),
    Row("不准换发，编制不干等，3天后天后宫开门。", "hant", "不准換發，編制不幹等，3天後天后宮開門。"),
    # The forms of the regions.
    Row("群众在村里晒着粮食，为了卫生。", "hk", "羣眾在村裏曬着糧食，為了衞生。"),
    Row("群众在村里晒着粮食，为了卫生。", "tw", "群眾在村裡曬著糧食，為了衛生。"),
    Row("推广信息网络和打印机，支持重点项目。", "tw", "推廣資訊網路和印表機，支持重點項目。"),
    Row("推广信息网络和打印机，支持重点项目。", "hant", "推廣信息網絡和打印機，支持重點項目。"),
    # Into simplified characters.
    Row("幹部們在乾燥的天氣裡聯繫群眾，乾隆年間的堤壩還在。", "hans", "干部们在干燥的天气里联系群众，乾隆年间的堤坝还在。"),
    Row("大家看著著名作家走進會場，為鄉親們唱著歌。", "hans", "大家看着著名作家走进会场，为乡亲们唱着歌。"),
    Row("這計畫瞭解情況，站在瞭望臺上答覆問題，憑藉經驗。", "hans", "这计划了解情况，站在瞭望台上答复问题，凭借经验。"),
    Row("見微知著，關於單位的規定屬於單一事項。", "hans", "见微知著，关于单位的规定属于单一事项。"),
    Row("衞生院、綫路與羣眾", "hans", "卫生院、线路与群众"),
    Row("畢昇和陳甦同志提昇了產量，濛濛細雨中船隊出海。", "hans", "毕昇和陈甦同志提升了产量，蒙蒙细雨中船队出海。"),
    # What is right already.
    Row("渔港整治进展顺利。", "hans", "渔港整治进展顺利。"),
    Row("漁港整治進展順利，皇后與公里都寫對了。", "hant", "漁港整治進展順利，皇后與公里都寫對了。"),
    # Quotations in the other script stay, titles do not.
    Row("门楼上题着“為漁民開門”，我们说发展。", "hant", "門樓上題着“為漁民開門”，我們說發展。"),
    Row("题词是“為漁民開門”，我们按规定说发展。", "hans", "题词是“為漁民開門”，我们按规定说发展。"),
    Row("按照《渔港條例》，我们要发展。", "hans", "按照《渔港条例》，我们要发展。"),
    # Radicals out of a PDF are characters to everybody.
    Row("⼯会发展", "hant", "工會發展"),
]  # fmt: skip


def write(name: str, text: str, encoding: str = "utf-8") -> Path:
    path = Path(name)
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("row", ROWS, ids=[f"{row.to} {row.before}" for row in ROWS])
def test_a_draft_is_converted_in_place(row: Row, call: Call) -> None:
    path = write("draft.txt", row.before)
    outcome = call("convert", "--to", row.to, "draft.txt")
    assert (outcome.status, outcome.out) == (0, "")
    assert path.read_text(encoding="utf-8") == row.after


def test_the_doubtful_places_are_told(call: Call) -> None:
    write("draft.txt", "第一行。\n把面发好，时辰掐得很准。\n")
    outcome = call("convert", "--to", "hant", "draft.txt")
    assert outcome.err.splitlines() == [
        "draft.txt:2:2: 写作“面”，没有词可以断定，也可能是“麵”：把[面]发好，时辰掐得很",
        "draft.txt:2:11: 写作“準”，没有词可以断定，也可能是“准”：发好，时辰掐得很[准]。",
        "draft.txt：转换 3 处，没有把握的 2 处，请过目。",
    ]


def test_words_that_taiwan_may_call_otherwise_are_told_once(call: Call) -> None:
    write("draft.txt", "重点项目，新项目。\n")
    outcome = call("--lang", "en", "convert", "--to", "tw", "draft.txt")
    assert outcome.err.splitlines() == [
        "draft.txt:1:3: “項目” was left; Taiwan says “專案” for some of its senses: 重点[项目]，新项目。",
        "draft.txt: 3 changes, 1 doubtful places; look at them.",
    ]


def test_quiet_tells_nothing(call: Call) -> None:
    write("draft.txt", "把面发好。\n")
    assert call("convert", "--to", "hant", "--quiet", "draft.txt") == (0, "", "")


def test_code_and_addresses_in_markdown_stay(call: Call) -> None:
    text = "正文里的`发展里程`和[说明](发展/里程.md)。\n\n```\n发展\n```\n"
    path = write("draft.md", text)
    assert call("convert", "--to", "hant", "draft.md").status == 0
    assert path.read_text(encoding="utf-8") == "正文裡的`发展里程`和[說明](发展/里程.md)。\n\n```\n发展\n```\n"


def test_names_stay(call: Call) -> None:
    path = write("draft.txt", "于万里到会发言。\n")
    assert call("convert", "--to", "hant", "--config", "words.names=['于万里']", "draft.txt").status == 0
    assert path.read_text(encoding="utf-8") == "于万里到會發言。\n"


def test_a_diff_writes_nothing(call: Call) -> None:
    path = write("draft.txt", "第一行。\n发展。\n")
    outcome = call("convert", "--to", "hant", "--diff", "--quiet", "draft.txt")
    assert outcome == (0, "--- draft.txt\n+++ draft.txt\n@@ -1,2 +1,2 @@\n 第一行。\n-发展。\n+發展。\n", "")
    assert path.read_text(encoding="utf-8") == "第一行。\n发展。\n"


def test_the_result_may_go_to_another_file(call: Call) -> None:
    path = write("draft.txt", "发展。\r\n")
    assert call("convert", "--to", "hant", "--output-file", "new.txt", "draft.txt").status == 0
    assert path.read_bytes() == "发展。\r\n".encode()
    assert Path("new.txt").read_bytes() == "發展。\r\n".encode()


def test_standard_input() -> None:
    with start("convert", "--to", "tw", "-q", "-", stdin=subprocess.PIPE) as process:
        out, err = process.communicate("发展。\r\n".encode("utf-16"))
    assert (process.returncode, out, err) == (0, "發展。\r\n".encode("utf-16"), b"")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_the_encoding_is_kept(encoding: str, call: Call) -> None:
    before, after = "我们要推进渔港发展，把工作做好。\r\n", "我們要推進漁港發展，把工作做好。\r\n"
    path = write("draft.txt", before, encoding)
    assert call("convert", "--to", "hant", "draft.txt").status == 0
    assert path.read_bytes() == after.encode(encoding)


def test_an_encoding_that_cannot_hold_the_result(call: Call) -> None:
    before = "我們要推進漁港發展，把工作做好，各位鄉親請坐。\n".encode("big5")
    Path("draft.txt").write_bytes(before)
    outcome = call("convert", "--to", "hans", "--encoding", "big5", "draft.txt")
    assert outcome.status == 2
    assert "Big5 编码里没有字符" in outcome.err
    assert Path("draft.txt").read_bytes() == before


def test_a_file_without_anything_to_convert_is_not_written(call: Call) -> None:
    path = write("draft.txt", "第一。\n")
    os.utime(path, (1, 1))
    assert call("convert", "--to", "hant", "draft.txt").err == "draft.txt：转换 0 处，没有把握的 0 处。\n"
    assert path.stat().st_mtime == 1


def test_several_files_go_on_after_one_that_fails(call: Call) -> None:
    path = write("b.txt", "发展。\n")
    Path("folder").mkdir()
    outcome = call("convert", "--to", "hant", "--quiet", "a.txt", "b.txt", "folder")
    assert outcome == (2, "", "错误：a.txt：没有这个文件，请检查路径\n错误：folder：是文件夹，请指明文件\n")
    assert path.read_text(encoding="utf-8") == "發展。\n"


@pytest.mark.parametrize(
    "arguments",
    [
        "draft.txt",
        "--to tc draft.txt",
        "--to hant",
        "--to hant --output-file new.txt draft.txt other.txt",
        "--to hant - draft.txt",
        "--to hant --stdin-filename a.txt draft.txt",
        "--to hant --diff --output-file new.txt draft.txt",
        "--to hant --encoding nonesuch draft.txt",
        "--to hant --output-file missing/new.txt draft.txt",
    ],
)
def test_what_makes_no_sense_is_refused(arguments: str, call: Call) -> None:
    path = write("draft.txt", "发展。\n")
    outcome = call("convert", *arguments.split())
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith("错误：")
    assert path.read_text(encoding="utf-8") == "发展。\n"


# --- there and back ---------------------------------------------------------------------------------------------------

# Taiwan's words have no way back: a script is converted, not the vocabulary.
NO_WAY_BACK = {
    ("信息", "资讯"), ("信息技术", "资讯科技"), ("网络", "网路"), ("软件", "软体"), ("硬件", "硬体"), ("短信", "简讯"), ("打印", "列印"),
    ("打印机", "印表机"), ("复印", "影印"), ("屏幕", "萤幕"), ("服务器", "伺服器"), ("数据库", "资料库"), ("芯片", "晶片"), ("默认", "预设"),
    ("硬盘", "硬碟"), ("光盘", "光碟"), ("出租车", "计程车"), ("博客", "部落格"), ("操作系统", "作业系统"), ("笔记本电脑", "膝上型电脑"),
}  # fmt: skip
READER = Linter(Config(select=("script/mojibake",)))
SIMPLIFIED = sorted(
    path
    for path in FIXTURES.glob("*/draft.*")
    if isinstance(source := READER.read(path), Source) and Document(source).script.name is ScriptName.HANS
)


def converted(source: Source, to: str) -> Conversion:
    return convert(Linter(config_for(Config(), to)), source, to)


def read(path: Path) -> Source:
    source = READER.read(path)
    assert isinstance(source, Source)
    return source


def test_there_are_fixtures() -> None:
    assert len(SIMPLIFIED) >= 8


@pytest.mark.parametrize("to", ["hant", "tw", "hk"])
@pytest.mark.parametrize("path", SIMPLIFIED, ids=[path.parent.name for path in SIMPLIFIED])
def test_there_and_back_gives_the_same_text(path: Path, to: str) -> None:
    before = read(path)
    after = converted(converted(before, to).source, "hans").source
    assert differences(before.text, after.text, NO_WAY_BACK if to == "tw" else set()) == []


@pytest.mark.parametrize("to", ["hant", "tw", "hk"])
@pytest.mark.parametrize("path", SIMPLIFIED, ids=[path.parent.name for path in SIMPLIFIED])
def test_nothing_is_left_to_find_in_what_was_converted(path: Path, to: str) -> None:
    before = read(path)
    linter = Linter(Config(select=("script",), preset="zh-hant" if to == "tw" else "gongwen"))
    known = {each.rule for each in linter.check(before).kept}
    found = linter.check(converted(before, to).source).kept
    assert [(each.rule, each.message) for each in found if each.rule not in known] == []


def differences(before: str, after: str, known: set[tuple[str, str]]) -> list[tuple[str, str]]:
    """What differs, except where whole words of `known` stand in both texts."""
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    return [
        (before[begin:end], after[first:last])
        for kind, begin, end, first, last in matcher.get_opcodes()
        if kind != "equal" and not any(stands(pair, before, begin, end, after, first) for pair in known)
    ]


def stands(pair: tuple[str, str], before: str, begin: int, end: int, after: str, first: int) -> bool:
    """Whether the words of the pair, of one length, cover the place in both texts."""
    was, now = pair
    return len(was) == len(now) and any(
        before.startswith(was, begin - back) and after.startswith(now, first - back)
        for back in range(min(begin, first, len(was) - (end - begin)) + 1)
        if back + end - begin <= len(was)
    )


def test_a_word_lost_is_seen() -> None:
    assert differences("查看信息", "查看资讯", NO_WAY_BACK) == []
    assert differences("查看信息", "查看息", NO_WAY_BACK) == [("信", "")]
    assert differences("网络和信", "网路和资", NO_WAY_BACK) == [("信", "资")]
