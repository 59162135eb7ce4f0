"""placeholder/latin-mask"""

from __future__ import annotations

from speechlint.checks.placeholder.masked import MaskRule
from speechlint.document.mask_kinds import Kind
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.rule import Invalid, Valid


class LatinMask(MaskRule):
    """Drafts that are passed on have their names replaced by X or xx; whoever takes one over has to put in his own.
    Rays, axes, sizes, models and unknowns are letters too, and are left alone.
    """

    id = "placeholder/latin-mask"
    title = Bilingual("用 X 代替的名称没有填", "A name is still written X")
    why = Bilingual(
        "稿子里的“X市”“xx镇”是套用时留下的空，照念出来就是笑话。",
        "X stands where a name was taken out; it cannot be read aloud.",
    )
    kind = Kind.LETTERS
    VALID = (
        Valid("体检项目新增X光片，复查看X射线报告。"),
        Valid("图中X轴表示月份，Y轴表示产量。"),
        Valid("推广O2O服务，配发BX-20型检测仪，用SpaceX的报道作例子。"),
        Valid("课本上说，方程中的X是未知数，设X为整数。"),
        Valid("染色體檢查發現XX染色體正常，X光檢查也正常。"),
        Valid("队服有XL码和XXL码，推行“互联网+X”模式和1+X证书。"),
        Valid("小王换了iPhone X手机，网名叫Max。"),
        Valid("记 X 为样本，*X* 取整数，共 x 轮。", format="markdown"),
        Valid("社交平台X上有人发帖。"),
    )
    INVALID = (
        Invalid("近日，⟦X⟧市组织了渔船检修比武。"),
        Invalid("现场会在⟦xx⟧镇召开，镇里搭了棚子。"),
        Invalid("这次来到⟦X⟧,就是要看看水库。"),
        Invalid("各級工會要向⟦ＸＸ⟧縣學習。"),
        Invalid("在 ⟦xx⟧ 港口史上，这是头一回。"),
        Invalid("打造“⟦XX⟧茶乡”品牌。"),
        Invalid("1.⟦X⟧县率先修好了渠。"),
        Invalid("⟦X⟧市和⟦XX⟧市都来了人。"),
        Invalid("⟦X⟧市到了，⟦X⟧市的船队也到了。", fixed="江城市到了，江城市的船队也到了。", values={"X市": "江城市"}),
    )
