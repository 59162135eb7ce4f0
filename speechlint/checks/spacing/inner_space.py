"""spacing/inner-space"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.spacing.strays import Gap, gap_between_han, waits_for_words
from speechlint.document.blanks import Beside
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid


class InnerSpace(Rule):
    """A blank between two Chinese characters inside a sentence: 粮 站. Titles and their joints, names of two characters
    (王　明), 第一条　, columns, verses, lists of names and forms are left alone, and the blank of respect in Taiwan's
    letters: 請 查照.
    """

    id = "spacing/inner-space"
    title = Bilingual("汉字之间有空格", "A blank between Chinese characters")
    why = Bilingual(
        "汉字之间不空格；句子里的空格多是换行或转换留下的，会把词拆开。",
        "Chinese is written without blanks; inside a sentence they come from line breaks and converters.",
    )
    severity = Severity.WARNING
    fixes = Applicability.SAFE
    because = Bilingual(
        "只在正文里、空格拆开了常用词时才改；其余的只作提示。",
        "Only where the blank tears a common word in running text.",
    )
    norm = "GB/T 9704-2012 7.3.3"
    VALID = (
        Valid("第一章　总则\n第一条　为了管好粮仓，制定本办法。"),
        Valid("通　则\n附 则\n目　录"),
        Valid("柳湾粮站站长 方　正\n二〇二四年九月三日"),
        Valid("《县供销社　县粮食局关于秋粮入库的意见》已经印发，请照办。"),
        Valid("会议由站长 高 明 主持，到会的有李　强、王小虎、赵　磊。"),
        Valid("爱国 敬业 诚信 友善，写在粮站的墙上。"),
        Valid("品名　　数量　　单价\n稻谷　　三车　　面议"),
        Valid("请于2024年 月 日前交回，第 号收据作废。"),
        Valid("2024年9月3日 县粮食局、县供销社联合印发。"),
        Valid("活动以“守好粮仓 端稳饭碗”为主题，各站参加。"),
        Valid("墙上写着“颗粒归仓不浪费 守好粮仓为人民。”，字很大。"),
        Valid("（本报通讯员 周柳生）昨天，粮站开仓。"),
        Valid("会长 江平讲了话，社员们鼓掌。"),
        Valid("据县报记者 周柳生报道，今年收成好。"),
        Valid("秋粮入库 动员大会"),
        Valid("他题了“秤平斗满，仓仓有粮 心正人和，户户无忧”挂在粮站门口，又写了一幅。"),
        Valid("各组守好仓门\t夜里有人巡，不留死角。"),
        Valid("新华社柳湾9月8日电 全县粮食工作会议今天召开。\n本报讯 各粮站昨天开仓，秩序很好。"),
        Valid("記者周柳生／柳灣報導 縣糧食局昨日表示，糧倉整修完成。"),
        Valid("“秤准了，人心就稳，大家都这么说。”——柳湾 邱某"),
        Valid("一、清仓扫场 把好入库关。各组要早动手，多检查。"),
        Valid("秋粮快熟了。 一、清仓扫场，早做准备 各组要早动手，多检查。1.2适用范围 本办法适用于各粮站。"),
    )
    INVALID = (
        Invalid("各组要抓紧检⟦ ⟧查粮仓的门窗，不留死角。", fixed="各组要抓紧检查粮仓的门窗，不留死角。"),
        Invalid("各组要抓紧检⟦\t⟧查仓门，不留死角。", fixed="各组要抓紧检查仓门，不留死角。"),
        Invalid("各組要抓緊檢⟦ ⟧查糧倉的門窗，不留死角。", fixed="各組要抓緊檢查糧倉的門窗，不留死角。"),
        Invalid("社员们的意⟦ ⟧见要听，困⟦ ⟧难要帮。", fixed="社员们的意见要听，困难要帮。"),
        Invalid("他打来电⟦ ⟧话，说粮站的水电⟦ ⟧站停了。", fixed="他打来电话，说粮站的水电站停了。"),
        Invalid("一、检⟦ ⟧查门窗\n二、腾空仓房"),
        Invalid("关于做好秋粮入库工⟦ ⟧作的通知"),
        Invalid("一要清仓，二要看好⟦ ⟧各处仓门 。"),
        Invalid("他说：“秋粮好，是站里的社员们干⟦ ⟧出来的，也是天帮忙。”"),
        Invalid(
            "站长说：“秤准了，仓满了，社员们的困⟦ ⟧难也少了。”", fixed="站长说：“秤准了，仓满了，社员们的困难也少了。”"
        ),
        Invalid("粮站的门口已经排起了长队⟦ ⟧社员们有说有笑，等着开秤。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        document, text = ctx.document, ctx.text
        for span in document.blanks.beside(Beside.HAN):
            if document.blanks.is_odd(span):
                continue
            gap = gap_between_han(document, span)
            if gap is Gap.KEPT or waits_for_words(document, span):
                continue
            if gap is not Gap.TORN and "\t" in span.of(text):
                continue  # space-run's
            before, after = text[span.start - 1], text[span.end]
            yield ctx.found(
                span,
                Bilingual(
                    f"“{before}”与“{after}”之间多了空格，应连写", f"A blank between “{before}” and “{after}”; join them"
                ),
                fix=ctx.fix(
                    Bilingual("删去空格", "Delete the blank"),
                    [Edit(span, "")],
                    Applicability.SAFE if gap is Gap.TORN else Applicability.DISPLAY,
                ),
            )
