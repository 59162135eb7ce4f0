"""script/one-to-many-char"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.script_slips import as_written
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.word_table import example_words

EXAMPLES = 2  # words shown in which the written character is right


class OneToManyChar(Rule):
    """Simplified writing has merged characters: 干 stands for 幹, 乾 and 干. A converter that works by the character
    picks the wrong one, or leaves the merged one.

    The words around it decide, never the character alone: it is reported where a known word asks for another member and
    no word there is content with this one. Forms that good texts of Taiwan or Hong Kong write beside each other
    (台/臺, 裏/裡, 布/佈, 周/週, 才/纔) are no mistake.
    """

    id = "script/one-to-many-char"
    title = Bilingual("一简对多繁，用错了字", "The wrong one of the merged characters")
    why = Bilingual(
        "按单字转换分不清一个简体字对应的几个繁体字，要按词来定。",
        "A conversion by the character cannot tell which of several traditional characters a word takes.",
    )
    severity = Severity.ERROR
    fixes = Applicability.UNSAFE
    because = Bilingual("按词推断，词典里没有的专名可能例外。", "A word decides; a name in no dictionary may differ.")
    whole = True
    aside = True  # of the whole text its script alone decides, and headers have one too
    VALID = (
        Valid("基層幹部下鄉，天氣乾燥，若干問題不相干，乾隆年間的井已乾涸。"),
        Valid("皇后與太后、先後順序、後來居上、后羿射日，都沒有寫錯。"),
        Valid("這裡離縣城三十公里，鄰里和睦，萬里無雲，里程碑就在村口。"),
        Valid("姓范的、姓于的、姓余的和姓姜的都來了，范仲淹的文章大家都讀過。"),
        Valid("麵粉運到了，市面上的麵條便宜，各方面都滿意，面對面商量。"),
        Valid("這裏和那裡、台北和臺北、群眾和羣衆、山峰和山峯，寫法都有人用。"),
        Valid("只有三隻船出海，隻身前往的漁民只好等候。"),
        Valid("占卜是迷信，理髮店新開張，頭髮白了，發展快了，北斗星亮了。"),
        Valid("公布結果，分佈均勻，四周和一週，回覆與回復，借此機會或藉此機會。"),
        Valid("并不是每個人都要並排站，稱帝後的事也不必提。"),
        Valid("基层干部作风扎实，天气干燥，理发店关门。"),
        Valid("本府業已函復，請儘速答復並公告週知；系爭土地前經反復勘查，批注及附注均予保留。"),
        Valid("和平里、光明里的漁民走了三百里路，這是漁港歷史里程碑，三里河的船隊也來了。"),
        Valid("第一書記張杰、船長王俊杰、大副趙杰夫和漁民林志杰都來了，党秀英在渡口擊筑。"),
        Valid("漁港要防颱風，強烈颱風的路徑、颱風大作的夜晚，漁民都記得。"),
        Valid("海城里里長和里民都來了，海城里活動中心熱鬧得很。"),
    )
    INVALID = (
        Invalid("農村基層⟦乾⟧部要帶頭修船。", fixed="農村基層幹部要帶頭修船。"),
        Invalid("規⟦范⟧辦事流程，⟦係⟧統梳理漁民反映的問題。", fixed="規範辦事流程，系統梳理漁民反映的問題。"),
        Invalid("這⟦箇⟧港口的同⟦誌⟧們辛苦了，主⟦鏇⟧律要唱響。", fixed="這個港口的同志們辛苦了，主旋律要唱響。"),
        Invalid(
            "從這⟦里⟧出發，最⟦后⟧到達碼頭，由⟦于⟧風大，船期順延。",
            fixed="從這裡出發，最後到達碼頭，由於風大，船期順延。",
        ),
        Invalid("天氣⟦幹⟧燥，⟦鬆⟧樹容易起火，漁民的頭⟦發⟧都白了。", fixed="天氣乾燥，松樹容易起火，漁民的頭髮都白了。"),
        Invalid("聯⟦系⟧漁民，理順關⟦系⟧，情⟦系⟧港灣。", fixed="聯繫漁民，理順關係，情繫港灣。"),
        Invalid(
            "我們知道怎⟦么⟧⟦乾⟧，就要把話說在前頭，事情⟦乾⟧在實處。",
            fixed="我們知道怎麼幹，就要把話說在前頭，事情幹在實處。",
        ),
        Invalid("國⟦傢⟧發展⟦瞭⟧，漁民朝著這個方⟦嚮⟧走。", fixed="國家發展了，漁民朝著這個方向走。"),
        Invalid(
            "過去三年⟦里⟧，漁民在這個季節⟦里⟧忙⟦里⟧忙外，辦公室⟦里⟧也亮著燈。",
            fixed="過去三年裡，漁民在這個季節裡忙裡忙外，辦公室裡也亮著燈。",
        ),
        Invalid(
            "從嚴治⟦党⟧，⟦党⟧的領導堅強，這一年⟦极⟧不平凡，⟦筑⟧牢海堤。",
            fixed="從嚴治黨，黨的領導堅強，這一年極不平凡，築牢海堤。",
        ),
        Invalid("落落大方的⟦颱⟧風，贏得漁民的掌聲。", fixed="落落大方的台風，贏得漁民的掌聲。"),
        Invalid("漁村裡人⟦杰⟧地靈，表現⟦杰⟧出。", fixed="漁村裡人傑地靈，表現傑出。"),
        Invalid("離岸三公⟦裡⟧，鄰⟦裡⟧之間常來往。", fixed="離岸三公里，鄰里之間常來往。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        for slip in ctx.document.script_slips.members:
            (choice,) = slip.words
            written = slip.span.of(ctx.text)
            start = slip.span.start - choice.at
            wrong = ctx.text[start : start + len(choice.word)]
            right = wrong[: choice.at] + slip.right + wrong[choice.at + 1 :]
            yield ctx.found(
                slip.span,
                _message(written, wrong, slip.right, "".join(as_written(part, ctx.document) for part in choice.word)),
                fix=ctx.fix(
                    Bilingual(f"改为“{right}”", f"write “{right}”"),
                    [Edit(slip.span, slip.right)],
                    Applicability.UNSAFE,
                ),
            )


def _message(written: str, wrong: str, right: str, word: str) -> Bilingual:
    """What is wrong in `wrong`, the word that shows it, and words in which the written character is right."""
    examples = example_words(written, EXAMPLES)
    others = "".join(f"“{example}”" for example in examples)
    if len(word) == 1 and not examples:
        return Bilingual(f"“{written}”应为“{right}”", f"“{written}” should be “{right}”")
    if len(word) == 1:
        return Bilingual(
            f"“{written}”应为“{right}”（“{written}”只用于{others}等词）",
            f"“{written}” should be “{right}” (it stands in words like {', '.join(examples)} alone)",
        )
    return Bilingual(
        f"“{wrong}”的“{written}”应为“{right}”（“{word}”是词" + (f"，“{written}”用于{others}）" if examples else "）"),
        f"“{written}” in “{wrong}” should be “{right}” (“{word}” is the word"
        + (f"; “{written}” stands in {', '.join(examples)})" if examples else ")"),
    )
