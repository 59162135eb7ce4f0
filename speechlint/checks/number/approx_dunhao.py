"""number/approx-dunhao"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.numbers import in_code
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import HAN
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.words import holds_any

_CHINESE = "一二三四五六七八九"
_PAIRS = ("一二", "一两", "两三", "二三", "三四", "三五", "四五", "五六", "六七", "七八", "八九")
_ARABIC = "123456789"
_DIGIT_PAIRS = (*(f"{digit}{int(digit) + 1}" for digit in _ARABIC[:-1]), "35")
_WORDS = Literals([f"{pair[0]}、{pair[1]}" for pair in (*_PAIRS, *_DIGIT_PAIRS)])
# What is counted, and not numbered: 三、四楼 and 一、二年级 are two floors and two forms.
_COUNTED = Pattern(
    "(?:十|百|千|万)+(?!年代|[一二三四五六七八九号])"
    "|天|岁|间(?=\\p{Han})(?![隔距谍接断作或])|成(?=[，。；,;左以])|人(?!大|民|类|称)|个(?!五年)|[名位](?=\\p{Han})(?![数间的里上以之决争获得奖排赛和与及由在])|里(?!程|面)|公里|分钟|小时|倍(?![体频率])|户(?![型籍外])|句|家(?!子)"
    "|斤|亩|趟|遍|回(?![合路])|块钱|元(?![论化素旦次结方])|辈|周(?![年末一二三四五六日岁刊])|步(?![骤棋])"
    "|年(?!代|级|生|制|期|度|规划|计划|行动|目标|内?战略)"
    "|次(?!能源|设备|产|供|侧|会|全|系统|回路|污|常|学|方|根|函|元|革)"
)
_BY_DIGITS = Pattern("天|岁|户|分钟|小时|人(?!大|民|类)")
# At a line's or a sentence's beginning the first numeral is a list marker: 一、二十年来的成绩.
_BEFORE_NUMBERED = Pattern(f"(?:^|[。；;：:！？!?）)】\\r\\n])[ \u3000\xa0]*$|第[{HAN}]{{0,3}}$|[、月周初期届号0-9.]$")
_EACH = ("分别", "依次", "各")


class ApproxDunhao(Rule):
    """A rough count of two neighbouring numerals with 、 between them: 三、五天 is 三五天. Where the numerals name two
    things, the mark belongs there: 一、二产业, 三、四季度, 第一、二次, 七、八月, 三、四线城市. In Taiwan the
    mark is usual: texts that are shown to be its own are left alone.
    """

    id = "number/approx-dunhao"
    title = Bilingual("概数中间用了顿号", "A mark inside a rough count")
    why = Bilingual(
        "相邻两个数字连用表示概数，中间不用顿号（GB/T 15835-2011 第5.2.1条）；用了就成了两个确数。",
        "Two neighbouring numerals are a rough count without a mark between them; with it they are two exact ones.",
    )
    severity = Severity.WARNING
    fixes = Applicability.SAFE
    because = Bilingual(
        "汉字数字之间只去顿号，意思不变；阿拉伯数字的要人看过。",
        "Between Chinese numerals only the mark goes; Arabic digits should be looked at.",
    )
    norm = "GB/T 15835-2011, 5.2.1; GB/T 15834-2011, 4.5.3.4"
    presets = {"zh-hant": None}
    triggers = _WORDS
    VALID = (
        Valid("一、二产业融合，三、四线城市同步。"),
        Valid("第一、二次验收已过，第三、五天轮休。"),
        Valid("一、二年级参观，三、四季度提速，七、八月防台，五、六层封闭。"),
        Valid("七、八十年代的船还有三条。"),
        Valid("制定三、五年规划，一、二次设备同步投运。"),
        Valid("一、二十年来的成绩\n三、四个难点"),
        Valid("议程：一、二十分钟通报；二、三个单位发言。"),
        Valid("一、二、三年都要抓。"),
        Valid("两队分列二、三名，排名在三、四位间。"),
        Valid("三、四名决赛在下午，三、四名争夺战很激烈，夺得三、四名和五、六名。"),
        Valid("一、两手抓\n一、两次会议的情况\n三、四间隔开，一、二层间隔。"),
        Valid("三五天就完工，二三十人足够。"),
        Valid("國中一、二年級共六班。", preset="zh-hant"),
    )
    INVALID = (
        Invalid("每隔⟦三、五⟧天巡一次堤。", fixed="每隔三五天巡一次堤。"),
        Invalid("院里来了⟦二、三⟧十人。", fixed="院里来了二三十人。"),
        Invalid("孩子才十⟦七、八⟧岁。", fixed="孩子才十七八岁。"),
        Invalid("再等⟦两、三⟧个小时。", fixed="再等两三个小时。"),
        Invalid("等了⟦四、五⟧個月。", fixed="等了四五個月。"),
        Invalid(
            "校舍是⟦三、四⟧间土坯房，每月入户⟦一、两⟧次，收成减了⟦六、七⟧成。",
            fixed="校舍是三四间土坯房，每月入户一两次，收成减了六七成。",
        ),
        Invalid("只留⟦3、5⟧人看守。"),
        Invalid("老船工干了⟦七、八⟧年。", fixed="老船工干了七八年。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        folded = ctx.document.folded
        if ctx.document.is_written_elsewhere:
            return
        for start, end in ctx.places:
            arabic = folded[start] in _ARABIC
            counted = (_BY_DIGITS if arabic else _COUNTED).match(folded, end)
            if counted is None or _is_numbered(folded[max(0, start - 8) : start]):
                continue
            if arabic and in_code(ctx.document, start, end):
                continue
            span = Span(start, end)
            pair = ctx.text[start] + ctx.text[end - 1]
            right = "".join("零一二三四五六七八九"[int(digit)] for digit in pair) if arabic else pair
            yield ctx.found(
                span,
                Bilingual(
                    f"“{span.of(ctx.text)}”表示概数，应写作“{right}”，中间不用顿号",
                    f"“{span.of(ctx.text)}” is a rough count; write “{right}”, without a mark",
                ),
                fix=ctx.fix(
                    Bilingual(f"改为“{right}”", f"write “{right}”"),
                    [Edit(span, right)],
                    Applicability.UNSAFE if arabic else Applicability.SAFE,
                ),
            )


def _is_numbered(before: str) -> bool:
    """Whether the numerals are list markers, ordinals, or part of a longer list, by what stands before them."""
    bare = before.rstrip(_CHINESE + "十百千万")
    if bare != before and before[-1] in _CHINESE:
        return True
    return _BEFORE_NUMBERED.search(bare) is not None or holds_any(bare, _EACH)
