"""truncation/missing-frame"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.frame import read_frame, speech_title
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid

SHORTEST = 800
_TEXT = (
    "今年的渠修得早，水来得也早，秧苗一插下去就返了青。各村的渠长天天在渠上走，哪里有漏，当天就堵上；"
    "哪里缺水，夜里就调过来。老把式说，这样的年景多少年没有见过了。"
) * 12


class MissingFrame(Rule):
    """A long speech to a meeting that addresses nobody, or that does not close. What no title calls a speech is another
    kind of document and has another frame; talks on a visit have none."""

    id = "truncation/missing-frame"
    title = Bilingual("讲话稿缺称呼或结尾", "Speech without salutation or close")
    why = Bilingual(
        "讲话稿开头有称呼，末尾有结束语；缺了其中之一，可能是复制时丢了。",
        "A speech addresses its hearers and closes; where one is missing, it may have been lost in copying.",
    )
    severity = Severity.HINT
    on = False
    whole = True
    VALID = (
        Valid(f"在修渠会上的讲话\n同志们：\n{_TEXT}\n谢谢大家！"),
        Valid(f"关于修渠的通知\n各村：\n{_TEXT}"),
        Valid("在修渠会上的讲话\n渠要修好。"),
        Valid(f"在石桥村走访时的讲话\n{_TEXT}"),
    )
    INVALID = (
        Invalid(f"⟦在修渠会上的讲话⟧\n{_TEXT}\n谢谢大家！"),
        Invalid(f"⟦在修渠会上的讲话⟧\n同志们：\n{_TEXT}"),
        Invalid(f"⟦在修渠會上的講話⟧\n{_TEXT}"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        if len(ctx.text) < SHORTEST:
            return
        frame = read_frame(ctx.document)
        # What closed a draft that is cut off is missing anyway.
        closed = frame.closed or bool(ctx.document.broken_ends)
        if frame.addressed and closed:
            return
        title = speech_title(ctx.document)
        if title is None:
            return
        missing = [word for word, there in (("称呼", frame.addressed), ("结束语", closed)) if not there]
        english = [word for word, there in (("a salutation", frame.addressed), ("a close", closed)) if not there]
        yield ctx.found(
            title,
            Bilingual(
                f"这篇讲话没有{'和'.join(missing)}；请核对是否漏了",
                f"this speech lacks {' and '.join(english)}; see whether it was lost",
            ),
        )
