"""A rule, what it is given, and the examples that prove it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from msgspec import Struct

from speechlint.document.model import Document
from speechlint.findings.bilingual import Bilingual, Language
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit, Fix
from speechlint.lexicon.literals import Literals, Places
from speechlint.text.span import Span


class Valid(Struct, frozen=True):
    """A text that looks like the mistake and is none."""

    text: str
    preset: str = "gongwen"
    options: Mapping[str, Any] = {}
    format: str = "plain"
    values: Mapping[str, str] = {}  # the writer's own words for masks


class Invalid(Struct, frozen=True):
    """A text with the mistake: `⟦ ⟧` stand around every span that the rule must give.

    `fixed` is the text after all fixes of the rule's own applicability or safer; None where a person has to mend it.
    An empty span is `⟦⟧`.
    """

    marked: str
    fixed: str | None = None
    preset: str = "gongwen"
    options: Mapping[str, Any] = {}
    format: str = "plain"
    values: Mapping[str, str] = {}


class Option(Struct, frozen=True):
    """A setting of a rule: its default (whose type a configured value must have) and what it does."""

    default: Any
    about: Bilingual


class Rule:
    """Base of all rules. Stateless: one instance serves all documents and threads.

    `check` yields diagnostics made with `ctx.found`; it never prints and never raises because of a text.
    `severity` is the highest it gives. `presets` says where it differs: a preset's name to the severity it has there,
    or to None where it is off; a rule with `on = False` runs only in `strict`, in presets named there, or if selected.
    A rule with `triggers` runs only where one of those words stands.
    `whole` marks rules about a document's beginning, end, title or shape: their examples are not put into other text.
    Such a rule is not asked about headers, notes and text boxes, unless it says `aside`: words decide there.
    `covers` marks rules whose findings are foreign matter: findings of other families inside them are not reported.
    `infers` marks rules that go by likelihood: where a rule that knows what is wrong reports the same place, that one
    alone speaks.
    """

    id: ClassVar[str]
    title: ClassVar[Bilingual]
    why: ClassVar[Bilingual]
    severity: ClassVar[Severity]
    since: ClassVar[str] = "0.1"
    on: ClassVar[bool] = True
    presets: ClassVar[Mapping[str, Severity | None]] = {}
    fixes: ClassVar[Applicability | None] = None
    because: ClassVar[Bilingual | None] = None  # why the fix is as safe as it says
    norm: ClassVar[str] = ""
    options: ClassVar[Mapping[str, Option]] = {}
    triggers: ClassVar[Literals | None] = None
    whole: ClassVar[bool] = False
    aside: ClassVar[bool] = False
    covers: ClassVar[bool] = False
    infers: ClassVar[bool] = False
    VALID: ClassVar[tuple[Valid, ...]] = ()
    INVALID: ClassVar[tuple[Invalid, ...]] = ()

    @property
    def family(self) -> str:
        """The part of the id before the slash."""
        return self.id.partition("/")[0]

    def check(self, ctx: Context) -> Iterable[Diagnostic]:
        """The findings in one document, in any order."""
        raise NotImplementedError


class Context(Struct, frozen=True):
    """What a rule is given: the document, its options, and how to speak.

    `values` are the writer's own words for masks (`[placeholders.values]`).
    """

    document: Document
    rule: Rule
    severity: Severity
    options: Mapping[str, Any] = {}
    language: Language = "zh"
    preset: str = "gongwen"
    values: Mapping[str, str] = {}

    @property
    def text(self) -> str:
        """The draft's text; spans are code-point indices into it."""
        return self.document.text

    @property
    def places(self) -> Places:
        """Where the rule's trigger words stand."""
        return self.document.places(self.rule.triggers) if self.rule.triggers is not None else []

    def where(self, offset: int) -> Bilingual:
        """The place of a character, as a message names it: its line, in a Word file its paragraph."""
        block = self.document.source.block_at(offset)
        if block is not None:
            return Bilingual(f"第{block.number}段", f"paragraph {block.number}")
        line = self.document.lines.index_of(offset) + 1
        return Bilingual(f"第{line}行", f"line {line}")

    def found(
        self,
        span: Span,
        message: Bilingual,
        *,
        severity: Severity | None = None,
        fix: Fix | None = None,
        suggestions: tuple[Fix, ...] = (),
        notes: tuple[Bilingual, ...] = (),
    ) -> Diagnostic:
        """A diagnostic of this rule, in the user's language; a fix that is only for display becomes a suggestion."""
        if fix is not None and fix.applicability is Applicability.DISPLAY:
            suggestions, fix = (fix, *suggestions), None
        language = self.language
        return Diagnostic(
            self.rule.id,
            span,
            message.into(language),
            self.rule.severity if severity is None else severity,
            fix,
            suggestions,
            tuple(note.into(language) for note in notes) if notes else (),
        )

    def fix(self, title: Bilingual, edits: Iterable[Edit], applicability: Applicability) -> Fix:
        """A fix with its title in the user's language; ValueError where the edits overlap or are not sorted."""
        return Fix(title.into(self.language), tuple(edits), applicability)
