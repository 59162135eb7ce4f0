"""script/phrase-over-conversion"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.strait import SENSE_WORDS


class PhraseOverConversion(Rule):
    """A converter that swaps phrases puts Taiwan's word for the mainland's into a text of the mainland's offices, often
    in a sense that the word does not have: 機構設定 for 機構設置, 服務視窗 for 服務窗口.

    Only texts with the mainland's vocabulary are looked at, of its offices, schools, hospitals or factories, by several
    words of it, or by one and the wrong characters that a converter left (乾部, 製度); texts of Taiwan and Hong Kong
    are left alone. Where a text writes the mainland's word too, the other one is taken for the writer's choice, unless
    the words beside it speak against it. Under `zh-hant` the words of the house are the writer's own matter.
    """

    id = "script/phrase-over-conversion"
    title = Bilingual("用语被转换过头", "A phrase converted too far")
    why = Bilingual(
        "转换软件按台湾用语替换了大陆机关的用语，意思变了，或与全文不合。",
        "The converter put Taiwan's word for the mainland office's; its sense differs or it does not fit the text.",
    )
    severity = Severity.WARNING
    fixes = Applicability.UNSAFE
    because = Bilingual("按搭配和全文用语推断。", "It is inferred from the words beside it and the rest of the text.")
    triggers = SENSE_WORDS
    whole = True
    VALID = (
        Valid("服務視窗已開啟，請設定密碼。教育部會同行政院訂定網際網路管理辦法，保障民眾權益。"),
        Valid("互聯網和資訊科技發展迅速，市民可透過網絡申請，署方會提供支援。"),
        Valid("縣委組織黨員幹部參觀民眾教育館，農民工代表也到場。"),
        Valid("縣委和總工會的幹部職工學會了電腦視窗操作，農民工也來聽課。"),
        Valid("縣委要求各級黨組織支援災區，維修天然氣管道，查閱人事檔案。"),
        Valid("縣委聯繫群眾，民眾和群眾都是農民工兄弟，各級黨組織要放在心上。"),
        Valid("縣委的農民工服務窗口設置合理，合同規範。"),
        Valid("縣委成立專案組，應用程式由農民工登記使用。"),
        Valid("國家改革開放，國務院支援香港，十四五規劃帶來機遇，民眾透過網絡得到資訊。"),
        Valid("縣委、縣政府優化營商環境，農民工得實惠。", preset="zh-hant"),
        Valid("縣委關心農民工，保障民眾權益，發展網路經濟。", preset="zh-hant"),
        Valid("县委的农民工服务窗口设置合理。"),
    )
    INVALID = (
        Invalid("縣委要求關心農民工，走好⟦民眾⟧路線。", fixed="縣委要求關心農民工，走好群眾路線。"),
        Invalid("縣委為農民工設立服務⟦視窗⟧，調整機構⟦設定⟧。", fixed="縣委為農民工設立服務窗口，調整機構設置。"),
        Invalid("縣委幫助農民工簽訂勞動⟦契約⟧，⟦最佳化⟧用工環境。", fixed="縣委幫助農民工簽訂勞動合同，優化用工環境。"),
        Invalid("各級黨組織推進⟦網際網路⟧+漁業，農民工也受益。", fixed="各級黨組織推進互聯網+漁業，農民工也受益。"),
        Invalid("縣委⟦開會⟧這次會議，部署農民工工作。", fixed="縣委召開這次會議，部署農民工工作。"),
        Invalid("縣委學習中央⟦檔案⟧精神，暢通農民工訴求⟦管道⟧。", fixed="縣委學習中央文件精神，暢通農民工訴求渠道。"),
        Invalid(
            "高考成績提升，迴顧學校的規章製度，乾部保證教學⟦品質⟧。",
            fixed="高考成績提升，迴顧學校的規章製度，乾部保證教學質量。",
        ),
        Invalid("縣委規範辦事⟦程式⟧，這些⟦專案⟧裡有農民工培訓。", fixed="縣委規範辦事程序，這些項目裡有農民工培訓。"),
        Invalid("縣委的年度⟦計畫⟧裡有農民工培訓。", fixed="縣委的年度計劃裡有農民工培訓。"),
        Invalid("縣委為農民工調整機構⟦設定⟧。", fixed="縣委為農民工調整機構設置。", preset="zh-hant"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        for slip in ctx.document.strait_slips:
            if slip.border or (slip.house and ctx.preset == "zh-hant"):
                continue
            word = slip.span.of(ctx.text)
            yield ctx.found(
                slip.span,
                Bilingual(
                    f"“{word}”是转换来的台湾用语，这篇讲话里应为“{slip.right}”",
                    f"“{word}” is Taiwan's word, put in by a converter; here it should be “{slip.right}”",
                ),
                severity=Severity.HINT if slip.habit else None,
                fix=ctx.fix(
                    Bilingual(f"改为“{slip.right}”", f"write “{slip.right}”"),
                    [Edit(slip.span, slip.right)],
                    Applicability.UNSAFE,
                ),
            )
