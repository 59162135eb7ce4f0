"""redaction/scrubbed-name"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_GUIDES = (
    "指导",
    "指引",
    "引领",
    "统领",
    "统揽",
    "遵循",
    "根本遵循",
    "纲领",
    "行动指南",
    "主题",
    "主线",
    "中心",
    "核心",
)
_LEADS = ("正确", "坚强", "英明", "亲切", "领导", "统一", "集中", "直接", "关心", "关怀", "带领", "指引", "大力")
_NAMELESS = Literals(
    (
        "以同志为", "以为总书记", "以为代表的中国共产党", "以为代表的党", "以为首的", "以为班长的",
        *(f"以为{guide}" for guide in _GUIDES),
        *(f"{joint}同志为核心" for joint in "在同与和由"),
        "在同志的", *(f"在的{lead}" for lead in _LEADS),
        "以理论、", "以理论和", "以思想、", "高举理论", "高举思想", "列宁主义、思想", "、理论、“三个", "、理论和“三个",
    )
)  # fmt: skip
# 误以为核心技术: here 以为 is a word of its own.
_THOUGHT = frozenset("误自可所难足满都还总常便就我你他她人们引不莫别原本曾")
_CORE = Pattern(
    "以为核心的(?:党|中央|领导|新一代|第)|以为(?:总书记|代表|首|班长)的(?:党|中[央国]|领导|第|集体|新)|以同志为(?:核心|首|班长|组长|队长|代表|总书记|书记|主任|总指挥)"
)
# 坚持以为指导, before a mark or what is done under such guidance; elsewhere 以为 may be what somebody thinks.
_HOLDS = Pattern("(?:坚持|始终|必须|坚定|坚定不移地?|继续|一贯|自觉|旗帜鲜明地?|[要应须])$")
_MIND = Pattern("(?:[不别]要|想要|主要|重要|需要|只要|一定要)$")
_GUIDED = Pattern("[，。；,;]|(?:开展|推动|推进|抓好|做好|统筹|加强|谋划|全面|深入|扎实|奋力|不断)")
_UNDER_NOBODY = Pattern(
    "在(?:同志)?的[一-鿿]{0,10}?(?:领导|带领|率领|主持|指引|关怀|关心|支持|指导|倡导)(?:[和与、][一-鿿]{2,6})?下"
)
# 存在的领导不力, 现在的统一领导下: the word before 的 ends in 在.
_IN_BEING = frozenset("存所现内外实潜正自健好同常旨何站")
_TEACHING = Pattern('[“"「]?(?:三个代表|科学发展观|邓小平理论|毛泽东思想|习近平|新时代中国)')


class ScrubbedName(Rule):
    """A name was filtered out of a set phrase: 以同志为核心的党中央. A 同志 that acts
    without a name is `placeholder/missing-name`.
    """

    id = "redaction/scrubbed-name"
    title = Bilingual("固定说法里的人名被删", "A name filtered out of a set phrase")
    why = Bilingual(
        "“以……同志为核心的党中央”里缺了姓名，是过滤或脱敏时删掉的。",
        "The set phrase needs a name that a filter or an anonymiser took out.",
    )
    severity = Severity.ERROR
    presets = {"template": None}
    triggers = _NAMELESS
    VALID = (
        Valid("他们误以为核心问题已经解决。"),
        Valid("以习近平同志为核心的党中央高度重视海洋生态。"),
        Valid("老同志强调要爱护渔港，有的同志指出航标老化。"),
        Valid("以人民为核心的发展理念深入人心。"),
        Valid("同志们，以同志为镜，请大家在会后抓好落实。"),
        Valid("坚持以人民为中心，不要以为重点工程万事大吉。"),
        Valid("有人始终以为核心技术买得来，我们引以为荣、引以为戒。"),
        Valid("存在的领导不力问题，在老同志的带领下逐一解决。"),
        Valid("在同志们的支持下，在同志的墓前，大家肃立。"),
        Valid("马克思列宁主义、毛泽东思想、邓小平理论、“三个代表”重要思想。"),
        Valid("以理论、实操两种方式考核船员，以思想、作风建设为先。"),
    )
    INVALID = (
        Invalid("在⟦以同志为⟧核心的党中央坚强领导下，渔港面貌一新。"),
        Invalid("紧密团结在⟦以为核心⟧的党中央周围。"),
        Invalid("以毛泽东同志为核心的第一代、⟦以同志为⟧核心的第二代中央领导集体。"),
        Invalid("團結在⟦以為總書記⟧的黨中央周圍。"),
        Invalid("坚持⟦以为指导⟧，谋划渔港长远发展。"),
        Invalid("⟦在同志的⟧领导下，海堤按期合龙。"),
        Invalid("⟦在的坚强⟧领导和关怀下，渔港建成投用。"),
        Invalid("紧密团结⟦在同志为核心⟧的党中央周围。"),
        Invalid("⟦以理论、⟧“三个代表”重要思想为指导，办好渔业。"),
        Invalid("坚持马克思⟦列宁主义、思想⟧、邓小平理论。"),
        Invalid("渔业战线⟦高举理论⟧伟大旗帜。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text, folded = ctx.text, ctx.document.folded
        for start, end in sorted(ctx.places, key=lambda place: (place[0], -place[1])):
            if not _lacks_name(folded, start, end):
                continue
            span = Span(start, end)
            words = span.of(text)
            yield ctx.found(
                span,
                Bilingual(f"“{words}”这里缺了姓名，应查原稿补上", f"The name is missing at “{words}”; restore it"),
            )


def _lacks_name(folded: str, start: int, end: int) -> bool:
    words, before = folded[start:end], folded[max(0, start - 1) : start]
    if words.startswith("在"):
        if before and before in _IN_BEING:
            return False
        return words.endswith("核心") or _UNDER_NOBODY.match(folded, start, start + 24) is not None
    if words.startswith("高举"):
        return folded.startswith("伟大旗帜", end)
    if words.startswith(("以理论", "以思想")):
        return _TEACHING.match(folded, end, end + 8) is not None
    if words == "列宁主义、思想":
        return folded[end : end + 1] in ("、", "，", "和")
    if not words.startswith("以"):
        return words[1:] != "同志为核心" or folded.startswith("的", end)
    if before in _THOUGHT:
        return False
    if _CORE.match(folded, start) is not None:
        return True
    return words[2:] in _GUIDES and _holds_to_nothing(folded, start, end)


def _holds_to_nothing(folded: str, start: int, end: int) -> bool:
    """Whether 以为指导 is what one keeps to, not what one thinks."""
    near = max(0, start - 6)
    if _HOLDS.search(folded, near, start) is None or _MIND.search(folded, near, start) is not None:
        return False
    return _GUIDED.match(folded, end, end + 2) is not None
