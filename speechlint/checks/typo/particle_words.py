"""The phrases that typo/de-di-de looks for; typo/unlikely-particle leaves them to it."""

from __future__ import annotations

from speechlint.lexicon.literals import Literals

# Verbs that no ground is named by, as 建设用地 and 举办地 are.
_VERBS = (
    "发挥", "贯彻", "落实", "执行", "开展", "完成", "掌握", "解决", "推进", "表现", "考虑", "部署", "运用", "体现",
    "坚持", "进展", "配合", "协调", "理解", "领会", "做", "抓", "搞", "说", "讲", "写",
)  # fmt: skip
_COMPLEMENTS = (
    "好", "更好", "很好", "较好", "更加好", "最好", "不好", "不够", "还不够", "不错", "很扎实", "更扎实", "很到位",
    "不到位", "很充分", "不充分", "很明显", "很出色", "很成功", "很圆满", "很顺利", "很及时", "比较好", "非常好",
    "十分到位", "非常到位", "比较到位", "淋漓尽致", "恰到好处", "有声有色", "井井有条", "很快", "更快", "很慢",
    "很清楚", "不清楚", "很紧", "不紧", "很实", "不实", "很细", "不细", "怎么样", "如何",
)  # fmt: skip
# Behind these more has to come: 开展地不算太顺利.
OPEN = ("不是很", "不是太", "不是特别", "不是十分", "不是非常", "还不是很", "不算", "越来越", "并不", "还不")
# Adverbs and the verbs behind them that cannot be nouns: 认真的抓好, 切实的做到.
_ADVERBS = (
    "切实", "认真", "努力", "扎实", "有力", "有效", "极大", "大大", "深刻", "显著", "不断", "进一步", "大力", "着力",
    "全力", "积极", "深入", "严格", "坚决", "充分", "逐步",
)  # fmt: skip
_DONE = (
    "抓好", "做好", "搞好", "办好", "干好", "管好", "用好", "做到", "抓实", "做实", "落实好", "完成好", "发挥好",
    "推动了", "推进了", "加强了", "提高了", "促进了", "增强了", "改善了", "开展了", "完成了", "落实了",
)  # fmt: skip
# How something was achieved, with 了 behind the verb: Taiwan writes 的 there, too. And how one is going to speak:
# 简要的总结如下.
WELL = ("很好", "较好", "更好", "圆满", "出色", "成功", "生动", "充分", "深刻", "极大", "有力")
_ACHIEVED = (
    "发挥了", "完成了", "解决了", "诠释了", "体现了", "贯彻了", "履行了", "保证了", "保障了", "维护了", "展示了",
    "展现了", "实现了", "调动了", "激发了", "鼓舞了", "带动了", "反映了", "揭示了", "说明了", "阐述了", "阐明了",
)  # fmt: skip
_BRIEFLY = ("简要", "简单", "扼要", "简短", "全面", "客观", "如实")
_SPOKEN = (
    "总结如下", "汇报如下", "报告如下", "说明如下", "介绍如下", "总结一下", "汇报一下", "回顾一下", "介绍一下",
    "说明一下", "谈一下", "讲一下", "说一下", "谈谈", "讲讲", "说说",
)  # fmt: skip
# 更好的 before a verb with its object, and what makes a noun of it again: 更好的推动作用.
_BETTER = (
    "发挥", "履行", "适应", "满足", "完成", "贯彻", "团结", "凝聚", "带领", "推动", "推进", "促进", "服务", "为",
)  # fmt: skip
PARTICLE_WORDS = Literals(
    lambda: (
        *(f"{verb}地{complement}" for verb in _VERBS for complement in _COMPLEMENTS + OPEN),
        *(f"{adverb}的{done}" for adverb in _ADVERBS for done in _DONE),
        *(f"{adverb}的{achieved}" for adverb in WELL for achieved in _ACHIEVED),
        *(f"{adverb}的{spoken}" for adverb in _BRIEFLY for spoken in _SPOKEN),
        *(f"更好的{verb}" for verb in _BETTER),
    )
)
