"""What the blanks of a draft stand for, in a word: how a writer counts them."""

from __future__ import annotations

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic
from speechlint.reporters.registry import Run

PLACE = Bilingual("地名", "places")
NAME = Bilingual("名称", "names")
KINDS = {
    "placeholder/author-note": Bilingual("批注", "notes"),
    "placeholder/blank-field": Bilingual("空格", "fields"),
    "placeholder/bracket-prompt": Bilingual("填写提示", "prompts"),
    "placeholder/latin-mask": NAME,
    "placeholder/letter-alias": Bilingual("代号", "aliases"),
    "placeholder/mask-style-mixed": Bilingual("写法不一", "mixed styles"),
    "placeholder/masked-clause": Bilingual("半句话", "clauses"),
    "placeholder/masked-date": Bilingual("日期", "dates"),
    "placeholder/masked-name": Bilingual("人名", "persons"),
    "placeholder/masked-number": Bilingual("数字", "numbers"),
    "placeholder/masked-ordinal": Bilingual("届次", "ordinals"),
    "placeholder/masked-quoted-term": Bilingual("提法", "terms"),
    "placeholder/masked-title": Bilingual("篇名", "titles"),
    "placeholder/masked-year": Bilingual("年份", "years"),
    "placeholder/missing-name": Bilingual("人名", "persons"),
    "placeholder/missing-number": Bilingual("数字", "numbers"),
    "placeholder/mou-placeholder": NAME,
    "placeholder/partial-word-mask": Bilingual("半个词", "halves of words"),
    "placeholder/sample-identity": Bilingual("样例", "samples"),
    "placeholder/symbol-mask": NAME,
    "placeholder/template-prompt": Bilingual("模板提示", "prompts of a template"),
}
# What may follow the name of a place, in both scripts.
_PLACES = (
    "省",
    "市",
    "区",
    "區",
    "县",
    "縣",
    "州",
    "盟",
    "旗",
    "镇",
    "鎮",
    "乡",
    "鄉",
    "村",
    "街道",
    "社区",
    "社區",
    "港",
)


def kind_of_blank(diagnostic: Diagnostic, text: str, run: Run) -> Bilingual:
    """What should stand there; a rule that this table does not know is called by its title."""
    kind = KINDS.get(diagnostic.rule)
    if kind is NAME and text.startswith(_PLACES, diagnostic.span.end):
        return PLACE
    if kind is not None:
        return kind
    rule = run.rules.get(diagnostic.rule)
    return rule.title if rule is not None else Bilingual(diagnostic.rule, diagnostic.rule)
