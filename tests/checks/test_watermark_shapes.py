"""The shape-based half of the watermark family: what each rule finds in drafts of many makes, and what it leaves alone."""

from __future__ import annotations

import pytest

from speechlint import check_text, fix_text

BODY = "一、修好路\n路修到了门口。\n二、通上水\n水也通了。\n三、点亮灯\n灯都亮了。"
CONTENTS = "一、修好路\n二、通上水\n三、点亮灯\n"
PARAGRAPH = (
    "今年的茶叶卖得不错，合作社把电商铺到了镇上，年轻人白天采茶晚上直播，订单从南边一路排到了海边，老茶农笑着说没想到。"
)
PAGE = 2 * PARAGRAPH

FOUND = [
    # page-footer
    ("page-footer", "渠修好了。\n第3页\n水通了。", ["第3页"]),
    ("page-footer", "渠修好了。\n　共9页　第3页\n水通了。", ["共9页　第3页"]),
    ("page-footer", "渠修好了。\n－ 7 －\n水通了。", ["－ 7 －"]),
    ("page-footer", "把责任落第 1 页 / 共 2 页到实处。", ["第 1 页 / 共 2 页"]),
    ("page-footer", f"把责任落1/3到实处。{PARAGRAPH}大家辛2/3苦了。", ["1/3", "2/3"]),
    ("page-footer", f"把責任落第1頁共10頁到實處。{PARAGRAPH}", ["第1頁共10頁"]),
    ("page-footer", "请看第3页的表。", []),
    ("page-footer", "完成率由1/3提高到2/3，又到3/3。", []),
    ("page-footer", "24/7\n的服务", []),
    ("page-footer", "讲话\n\n- 1 -\n天亮了。\n\n- 2 -\n天黑了。", ["- 1 -", "- 2 -"]),
    ("page-footer", f"{PAGE}-1-\n{PAGE}大-2-家\n{PAGE}\n-3-", ["-1-", "-2-", "-3-"]),
    ("page-footer", f"{PAGE}（1/4）{PAGE}（2/4）大家好。", ["（1/4）", "（2/4）"]),
    ("page-footer", f"{PAGE}第1页{PAGE}第2页{PAGE}第3页大家好。", ["第1页", "第2页", "第3页"]),
    ("page-footer", f"{PAGE}1/3的人在村里，{PAGE}2/3的人在城里。", []),
    ("page-footer", "比分：\n- 3 -\n- 5 -\n- 2 -\n完。", []),
    # collection-marker
    ("collection-marker", "第1篇\n同志们：好。\n第2篇\n同志们：好。", ["第1篇", "第2篇"]),
    ("collection-marker", "范文一：\n同志们：好。", ["范文一："]),
    ("collection-marker", "（篇一）\n各位：好。\n（篇二）\n各位：好。", ["（篇一）", "（篇二）"]),
    (
        "collection-marker",
        "某局长发言稿\n发言稿1尊敬的各位领导：\n好。\n发言稿2各位来宾：\n好。",
        ["发言稿1", "发言稿2"],
    ),
    ("collection-marker", "茶叶节致辞1\n各位好。\n茶叶节致辞2\n各位好。", ["茶叶节致辞1", "茶叶节致辞2"]),
    (
        "collection-marker",
        "茶葉節致辭(1)\n各位來賓好。\n茶葉節致辭(2)\n各位來賓好。",
        ["茶葉節致辭(1)", "茶葉節致辭(2)"],
    ),
    ("collection-marker", "茶叶节致辞（1）\n各位好。", []),
    ("collection-marker", "典型案例（一）\n案情。\n典型案例（二）\n案情。", []),
    ("collection-marker", "附件1\n登记表\n附件2\n汇总表", []),
    ("collection-marker", "第一篇：总论写水。\n他又谈了第二篇。", []),
    ("collection-marker", "表1\n表2\n（一）加强督查\n（二）加强考核", []),
    ("collection-marker", "第1篇 茶叶节上的致辞\n各位来宾：好。", ["第1篇 "]),
    ("collection-marker", "第1篇 茶叶的来历\n茶树长在山上。", []),
    ("collection-marker", "第一篇：谋划篇\n各位：好。\n第二篇：实干篇\n各位：好。", []),
    ("collection-marker", "篇一：谋发展\n茶多了。\n篇二：惠民生\n钱多了。", []),
    ("collection-marker", "篇一：学茶心得体会\n茶多了。\n篇二：学茶心得体会\n钱多了。", ["篇一：", "篇二："]),
    ("collection-marker", "学茶述职报告篇1\n今年我管了三座茶山。", ["学茶述职报告篇1"]),
    ("collection-marker", "学茶調研報告篇一\n今年看了三座茶山。", ["学茶調研報告篇一"]),
    ("collection-marker", "调研报告写成一篇一万字的长文\n茶多了。", []),
    ("collection-marker", "第一篇：以茶富民，走出新路大全\n以茶富民，走出新路\n今年茶多了。", ["第一篇："]),
    ("collection-marker", "第一篇：茶的来历\n茶树长在山上。", []),
    # outline-preview
    ("outline-preview", f"框架：……\n{CONTENTS}在大会上的讲话\n{BODY}", ["框架：……", *CONTENTS.split()]),
    ("outline-preview", f"本文目录\n{CONTENTS}……\n在大会上的讲话\n{BODY}", ["本文目录", *CONTENTS.split(), "……"]),
    ("outline-preview", f"工作报告\n目录\n{CONTENTS}\n各位代表：\n{BODY}", []),
    ("outline-preview", f"工作报告\n目　　录\n{CONTENTS}\n各位代表：\n{BODY}", []),
    ("outline-preview", f"工作报告\n【目录】\n一、修好路  1\n二、通上水  2\n三、点亮灯  3\n{BODY}", []),
    ("outline-preview", f"会议日程：……\n{CONTENTS}{BODY}", []),
    ("outline-preview", f"提纲：\n{CONTENTS}以上请各位准备。", []),
    # seo-intro
    (
        "seo-intro",
        "晨会致辞\n晨会，也叫早会，是一天工作的开头。\n同志们：早上好。",
        ["晨会，也叫早会，是一天工作的开头。"],
    ),
    ("seo-intro", "在晨会上的致辞\n同志们：\n晨会，也叫早会，是一天工作的开头。\n各位：早上好。", []),
    ("seo-intro", "晨会办法\n本办法所称晨会，是指每天上班前十分钟的短会。\n第二条　晨会由班长主持。", []),
    ("seo-intro", "晨会方案\n晨会是指每天上班前十分钟的短会。\n各位班长", []),
    # template-vocabulary
    ("template-vocabulary", "茶叶节致辞范文大全\n各位好。", ["范文大全"]),
    ("template-vocabulary", "茶葉節致辭（熱門6篇）\n各位好。", ["（熱門6篇）"]),
    ("template-vocabulary", "【精选】茶叶节致辞\n各位好。", ["【精选】"]),
    ("template-vocabulary", "示范文本管理办法\n各位好。", []),
    ("template-vocabulary", "关于评选优秀公文的通知\n请各科室选送公文3篇。", []),
    ("template-vocabulary", "抽样检查情况\n样本\n模板", []),
    ("template-vocabulary", "茶叶节致辞模板各位来宾：好。", ["模板"]),
    ("template-vocabulary", "附件：茶叶节致辞（模板）\n各位照填。", []),
    # invisible-fingerprint
    ("invisible-fingerprint", "茶\u200b\u200c叶好。", ["\u200b\u200c"]),
    ("invisible-fingerprint", "茶\u200b叶好。", []),
    ("invisible-fingerprint", "👩\u200d🌾👨\u200d🌾都来了。", []),
    ("invisible-fingerprint", "می\u200cخواهم می\u200cروم", []),
    # anti-copy-noise
    ("anti-copy-noise", "茶叶好。; w7 B& e2 }q ~K 8茶农笑。", ["; w7 B& e2 }q ~K 8"]),
    ("anti-copy-noise", "x = a[0] + b{1} & c", []),
    ("anti-copy-noise", "型号为A-1#、B-2#的设备。", []),
    ("anti-copy-noise", "茶☆叶★展销。", []),
    # ruby-leak
    ("ruby-leak", "行(háng)长(zhǎng)重(chóng)申", ["(háng)", "(zhǎng)", "(chóng)"]),
    ("ruby-leak", "行(háng)长(zhǎng)来了。", []),
    # duplicated-block
    ("duplicated-block", f"讲话\n{PARAGRAPH}\n好。\n{PARAGRAPH}", [PARAGRAPH]),
    ("duplicated-block", f"规则\n第一条　好。\n{PARAGRAPH}\n{PARAGRAPH}", []),
    ("duplicated-block", "在茶叶节上的致辞\n2023年5月1日\n在茶叶节上的致辞\n各位好。", ["在茶叶节上的致辞"]),
    ("duplicated-block", "大干快上争先进！\n路通了。\n大干快上争先进！", []),
    ("duplicated-block", "茶叶三年规划\n目录\n一、种茶……1\n二、卖茶……2\n茶叶三年规划\n各位好。", []),
    # markup-residue
    ("markup-residue", "茶叶&mdash;&mdash;好", ["&mdash;&mdash;"]),
    ("markup-residue", "茶叶&times;3，&#8220;好&#8221;", ["&times;", "&#8220;", "&#8221;"]),
    ("markup-residue", "<span lang=EN-US>茶叶</span>", ["<span lang=EN-US>", "</span>"]),
    (
        "markup-residue",
        "p.MsoNormal { mso-style: x; margin: 0 }\n茶叶好。",
        ["p.MsoNormal { mso-style: x; margin: 0 }"],
    ),
    ("markup-residue", "“&nbsp;”是空格，&gt;表示大于，<p>标签分段。", []),
    ("markup-residue", "见《<公路法>释义》，若p<q则罢。", []),
    ("markup-residue", "***书记和**县长都到了。", []),
]


@pytest.mark.parametrize(("rule", "text", "words"), FOUND)
def test_what_is_found(rule: str, text: str, words: list[str]) -> None:
    found = check_text(text, select=(f"watermark/{rule}",))
    assert [diagnostic.span.of(text) for diagnostic in found] == words


MENDED = [
    ("page-footer", "渠修好了。\n第3页\n水通了。\n- 4 -\n", "渠修好了。\n水通了。\n", False),
    ("page-footer", "渠修好了。\n3/9\n水通了。", "渠修好了。\n3/9\n水通了。", False),
    ("page-footer", "渠修好了。\n3/9\n水通了。", "渠修好了。\n水通了。", True),
    ("page-footer", "把责任落第1页共2页到实处。", "把责任落到实处。", True),
    ("page-footer", "讲话\n\n- 1 -\n天亮了。\n\n- 2 -\n天黑了。", "讲话\n\n- 1 -\n天亮了。\n\n- 2 -\n天黑了。", False),
    ("page-footer", "茶叶要早采，采下来的\n第2页\n鲜叶要当天炒。", "茶叶要早采，采下来的鲜叶要当天炒。", True),
    (
        "page-footer",
        "茶叶要早采，采下来的\n第2页\n鲜叶要当天炒。",
        "茶叶要早采，采下来的\n第2页\n鲜叶要当天炒。",
        False,
    ),
    ("page-footer", f"{PAGE}大-1-家{PAGE}。-2-\n{PAGE}-3-", f"{PAGE}大家{PAGE}。\n{PAGE}", True),
    ("page-footer", f"{PAGE}1/4{PAGE}（2/4）好。", f"{PAGE}1/4{PAGE}（2/4）好。", True),
    ("page-footer", f"{PAGE}1/4\n{PAGE}2/4好。", f"{PAGE}\n{PAGE}好。", True),
    ("markup-residue", "茶叶&mdash;&mdash;好&hellip&hellip<br>", "茶叶——好……<br>", False),
    ("markup-residue", "茶叶&mdash;&mdash;好&hellip&hellip<br>", "茶叶——好……", True),
    ("template-vocabulary", "茶叶节致辞（精选8篇）\n各位好。", "茶叶节致辞\n各位好。", True),
    ("invisible-fingerprint", "茶\u200b叶\u200c好。", "茶叶好。", False),
]


@pytest.mark.parametrize(("rule", "text", "mended", "unsafe"), MENDED)
def test_what_is_mended(rule: str, text: str, mended: str, unsafe: bool) -> None:
    assert fix_text(text, unsafe=unsafe, select=(f"watermark/{rule}",)).text == mended


def test_markdown_keeps_its_own_marks() -> None:
    text = "# 茶叶节致辞\n\n**各位来宾：**\n\n&nbsp;&nbsp;大家好，详见[公告](https://example.org/a)。<br>\n"
    assert check_text(text, filename="a.md", select=("watermark/markup-residue",)) == []
    assert len(check_text(text, select=("watermark/markup-residue",))) == 7


def test_templates_may_call_themselves_so() -> None:
    text = "年终述职报告范文\n各位领导：大家好。"
    assert [d.rule for d in check_text(text)] == ["watermark/template-vocabulary"]
    assert [d.rule for d in check_text(text, preset="template")] == []
