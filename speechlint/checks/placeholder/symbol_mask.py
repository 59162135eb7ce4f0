"""placeholder/symbol-mask"""

from __future__ import annotations

from speechlint.checks.placeholder.masked import MaskRule
from speechlint.document.mask_kinds import Kind
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.rule import Invalid, Valid


class SymbolMask(MaskRule):
    """Runs of *, #, ×, ○, ¥ where a name should stand. The same signs are bullets, emphasis, ornaments, products
    and note marks; ×× inside quotation marks may be another's text, and is a hint where the draft has no other
    mask.
    """

    id = "placeholder/symbol-mask"
    title = Bilingual("用符号代替的名称没有填", "A name is still written in signs")
    why = Bilingual(
        "“**县”“××镇”“○○局”是隐去名称后留下的空，定稿时必须补上。", "The signs stand where a name was taken out."
    )
    kind = Kind.SYMBOLS
    VALID = (
        Valid("发挥“数据要素×”效应，推动文旅×体育融合。"),
        Valid("值班实行7×24小时制，男子4×100米接力夺冠。"),
        Valid("**加强护林**是头等大事，要**常抓不懈**。"),
        Valid("**护林员**要到岗", format="markdown"),
        Valid("## 县里的安排\n* 县城清淤\n■ 三项任务"),
        Valid("※※重要通知※※\n★★★★★好评如潮"),
        Valid("一九八○年建站，二○○○年改造。"),
        Valid("面积=长*宽，每亩产量**见注。"),
        Valid("□ 县级　□ 市级"),
        Valid("带★项必填，☆项选填。\n☆县长信箱\n☆书记信箱"),
        Valid("他答错了，老师打了×。"),
    )
    INVALID = (
        Invalid("⟦**⟧县护林站在⟦**⟧市林业局的指导下挂牌。"),
        Invalid("我代表⟦××⟧市林业局讲几句。"),
        Invalid("⟦×某⟧市林场的经验值得学。"),
        Invalid("⟦○○⟧局、⟦△△⟧公司都派人到场。"),
        Invalid("⟦##⟧縣林業局負責巡山。"),
        Invalid("来自⟦＊＊⟧林场的老同志都在。"),
        Invalid("⟦¥¥⟧镇今年没有山火。"),
        Invalid("（⟦×⟧县供稿）"),
        Invalid("护林站管着江城⟦☆⟧县北坡的林子，与邻近⟦☆⟧县的林场联防。"),
        Invalid("培训由⟦……⟧县林业局主办。"),
        Invalid("我代表⟦××⟧市林业局讲几句。", fixed="我代表江城市林业局讲几句。", values={"××市": "江城市"}),
    )
