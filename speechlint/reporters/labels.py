"""The words of a report for families, severities and reasons."""

from __future__ import annotations

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Severity
from speechlint.formats.source import Block

FAMILIES = {
    "consistency": Bilingual("前后不一", "inconsistencies"),
    "number": Bilingual("数字用法", "numbers"),
    "numbering": Bilingual("序号", "numbering"),
    "placeholder": Bilingual("待填", "to be filled in"),
    "punctuation": Bilingual("标点", "punctuation"),
    "redaction": Bilingual("被删的词", "words taken out"),
    "script": Bilingual("字形", "script"),
    "spacing": Bilingual("空格", "spacing"),
    "speechlint": Bilingual("检查本身", "the check itself"),
    "truncation": Bilingual("残缺", "truncations"),
    "typo": Bilingual("错别字", "typos"),
    "watermark": Bilingual("网站痕迹", "traces of a site"),
    "wording": Bilingual("用词", "wording"),
}

SEVERITIES = {
    Severity.ERROR: Bilingual("错误", "error"),
    Severity.WARNING: Bilingual("警告", "warning"),
    Severity.HINT: Bilingual("提示", "hint"),
}

# Why a finding is not reported.
REASONS = {
    "baseline": Bilingual("在基线中", "in the baseline"),
    "quiet": Bilingual("不查的部分", "not looked at here"),
    "known": Bilingual("另有规则说明这一处", "another rule tells of this place"),
    "residue": Bilingual("在网站痕迹之内", "within a trace of a site"),
    "words": Bilingual("配置中允许的词", "allowed by the configuration"),
}


# What of a Word file stands beside its body.
PLACES = {
    "body": Bilingual("", ""),
    "endnote": Bilingual("尾注", "endnotes, "),
    "footer": Bilingual("页脚", "footer, "),
    "footnote": Bilingual("脚注", "footnotes, "),
    "header": Bilingual("页眉", "header, "),
    "textbox": Bilingual("文本框", "text box, "),
}


def block_label(block: Block) -> Bilingual:
    """The place of a paragraph of a Word file: 第 3 段, 脚注第 1 段."""
    place = PLACES[block.place]
    return Bilingual(f"{place.zh}第 {block.number} 段", f"{place.en}para {block.number}")


def family_label(family: str) -> Bilingual:
    """What a family is called; a plugin's own has no other name than its own."""
    return FAMILIES.get(family, Bilingual(family, family))


def reason_label(reason: str) -> Bilingual:
    """Why a finding is suppressed; a Markdown directive is called by its name."""
    return REASONS.get(reason, Bilingual(f"指令 {reason}", f"directive {reason}"))
