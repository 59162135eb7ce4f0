"""watermark/collection-marker"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.anthology import COLLECTION_SIGNS, find_collection_marks
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid


class CollectionMarker(Rule):
    """A site gathers several drafts of one kind in one file and numbers them: the title with （一）： behind it,
    篇一：, 范文1, 发言稿2尊敬的…. A draft is one text; each mark says that another one begins here.

    Chapters (第三篇章, 第一篇 总论), the parts of one speech (第一篇：谋划篇), headings like （二）加强督查 and
    numbered annexes count the parts of one text.
    """

    id = "watermark/collection-marker"
    title = Bilingual("多篇范文拼在一起的序号", "Mark of a collection of specimens")
    why = Bilingual(
        "网站把几篇同类稿子拼成一个文件，用序号隔开；一份讲话稿里不应有别的讲话稿。",
        "A site put several drafts into one file and numbered them; a draft should hold no other draft.",
    )
    severity = Severity.ERROR
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "删去序号后几篇稿子仍在一个文件里，要由人拆开。",
        "Without the marks the drafts still stand in one file; a person has to take them apart.",
    )
    triggers = COLLECTION_SIGNS
    whole = True
    covers = True
    VALID = (
        Valid("（一）加强督查\n内容。\n（二）加强考核\n内容。"),
        Valid("第三篇章　发展\n第四篇章　展望"),
        Valid("第一篇　总论\n第一章　概述\n第二篇　分论"),
        Valid("附件1：登记表\n附件2：汇总表"),
        Valid("若干问题的规定（一）\n若干问题的规定（二）"),
        Valid("方案一：沿河修路。\n方案二：绕山修路。"),
        Valid("他一连写了三篇文章，第一篇谈水，第二篇谈路。"),
        Valid("工作报告一经通过，立即执行。"),
        Valid("写好粮食生产这篇一号文章。"),
        Valid("第一篇：谋划篇\n想在前头。\n第二篇：实干篇\n干在实处。\n第三篇：作风篇\n走在前列。"),
        Valid("篇一：思想篇。想通了才干得成。\n篇二：行動篇。幹成了才算數。"),
        Valid("第一篇：沿河修渠\n渠有四十里长。\n第二篇：上山种树\n树有三万棵。"),
    )
    INVALID = (
        Invalid(
            "⟦在农机推广会上的讲话（一）：⟧\n同志们：大家好。\n⟦在农机推广会上的讲话（二）：⟧\n同志们：下午好。",
            fixed="同志们：大家好。\n同志们：下午好。",
        ),
        Invalid("⟦篇一：⟧\n各位来宾：欢迎。\n⟦篇二：⟧\n各位来宾：再见。", fixed="各位来宾：欢迎。\n各位来宾：再见。"),
        Invalid(
            "⟦【篇1】⟧\n各位工友：大家好。\n⟦【篇2】⟧\n各位工友：再见。", fixed="各位工友：大家好。\n各位工友：再见。"
        ),
        Invalid(
            "⟦篇1：⟧场长述职报告\n各位职工：大家好。\n⟦篇2：⟧场长述职报告\n各位职工：下午好。",
            fixed="场长述职报告\n各位职工：大家好。\n场长述职报告\n各位职工：下午好。",
        ),
        Invalid(
            "⟦晚會主持詞 篇1⟧\n各位長官：晚安。\n⟦晚會主持詞 篇2⟧\n各位長官：再會。",
            fixed="各位長官：晚安。\n各位長官：再會。",
        ),
        Invalid(
            "⟦春耕动员发言稿1⟧尊敬的各位乡亲：\n⟦春耕动员发言稿2⟧尊敬的各位领导：",
            fixed="尊敬的各位乡亲：\n尊敬的各位领导：",
        ),
        Invalid(
            "⟦第1篇：⟧在表彰会上的讲话\n好。\n⟦第2篇：⟧在座谈会上的讲话\n好。",
            fixed="在表彰会上的讲话\n好。\n在座谈会上的讲话\n好。",
        ),
        Invalid("⟦范文1⟧\n同志们：今天开会。", fixed="同志们：今天开会。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        for mark in find_collection_marks(ctx.document):
            word = mark.span.of(ctx.text).strip()
            yield ctx.found(
                mark.span,
                Bilingual(
                    f"“{word}”是合集的序号，从这里起是另一篇稿子；应拆成单独的文件并删去序号",
                    f"“{word}” marks one of several drafts in a file; take them apart and delete the mark",
                ),
                fix=ctx.fix(Bilingual(f"删去“{word}”", f"Delete “{word}”"), [Edit(mark.cut, "")], Applicability.UNSAFE),
                notes=(Bilingual("这里接着的是另一篇稿子", "What follows is another draft"),),
            )
