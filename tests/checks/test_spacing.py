"""White space: whole drafts, what is mended, and the layouts that stay byte for byte."""

from __future__ import annotations

import pytest

from speechlint.config.schema import Config
from speechlint.engine.fix import fix_source
from speechlint.engine.linter import Linter
from speechlint.findings.diagnostic import Severity
from speechlint.findings.fix import Applicability
from speechlint.formats.registry import format_for

FAMILY = Linter(Config(select=("spacing",)))
DEFAULT = Linter(Config(select=("spacing",), ignore=("spacing/trailing-space", "spacing/blank-run")))


def seen(text: str, filename: str = "draft.txt") -> list[tuple[str, str, str]]:
    """Rule, severity and words of each finding."""
    return [
        (finding.rule.partition("/")[2], finding.severity.word, finding.span.of(text))
        for finding in FAMILY.check_text(text, filename).kept
    ]


def mended(text: str, filename: str = "draft.txt") -> str:
    """The text after the safe fixes of what is no house style."""
    source = format_for(filename).read(text.encode("utf-8"), filename, None)
    return fix_source(DEFAULT, source, Applicability.SAFE).source.text


DRAFT = """\


在秋粮入库动员会上的讲话
　　今天， 我们在这里开会，部署秋粮入库工\x20作。9月 3 日，“颗粒归仓 ”行动开始 。
\xa0 \xa0 一、清仓扫场
　　各站要在9月 10日前腾空仓房，共18 座，一座也不能少。\x20


　　粮食是大家的，要守好。
"""


def test_a_draft() -> None:
    assert seen(DRAFT) == [
        ("blank-run", "hint", "\n\n"),
        ("punct-space", "warning", " "),
        ("inner-space", "warning", " "),
        ("cjk-latin-space", "warning", "9月 3 日"),
        ("punct-space", "warning", " "),
        ("punct-space", "warning", " "),
        ("mixed-indent", "warning", "\xa0 \xa0 "),
        ("cjk-latin-space", "warning", "9月 10日"),
        ("cjk-latin-space", "warning", " "),
        ("trailing-space", "hint", " "),
        ("blank-run", "hint", "\n"),
    ]


def test_its_mending() -> None:
    assert mended(DRAFT).strip() == (
        "在秋粮入库动员会上的讲话\n"
        "　　今天，我们在这里开会，部署秋粮入库工作。9月3日，“颗粒归仓”行动开始。\n"
        "　　一、清仓扫场\n"
        "　　各站要在9月10日前腾空仓房，共18座，一座也不能少。 \n\n\n"
        "　　粮食是大家的，要守好。"
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("社员们说， 今年的秤准。", "社员们说，今年的秤准。"),
        ("社员们说，  今年的秤准，  价钱也好。", "社员们说，今年的秤准，价钱也好。"),
        ("社员们说 ，今年的秤准。", "社员们说，今年的秤准。"),
        ("各站要抓好“早收、 早晒”，不误农时。", "各站要抓好“早收、早晒”，不误农时。"),
        ("各站要抓好 “早收早晒”，不误农时。", "各站要抓好“早收早晒”，不误农时。"),
        ("各站要抓好“ 早收早晒”，不误农时。", "各站要抓好“早收早晒”，不误农时。"),
        ("各站要抓好「早收早曬 」，不誤農時。", "各站要抓好「早收早曬」，不誤農時。"),
        ("《入库须知》 已经印好，人手一份。", "《入库须知》已经印好，人手一份。"),
        ("各站（ 含代收点）都要到场，不得缺席。", "各站（含代收点）都要到场，不得缺席。"),
        ("各站都要到场! 不得缺席,不得早退。", "各站都要到场!不得缺席,不得早退。"),
        ("为什么要早？ 因为天要下雨。", "为什么要早？因为天要下雨。"),
        ("收购资金要到位, “白条”一张也不能打。", "收购资金要到位,“白条”一张也不能打。"),
        ("粮食安\xa0全是大事，要常抓。", "粮食安全是大事，要常抓。"),
        ("要加强组织领 导，压实责 任。", "要加强组织领导，压实责任。"),
        ("要加強組織領 導，壓實責 任。", "要加強組織領導，壓實責任。"),
        ("柳湾站有6 座仓房，全部腾空。", "柳湾站有6座仓房，全部腾空。"),
        ("去年10 月 3日开秤，今年提前。", "去年10月3日开秤，今年提前。"),
        ("2024年9 月3日开秤，价钱不变。", "2024年9月3日开秤，价钱不变。"),
        ("\u3000 \xa0各站都要到场，不得缺席，不得早退，不得代签。", "　　各站都要到场，不得缺席，不得早退，不得代签。"),
        ("\t　各站都要到场。", "　　各站都要到场。"),
        ("晒场扫净了，\u2003粮仓腾空了。", "晒场扫净了，粮仓腾空了。"),
    ],
)
def test_what_is_mended(text: str, wanted: str) -> None:
    assert mended(text) == wanted
    assert mended(text.replace("。", "。\r\n")) == wanted.replace("。", "。\r\n")


@pytest.mark.parametrize(
    "text",
    [
        "　　各站都要到场，不得缺席。\n　　社员们一早就来了。",
        "国粮发〔2025〕5号\n2025年1月1日\n（一）指导思想。\n1.坚持早收早晒。\n（1）加强巡查",
        "《县委　县政府关于秋粮入库工作的意见》",
        "　　《县委　县政府关于秋粮入库工作的意见》已经印发，各站要认真学习。",
        "第一章　总　则\n第一条　为了管好粮仓，制定本办法。\n第二条 各站照办。",
        "　　　　　　　　通　知",
        "柳湾粮站站长　方　正\n副站长　　　周柳生\n会　　计　　马　达",
        "出席：王　明　李小虎　赵　磊\n列席：周柳生　马　达",
        "　　　　　　　　　　　　柳湾粮站\n　　　　　　　　　　　　2024年9月3日",
        "品名      数量    单价\n稻谷      三车    面议\n玉米      两车    面议",
        "姓名：        单位：        电话：",
        "年　月　日",
        "填表日期：2024年　月　日",
        "（　　）是（ ）的第（　）站。",
        "春种一粒粟，\n秋收万颗子。\n　　　——古诗",
        "锄禾日当午　汗滴禾下土",
        "上联：仓满粮丰　下联：人勤春早　横批：五谷丰登",
        "GDP 增长 5%，用 Python 和 Excel 统计，结果存到 D 盘，共 3 个文件，请下载 App 查看。",
        "用 vLLM 部署，显存 24 GB，温度 25 °C。",
        "人口1 200 000人，面积2\u202f000平方公里。",
        "他引用了“To be, or not to be”这句话。",
        "The grain is dry, and the barn is full. 这是质检员的话。",
        "联系人：周柳生，电话：0571-1234 5678。",
        "详见 https://example.com/a，谢谢。",
        "第 1 條 本法所稱糧食，指稻穀。\n第 二 章 總則",
        "校 (院) 長、教師 (含代課) 之任用，由校 (院) 長定之。",
        "本报记者 周柳生 报道，今年收成好。",
        "主持人 高 明：请大家发言。",
        "爱国 敬业 诚信 友善",
        "早班 8时 中班 16时 晚班 24时，轮流值守。",
        "附件　1.粮站名单\n　　　2.值班表",
        "一、清仓扫场 把好入库关",
        "表 1为各站收购量，图 2为走势。",
        "2018年6月1日 县人民政府发布，2020年修订。",
        "【本报讯】 记者从粮食局获悉，秋粮已经入库。",
        "新华社柳湾9月8日电 全县粮食工作会议今天召开。",
        "本網訊 各糧站昨天開倉，秩序很好。",
        "周柳生╱柳灣報導 柳灣縣糧食局昨日表示，糧倉整修完成。",
        "以“守好‘粮仓’ 端稳‘饭碗’”为主题，各站照办。",
        "粮食安全——　　永恒的课题",
        "会场：粮站大院　时间：上午九点",
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_stays_as_it_is(text: str, newline: str) -> None:
    text = text.replace("\n", newline)
    assert [finding for finding in seen(text) if finding[1] != Severity.HINT.word] == []
    assert mended(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "第一行  \n第二行，硬换行在前。\n",
        "- 清仓，\n  扫场，都要早。\n\n```\n代码 ，缩进\n```\n",
        "1. “清仓”要早，\n2. 《须知》要看，\n   - “扫场”也要早\n",
        "> “清仓”要早，扫场也要早。\n",
        "| 品名 ， | 数量 |\n| --- | --- |\n| 稻谷，早籼 | 三车 |\n",
        "用 `a ，b` 和 `x` 表示，不用改。\n",
        "# 清仓 扫场\n\n**要点**：早收，早晒。\n",
    ],
)
def test_markdown_stays_as_it_is(text: str) -> None:
    assert [finding for finding in seen(text, "a.md") if finding[1] != Severity.HINT.word] == []
    assert mended(text, "a.md") == text


def test_house_style_is_hinted_at() -> None:
    assert {severity for rule, severity, _ in seen("粮仓。 \n\n\n\n粮仓，   晒场。") if rule != "punct-space"} == {
        "hint"
    }


@pytest.mark.parametrize("piece", ["稻 ", "稻， ", "9月 3 日，", "稻\xa0", "　 稻\n", "\n \n", "“ ", "1 稻"])
def test_a_long_text_of_one_piece_is_checked(piece: str) -> None:
    """What is quadratic would not come back from this."""
    assert FAMILY.check_text(piece * 20_000).failures == ()
