"""redaction/scrubbed-term"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import HAN
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_HEADS = ("党的", "党中央的", "贯彻落实", "学习贯彻", "深入学习", "以及")
# What else may have lost its object; a second verb may follow too: 认真学习、刻苦钻研.
_MORE_HEADS = (
    "认真学习",
    "认真落实",
    "认真贯彻",
    "深入贯彻",
    "全面贯彻",
    "全面落实",
    "宣传贯彻",
    "深刻领会",
    "传达学习",
)
_STUDIES = ("学习", "贯彻", "落实", "领会", "传达", "宣传", "践行")
_STRANDED = (
    *(head + "、" for head in _HEADS + _MORE_HEADS),
    *(study + "、精神" for study in _STUDIES),
    *(joint + mark for joint in "和与及" for mark in "，。；"),
    *(opener + "、" for opener in "“《「。；"),
    "及、", "以、", "以和", "以，",
    "和、", "与、", "、、", "，、", ",、", "、，", "、,", "、。", "、；", "、;",
    "委、召开", "委、的", "委、决定", "委、高度重视", "受的委托", "受的指派",
    "党的届", "学习届", "贯彻届", "党的和",
)  # fmt: skip
_TERMS = Literals(_STRANDED)
# 党的、国家的和人民的 is a list of owners.
_LIST_OF_OWNERS = Pattern(f"(?!党的)[{HAN}]{{1,8}}的(?!精神)")
_PARTY_AND = Pattern("党的和(?:十|[0-9xX×]|二十|全会|重要)")
# What a stranded 和 or 与 stands behind; 祥和、 and names that end in 和 stand in lists of their own.
_JOINED = Pattern(
    "(?:精神|全会|思想|大会|会议|讲话|部署|决策|要求|理论|工作|政策|法规|制度|权益|群众|职工|干部|发展|建设|服务|管理|改革|任务|贯彻|落实"
    "|主义|道路|文化|社会|经济|政治|人民|国家|中央|[省市县区]委|政府|部门|单位|企业|学校|目标|机制|体系|能力|水平|质量|环境|安全|稳定"
    "|开放|创新|实践|学习|教育|监督|执法|司法|领导|指示|批示|论述|战略|规划|纲要|方案|路线|方针|生态|农村|农业|市场|产业|项目|资金|技术"
    "|人才|文明|法治|纪律|作风|队伍|组织|党员|[”》」])$"
)
# 学习贯彻、落实执行 is a list of verbs; behind a stranded verb stands what was to be its second object.
_VERB = Pattern(
    "落实|践行|领[会悟]|宣传|传达|研究|执行|部署|贯彻|学习|认真|深[刻入]|全面|准确|切实|坚决|把握|掌握|带头"
)
_OBJECT = Pattern(f"[{HAN}0-9xX×]{{1,14}}(?:精神|全会|讲话|思想|部署|会议|论述|指示)")
_ADVERB = Pattern("(?:认真|深入|全面|深刻|切实|组织|广泛|及时|贯彻|学习|抓好|[要，。；,;]|^|[\\r\\n\u3000])$")
_AFTER_SPIRIT = Pattern("[，。；、,;和及与]|实质|要义")
_NOUN = Pattern("(?:党的|中央|中共|习近平|国务院|总书记|[二三]?十|全国|[省市县区]委|系列|重要|《|“)")
# What the Party's teachings are listed by, each behind the name that may be gone.
_TEACHING = Pattern('[“"「]?(?:三个代表|科学发展观|邓小平|毛泽东|习近平|新时代中国|理论|重要思想)')
# 句号。、逗号 and 1。、 are no lists with a hole.
_NAMED_MARK = "号点號點0123456789"
_AFTER_MARK = Pattern(f"[{HAN}“《「0-9]")
# 12、,有过质疑: a page mark in front of a cut sentence.
_PAGE = Pattern(r"(?:.*[\r\n])?[ \u3000]*[0-9]{1,3}$")
_MARK = "、，,。；;"
_COMMITTEES = frozenset("省市县区州盟旗镇乡党")
_BEGINNINGS = frozenset(("", "\n", "\r", "\u3000", "，", "。", "；", "：", "同", "志", "我", "们", "长", "记"))


class ScrubbedTerm(Rule):
    """An item of a list was taken out, and the mark behind it now stands alone: 贯彻党的、二十届三中全会精神."""

    id = "redaction/scrubbed-term"
    title = Bilingual("并列的一项被删，标点悬空", "A list item was taken out, its mark is stranded")
    why = Bilingual(
        "过滤或删改拿走了并列成分中的一项，顿号前后便没有了内容。",
        "A filter or an edit took one item of a list; nothing stands beside the mark.",
    )
    severity = Severity.ERROR
    triggers = _TERMS
    VALID = (
        Valid("党的、国家的和人民的利益高于一切。"),
        Valid("建设伟大的、光荣的事业，打造平和、安定的渔村。"),
        Valid("鼓励船工参与、支持、监督港区管理。"),
        Valid("名单：陈志和、林海生、周文和、郑水生。"),
        Valid("顿号“、”后面不加空格，“，、”不能连用。"),
        Valid("他数着：一、、、二、、、三。"),
        Valid("认真学习、刻苦钻研防汛会议精神，在思想、学习、精神上都有收获。"),
        Valid("以和为贵，渔民广泛参与，海况趋于缓和。"),
        Valid("可以、应该、必须，这三个词要分清。"),
        Valid("渔民给以、予以、加以三词常混。"),
        Valid("顿号（、）和逗号（，）要分清：、用于并列。"),
        Valid("党的、国家的、人民的航道。"),
        Valid("市委、市政府召开会议，县委、县政府决定开渠，他接受的委托都办了。"),
    )
    INVALID = (
        Invalid("认真贯彻⟦党的、⟧二十届三中全会精神，抓好渔港整治。"),
        Invalid("深入貫徹⟦黨的、⟧xx屆四中全會精神。"),
        Invalid("我们要⟦学习贯彻、⟧省委全会精神。"),
        Invalid("落实渔业工作会议精神⟦和、⟧防汛部署，压实责任。"),
        Invalid("健全巡查⟦、、⟧整改机制。"),
        Invalid("统筹岸线⟦，、⟧航道治理。"),
        Invalid("贯彻⟦党的届⟧四中全会精神。"),
        Invalid("坚持⟦党的、⟧党的基本路线，办好渔港的事。"),
        Invalid("船员要认真⟦学习、精神⟧，把部署带上船。"),
        Invalid("⟦传达学习、⟧省委全会精神。"),
        Invalid("渔港要高举旗帜，⟦以、⟧“三个代表”重要思想为指导。"),
        Invalid("堅持⟦以和⟧「三個代表」重要思想為指導。"),
        Invalid("健全港区安全⟦和，⟧守好海堤。"),
        Invalid("落实《渔港条例》⟦与、⟧防汛预案。"),
        Invalid("这是市⟦委、召开⟧的一次会议，请按县⟦委、的⟧安排办。"),
        Invalid("林海同志⟦受的委托⟧，到渔港察看海堤。"),
        Invalid("牢固树立⟦“、⟧看齐意识”。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text, folded = ctx.text, ctx.document.folded
        for start, end in ctx.places:
            words = folded[start:end]
            if not _is_stranded(folded, start, end, words):
                continue
            certain = words.startswith(("党的", "以")) or words in ("学习届", "贯彻届")
            yield ctx.found(
                Span(start, end),
                Bilingual(
                    f"“{text[start:end]}”处缺了一项，应查原稿补上，确属多余就删去标点",
                    f"An item is missing at “{text[start:end]}”; restore it, or delete the mark",
                ),
                severity=Severity.ERROR if certain else Severity.WARNING,
            )


def _is_stranded(folded: str, start: int, end: int, words: str) -> bool:
    before, after = folded[start - 1 : start], folded[end : end + 1]
    if words[0] == "委":
        # 市委、召开: what stood beside the committee, its government, is gone.
        return before in _COMMITTEES and after not in "士确"
    if words[0] == "受":
        return before in _BEGINNINGS
    if words == "党的和":
        return _PARTY_AND.match(folded, start) is not None
    if words[0] in "，,、" and words[1] in _MARK:
        return _doubled(before, after) and not _PAGE.match(folded[max(0, start - 6) : start])
    if words[0] in "“《「。；":
        return _doubled(before, after) and before not in _NAMED_MARK and _AFTER_MARK.match(after) is not None
    if words in ("以、", "以和", "以，"):
        return not (before and before in "可所难足予加得给借何用") and _TEACHING.match(folded, end, end + 8) is not None
    if words[0] in "和与及":
        return (words[1] != "、" or _goes_on(after)) and _JOINED.search(folded, max(0, start - 2), start) is not None
    if not _goes_on(after):
        return words.endswith("精神") and _lost_object(folded, start, end)
    if words.startswith("党"):
        return before not in "“‘" and _LIST_OF_OWNERS.match(folded, end, end + 12) is None
    if words.endswith("精神"):
        return _lost_object(folded, start, end)
    if words == "以及、":
        return True
    if words[:-1] in _MORE_HEADS and _NOUN.match(folded, end, end + 4) is None:
        return False
    return _VERB.match(folded, end) is None and _OBJECT.match(folded, end, end + 20) is not None


def _goes_on(after: str) -> bool:
    return bool(after) and after not in "\r\n" + _MARK


def _lost_object(folded: str, start: int, end: int) -> bool:
    """Whether 学习、精神 is a verb with half an object, and no list of what people do and feel."""
    adverb = _ADVERB.search(folded, max(0, start - 2), start) is not None
    return adverb and _AFTER_SPIRIT.match(folded, end, end + 2) is not None


def _doubled(before: str, after: str) -> bool:
    """Whether just two marks stand together, and not as marks that are spoken of or as a row of dots."""
    return not (not before or before in _MARK + "“‘「『" or after in _MARK[:3] or after in "”’」』")
