"""What sites leave is found wherever it stands, and nothing that only looks like it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from speechlint.document.model import Document
from speechlint.document.residue import Residue
from speechlint.formats.source import Source
from speechlint.text.span import Span
from tests.document import residue_pages as pages
from tests.document.residue_lines import ABOVE, BELOW, INSIDE, LEGITIMATE

TITLE = "在石桥镇开工仪式上的讲话\n"
BODY = (
    "同志们：\n　　今天，石桥镇的引水工程正式开工，乡亲们盼了多年的事有了着落。我代表镇党委向大家表示祝贺。\n"
    "　　下面，我讲三点意见，请各村支书记在心上，回去逐条对照落实。\n"
    "　　一是抢工期。趁着天好，把沟渠的土方先挖出来。\n　　谢谢大家！\n"
)
SPEECH = TITLE + BODY
SIGNED = SPEECH + "石桥镇人民政府\n2024年3月1日\n"

# Lines marked with § are residue, and nothing else is.
BLOCKS = {
    "a header without contacts": f"§秋水文汇\n§让写作更简单\n§（会员内部资料 请勿外传）\n§——————————\n{SPEECH}",
    "slogans above a two-line title": "§墨池写作社\n§十年沉淀 值得信赖\n§全年资料打包带走\n§微信：mochi2018\n\n"
    f"凝心聚力开新局\n——{TITLE}（2024年3月1日）\n李建国\n{BODY}",
    "a trail without a home page": f"§讲话大全 > 开工讲话 > 水利范文\n§发布时间：2024-01-02 点击：22\n{SPEECH}",
    "times of a program": f"{SIGNED}§更新于：6个月前\n§共1200个字，预计阅读时长4分钟。\n",
    "a byline between two labels": f"§首页 > 讲话\n{TITLE}§发布时间：2024-01-02 点击：22\n李建国\n（2024年1月2日）\n{BODY}",
    "links below a label": f"{SIGNED}§相关推荐\n§春耕动员会上的讲话\n§水利工作会议主持词\n§镇长在代表大会上的报告（三篇）\n",
    "two lists of links": f"{SPEECH}§上一篇：春耕讲话\n§下一篇：无\n§猜你喜欢\n§党建工作总结\n§工会主席述职报告\n\n§热门文章\n"
    "§1、开学典礼致辞\n§2、表彰大会讲话\n",
    "advertising above the signature": f"{SPEECH}§关注我们，获取更多精彩讲话\n§公众号：墨池\n石桥镇人民政府\n2024年3月1日\n",
    "a slogan and an address": f"§精彩讲话稿 尽在墨池\n§www.mochi-wen.com\n{SPEECH}§……\n§（未完，全文共3000字，当前显示400字）\n",
    "labels around the text": f"{TITLE}§时间：2022-03-04 10:22:31 来源：墨池网\n§【字体：大 中 小】\n{BODY}§【打印本页】 【关闭窗口】\n",
    "a prohibition above a slogan of the title": f"§本站资料仅供学习 禁止转载\n凝心聚力开新局\n砥砺奋进谱新篇\n——{SPEECH}",
    "traditional script": "§各位會員請注意：本資料禁止外傳\n§墨池文稿\n§客服微信：mochi2018\n在石橋鎮開工儀式上的講話\n各位鄉親：\n"
    "今天開工，大家都來了，我們很高興，也很感謝各位的支持。\n謝謝大家！\n",
    "buttons among links": f"{SIGNED}§上一篇：春耕讲话\n§手机版\n§返回\n",
    "a data sheet of one field a line": f"{TITLE}\n§ID：10590117\n\n§大小：61.50 KB\n\n§页数：7页\n\n§时间：2018-07-07\n\n{BODY}",
    "buttons of one line each": f"§返回\n§收藏\n§下载\n\n{SPEECH}",
    "annexes": f"{SPEECH}附件：1.工程进度表\n2.责任分工表\n",
    "links that begin with a year": f"{SIGNED}§【在石桥镇开工仪式上的讲话】相关文章：\n§2021年秋季开学典礼主持词 08-28\n"
    "§1．水利工作总结\n§引水工程致辞 2020-05-06\n",
    "a list of what others read": f"{SIGNED}§看了石桥镇开工仪式讲话的人还看了：\n§水利工作总结\n§引水工程致辞\n",
    "an editor beside links": f"{SIGNED}§责任编辑：王小丽\n§上一篇：春耕讲话\n§（全文完）\n",
    "an editor alone": f"{SIGNED}责任编辑：王小丽\n",
    "a head with an address": f"§石桥汇报网　www.shiqiao-hb.com\n{SPEECH}",
    "reading before a date": f"{SPEECH}§相关推荐\n§春耕讲话\n石桥镇人民政府\n2024年3月1日\n",
    "a contact note": f"{SIGNED}（联系人：王芳，电话：8880000）\n",
    "a bulletin's head": f"石桥镇简报\n第3期\n石桥镇党政办　2024年3月1日\n{SPEECH}",
    "papers of a congress": f"内部资料\n注意保存\n石桥镇第三次代表大会文件之二\n{SPEECH}",
    "minutes": f"会议时间：2024年5月1日\n会议地点：三楼会议室\n参加人员：全体班子成员\n记录：张敏\n{BODY}",
    "a table of contents": f"目录\n一、引水\n二、修路\n三、架桥\n{SPEECH}",
    "an author": f"{TITLE}作者：李建国\n{BODY}",
}


def found(text: str) -> tuple[Residue, ...]:
    return Document(Source(text)).residue


def words(text: str) -> list[str]:
    return [residue.span.of(text) for residue in found(text)]


@pytest.mark.parametrize("line", [*ABOVE, *pages.ABOVE])
def test_above_the_title(line: str) -> None:
    assert words(f"{line}\n{SPEECH}") == [line]


@pytest.mark.parametrize("line", [*BELOW, *pages.BELOW])
def test_below_the_end(line: str) -> None:
    assert words(f"{SPEECH}{line}\n") == [line]


@pytest.mark.parametrize("sentence", [*INSIDE, *pages.INSIDE])
def test_inside_a_line(sentence: str) -> None:
    sentence, _, notice = sentence.partition("|")
    for text in (
        SPEECH.replace("先挖出来。", f"先挖出来。{sentence}乡亲们等着看水。"),
        SPEECH.replace("谢谢大家！", sentence),
    ):
        (residue,) = found(text)
        assert residue.span.of(text).strip() == notice
        assert not residue.lines


@pytest.mark.parametrize("sentence", pages.GLUED)
def test_glued_to_the_end_of_a_line(sentence: str) -> None:
    sentence, _, links = sentence.partition("|")
    for text in (SPEECH.replace("谢谢大家！", sentence), SPEECH.replace("\n", "") + sentence):
        assert words(text) == [links]


@pytest.mark.parametrize("line", [*LEGITIMATE, *pages.LEGITIMATE])
def test_the_writers_own(line: str) -> None:
    for text in (
        line,
        f"{line}\n{SPEECH}",
        SPEECH + line,
        SPEECH.replace("　　谢谢", f"{line}\n　　谢谢"),
        SPEECH.replace("先挖出来。", f"先挖出来。{line}"),
    ):
        assert words(text) == []


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("marked", BLOCKS.values(), ids=BLOCKS.keys())
def test_blocks(marked: str, newline: str) -> None:
    wanted = [line[1:] for line in marked.split("\n") if line.startswith("§")]
    text = marked.replace("§", "").replace("\n", newline)
    residues = found(text)
    assert [residue.span.of(text) for residue in residues] == wanted
    assert all(len(residue.lines) == 1 for residue in residues)


def test_sorted_and_disjoint() -> None:
    text = "\n".join([*ABOVE, SPEECH, *BELOW])
    residues = found(text)
    assert list(residues) == sorted(residues)
    assert all(a.span.end <= b.span.start for a, b in pairwise(residues))


def test_offsets_are_of_the_text_as_it_is() -> None:
    text = "𠮷。\n各位鄉親：\n這裡小編為各位準備了一篇講話,僅供參考。\n"
    (residue,) = found(text)
    assert residue.span == Span(text.index("這裡"), len(text) - 1)
    assert (residue.kind, residue.lines) == ("editor-boilerplate", range(2, 3))


def test_a_line_of_megabytes() -> None:
    text = "要把路修好，把桥架好，会员都来帮忙，关注进度。" * 40_000 + "（此处省略512字）" + "要把路修好。" * 1000
    (residue,) = found(text)
    assert residue.span.of(text) == "（此处省略512字）"


def test_many_clues_in_one_line_take_linear_time() -> None:
    text = "登录查看会员下载收藏更多资料" * 20_000
    assert len(found(text)) <= 1


def test_the_terms_of_a_site_are_its_own() -> None:
    terms = (
        "版权告示及免责声明\n\n本网站的内容受版权保护，严禁商用，转载请注明出处。\n本网站的资料仅供参考，概不负责。\n"
    )
    assert words(terms) == []
    assert words(terms + SPEECH) != []


def test_markdown_may_hold_tags() -> None:
    text = "# 说明\n\n<details>\n<summary>点击展开更多</summary>\n</details>\n"
    assert Document(Source(text, format="markdown")).residue == ()


def test_contacts_stand_among_contacts() -> None:
    line = "QQ群：238765432"
    assert words(f"{SPEECH}{line}\n") == [line]
    assert words(f"{SPEECH}联系人：周明\n电话：8880000\n{line}\n") == []
