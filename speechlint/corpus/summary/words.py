"""The words of the page."""

from __future__ import annotations

from speechlint.findings.bilingual import Bilingual

WORDS = {
    "title": Bilingual("语料检查汇总", "What the corpus suffers from"),
    "documents": Bilingual("文稿", "documents"),
    "characters": Bilingual("字", "characters"),
    "with_findings": Bilingual("有问题的文稿", "of them with findings"),
    "findings": Bilingual("问题", "findings"),
    "per_million": Bilingual("每百万字", "per million characters"),
    "quality": Bilingual("平均质量", "mean quality"),
    "clean_quality": Bilingual("改后平均质量", "mean quality, mended"),
    "failed": Bilingual("未能检查", "could not be checked"),
    "distribution": Bilingual("质量分布", "Quality"),
    "distribution_note": Bilingual(
        "横轴是质量（0 到 1），柱高是文稿数。", "From 0 to 1; the height is the number of documents."
    ),
    "before": Bilingual("原文", "as they came"),
    "after": Bilingual("改后", "mended"),
    "by_family": Bilingual("按类别", "By family"),
    "by_rule": Bilingual("按规则", "By rule"),
    "by_source": Bilingual("按来源", "By source"),
    "source": Bilingual("来源", "source"),
    "rule": Bilingual("规则", "rule"),
    "family": Bilingual("类别", "family"),
    "share": Bilingual("涉及文稿", "of documents"),
    "kinds": Bilingual("每百万字的问题，按类别", "findings per million characters, by family"),
    "nameless": Bilingual("（未注明）", "(not given)"),
    "others": Bilingual("其他", "others"),
    "texts": Bilingual("最常见的网站痕迹", "The commonest traces of sites"),
    "texts_note": Bilingual(
        "数字一律记作 #；种类太多时，次数是下限。", "Digits are #; with very many kinds the counts are lower bounds."
    ),
    "text": Bilingual("文字", "text"),
    "times": Bilingual("次数", "times"),
    "cleaning": Bilingual("改动", "What was mended"),
    "mended": Bilingual("篇有改动", "documents were changed"),
    "how": Bilingual("把握", "how sure"),
    "safe": Bilingual("稳妥", "safe"),
    "unsafe": Bilingual("须过目", "look at it"),
    "display": Bilingual("只作建议", "a suggestion"),
    "faults": Bilingual("未能检查的原因", "Why documents could not be checked"),
    "reason": Bilingual("原因", "reason"),
    "nothing": Bilingual("没有发现问题。", "Nothing was found."),
}
