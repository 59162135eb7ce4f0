"""typo/doubled-token"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.lexicon.vocabulary import LONGEST, knows
from speechlint.text.span import Span

_EXCHANGED = "的了"  # what is typed for another particle: 价高者的的 for 价高者得的
_PARTICLES = "的了是和在与及被把为对将要也就已们"
# Verbs and adverbs that nobody doubles to say "a little", as in 研究研究.
_WORDS = (
    "加强 推进 坚持 加快 提高 提升 完善 落实 贯彻 开展 实施 强化 深化 健全 建立 促进 优化 扩大 增强 保障 维护 打造 "
    "构建 突出 聚焦 统筹 严格 切实 全面 深入 积极 必须 应当 以及 因此 同时 通过 按照 根据 关于 由于 我们 他们 "
    "不断 着力 大力 努力 充分 进一步 有效 高度 始终 紧紧 牢牢 深刻 确保 力争 围绕 立足 把握 "
    "作出 做出 取得 获得 成为 属于 位于 对于 鉴于 为了 如果 但是 而且 并且 虽然 即使 不仅 尤其 特别是 包括 "
    "决定 实现 举行 召开 制定 印发 实行 继续 已经 可以 需要 作为 能够 具有 存在 进行 完成 解决 发挥 形成 "
    "目标 任务 机制 制度 会议 项目 我市 我县 我省 全市 全县 全省 贯彻落实"
)
DOUBLED = Literals(lambda: (*(2 * particle for particle in _PARTICLES), *(2 * word for word in _WORDS.split())))
# 一把把, 一对对, 不了了之, 不甚了了; 再坚持坚持, 坚持坚持再坚持.
_BARRED_BEFORE = ("一", "几", "不", "甚", "小时", "再", "成双", "“", "‘", "「")
_BARRED_AFTER = ("再", "之", "”", "’", "」")


class DoubledToken(Rule):
    """A particle, verb or adverb typed twice: 工作的的落实, 加强加强监管.

    Two equal characters that belong to two words are left alone (目的的, 了了解, 和和谐), and so are words that people
    double on purpose (研究研究) and the words of a chant (坚持坚持再坚持).
    """

    id = "typo/doubled-token"
    title = Bilingual("词语重复", "A word typed twice")
    why = Bilingual("同一个字词连打了两遍，多是输入或修改时留下的。", "A slip of typing or editing left a word twice.")
    severity = Severity.WARNING
    fixes = Applicability.SAFE
    because = Bilingual(
        "虚词重出，删去一个不改变意思；“的的”“了了”在句末，或前后不成词，可能有一个该是“得”“地”；"
        "实词重出，也可能漏了中间的话：都要人看过。",
        "Of two particles one may go; one of 的的 may stand for 得 or 地, and between two verbs something may be "
        "missing, so a person should look.",
    )
    triggers = DOUBLED
    VALID = (
        Valid("这是目的的一部分，的的确确如此。"),
        Valid("为了了解航道，和和美美过年，不了了之可不行。"),
        Valid("严格把关，对对联，由被告人陈述。"),
        Valid("一把把渔网补好，一对对渔船归港。"),
        Valid("坚持坚持再坚持，台风就过去了。"),
        Valid("这事研究研究再定。"),
        Valid("现在在修船，存在在建项目。"),
    )
    INVALID = (
        Invalid("渔港整治⟦的的⟧落实情况。", fixed="渔港整治的落实情况。"),
        Invalid("船员⟦们们⟧辛苦了。", fixed="船员们辛苦了。"),
        Invalid("要⟦加强加强⟧巡海，补足船具。", fixed=None),
        Invalid("渔会⟦决定决定⟧修补堤坝。", fixed=None),
        Invalid("网眼织密⟦的的⟧渔网。", fixed=None),
        Invalid("这批渔船，价低者⟦的的⟧。", fixed=None),
        Invalid("漁港整治⟦和和⟧清障。", fixed="漁港整治和清障。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text, folded = ctx.text, ctx.document.folded
        for start, end in ctx.places:
            middle = (start + end) // 2
            if text[start:middle] != text[middle:end] or not _is_twice(folded, start, middle, end):
                continue
            word = text[middle:end]
            sure = len(word) == 1 and not (folded[start] in _EXCHANGED and not _is_between_words(folded, start, end))
            safe = Applicability.SAFE if sure else Applicability.UNSAFE
            yield ctx.found(
                Span(start, end),
                Bilingual(f"“{word}”重复，应删去一个", f"“{word}” stands twice; delete one"),
                fix=ctx.fix(
                    Bilingual(f"删去一个“{word}”", f"delete one “{word}”"), [Edit(Span(middle, end), "")], safe
                ),
            )


def _is_between_words(folded: str, start: int, end: int) -> bool:
    """Whether a word of two characters stands on either side."""
    return knows(folded[max(0, start - 2) : start]) and knows(folded[end : end + 2])


def _is_twice(folded: str, start: int, middle: int, end: int) -> bool:
    """Whether no word takes in the neighbours on either side, and nothing says that the doubling is meant."""
    if folded.endswith(_BARRED_BEFORE, 0, start) or folded.startswith(_BARRED_AFTER, end):
        return False
    word = folded[middle:end]
    if folded.startswith(word, end) or folded.endswith(word, 0, start):
        return False
    pairs = (folded[end : end + 2], folded[max(0, start - 2) : start])
    if any(len(pair) == 2 and pair[0] == pair[1] for pair in pairs):  # 和和美美, 平平和和
        return False
    before = any(knows(folded[at:middle]) for at in range(max(0, middle - LONGEST), start))
    behind = any(knows(folded[middle:at]) for at in range(end + 1, min(len(folded), middle + LONGEST) + 1))
    return not before and not behind
