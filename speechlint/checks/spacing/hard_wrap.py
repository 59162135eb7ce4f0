"""spacing/hard-wrap"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.wraps import Wrap
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid

_BEFORE = "今年的渠修得早，水来得也早，秧苗一插下去就返了青，各村的渠长天天在渠上走，"
_AFTER = "哪里有漏，当天就堵上；哪里缺水，夜里就调过来。老把式说，这样的年景多少年没有见过了。"


def _wrapped(width: int, newline: str = "\n") -> str:
    text = (_BEFORE + _AFTER) * 6
    return newline.join(text[at : at + width] for at in range(0, len(text), width))


class HardWrap(Rule):
    """A line end inside a sentence: one that tears a word (通过座 / 谈交流), one that no paragraph can end before, or
    all those of a file that was wrapped at a column.

    A mark at the wrong end of a line is punctuation/mark-position's. Titles, headings, salutations, signatures, lists
    and poems end their lines as they like; in Markdown a line end inside a paragraph is none.
    """

    id = "spacing/hard-wrap"
    title = Bilingual("句子中间断行", "Line end inside a sentence")
    why = Bilingual(
        "公文按自然段换行，行由排版生成；句子中间的换行是复制时带来的，念到行末会停错地方。",
        "A document breaks its lines at paragraphs only; a line end inside a sentence came along when it was copied.",
    )
    severity = Severity.WARNING
    fixes = Applicability.SAFE
    because = Bilingual(
        "断开的两半在词表里合成一个词的，接上不会改变意思；其余的和全文折行的，要人看过。",
        "Where the halves make a word of the vocabulary, joining changes no meaning; the others somebody should see.",
    )
    norm = "GB/T 9704-2012, 7.3.3"
    whole = True
    VALID = (
        Valid(f"{_BEFORE}{_AFTER}\n{_BEFORE}{_AFTER}"),
        Valid(f"{_BEFORE}各村要办好三件事，修渠、补堤、换闸\n\n各村都动了手。\n\n{_BEFORE}贯彻\n\n落实要快。"),
        Valid("在全镇修渠动员大会暨渠长培训班开班式上的\n讲话"),
        Valid("青山一道同云雨，明月何曾照两乡\n白日放歌须纵酒，青春作伴好还家"),
        Valid("渠长名单：周大河、李长水、王有田、赵满仓、钱丰收、孙得雨\n陈守闸、吴看水、郑修堤"),
        Valid("一、修好干渠，修好支渠，修好毛渠，修好闸门，修好泵站\n把渠底的泥挖走。"),
        Valid(f"{_BEFORE}大家都来了\n，把办法说了个遍。"),
        Valid(f"{_BEFORE}{_AFTER}特此报告\n青石镇水利站\n2025年3月1日"),
        Valid(f"{_BEFORE}{_AFTER}\n　　{_BEFORE}{_AFTER}"),
        Valid("收件人：青石镇水利站，邮编：000000，地址：青石镇河堤路一号\n联系人：周渠长"),
        Valid(_wrapped(36), format="markdown"),
        Valid("各渠段负责人要做到三个到位，即人员到位、责任到位、工具到位\n大力宣传节水，人人会算水账。"),
    )
    INVALID = (
        Invalid(
            f"{_BEFORE}大家通过⟦座\n谈⟧交流，把办法说了个遍。", fixed=f"{_BEFORE}大家通过座谈交流，把办法说了个遍。"
        ),
        Invalid(f"{_BEFORE}大家通过⟦座\n\n　　谈⟧交流，把办法说了个遍。"),
        Invalid(f"{_BEFORE}各村都要认真⟦贯彻\n落实⟧，不许走样。{_AFTER}"),
        Invalid(f"{_BEFORE}{_AFTER}今年，通过⟦走访\n农户⟧、查看水表、翻看账本等办法，把用水的情况摸了一遍。"),
        Invalid(f"{_BEFORE}{_AFTER}各村走访农户⟦，\n查看⟧水表，翻看账本，又请来老把式，把用水的情况摸了一遍。"),
        Invalid(
            f"{_BEFORE}大家通過⟦座\n談⟧交流，把辦法說了個遍。", fixed=f"{_BEFORE}大家通過座談交流，把辦法說了個遍。"
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        for wrap in ctx.document.wraps:
            yield self._report(ctx, wrap)

    def _report(self, ctx: Context, wrap: Wrap) -> Diagnostic:
        left, right = ctx.text[wrap.span.start : wrap.seam.start], ctx.text[wrap.seam.end : wrap.span.end]
        if wrap.word:
            message = Bilingual(
                f"“{left}”和“{right}”之间断了行，“{wrap.word}”被拆开；应接成一行",
                f"the line ends between “{left}” and “{right}” and tears “{wrap.word}”; join the lines",
            )
        else:
            message = Bilingual(
                f"“{left}”和“{right}”之间断了行，句子没有完；应接成一行",
                f"the line ends between “{left}” and “{right}”, inside a sentence; join the lines",
            )
        apart = wrap.seam.of(ctx.text).count("\n") > 1
        # Latin words on both sides stay apart.
        between = (
            " " if left[-1:].isascii() and left[-1:].isalpha() and right[:1].isascii() and right[:1].isalpha() else ""
        )
        return ctx.found(
            wrap.span,
            message,
            fix=ctx.fix(
                Bilingual("接成一行", "join the lines"),
                [Edit(wrap.seam, between)],
                Applicability.SAFE if wrap.word and not apart else Applicability.UNSAFE,
            ),
        )
