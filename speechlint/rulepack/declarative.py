"""Rules made of a rule file's data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit, Fix
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.rulepack import kinds
from speechlint.rulepack.errors import HeavyPatternError, SlowPatternError
from speechlint.rulepack.kinds import Matches, matches_of
from speechlint.rulepack.schema import Both, RuleData
from speechlint.text.span import Span


class DeclarativeRule(Rule):
    """A rule whose words stand in a TOML file. What the base class declares for classes is set on each instance."""

    def __init__(self, data: RuleData) -> None:
        rule: dict[str, object] = {
            "id": data.id,
            "title": _both(data.title),
            "why": _both(data.why),
            "severity": Severity[data.severity.upper()],
            "since": data.since,
            "on": data.on,
            "presets": {name: None if word == "off" else Severity[word.upper()] for name, word in data.presets.items()},
            "fixes": Applicability[data.fix.applicability.upper()] if data.fix else None,
            "because": _both(data.fix.because) if data.fix else None,
            "norm": data.norm,
            "whole": data.whole,
            "covers": data.covers,
            "VALID": tuple(Valid(example.good, example.preset) for example in data.example if example.good),
            "INVALID": tuple(
                Invalid(example.bad, example.fixed, example.preset) for example in data.example if example.bad
            ),
        }
        self.__dict__.update(rule)
        self._data = data
        self._matches: Matches = matches_of(data.match, data.kind)
        # A swap knows what should stand there in its own script only; the other script is another line of the table.
        self.__dict__["triggers"] = Literals(self._matches.triggers, both_scripts=data.kind != "swap")

    def check(self, ctx: Context) -> Iterable[Diagnostic]:
        """A finding for each match. Raises PatternError for an expression over its limits."""
        for span, right in self._found(ctx):
            text = span.of(ctx.text)
            message = Bilingual(
                _filled(self._data.message.zh, text, right), _filled(self._data.message.en, text, right)
            )
            fix = self._fix(ctx, Edit(span, right), text)
            yield ctx.found(span, message, fix=fix)

    def _found(self, ctx: Context) -> Iterator[tuple[Span, str]]:
        try:
            yield from self._matches.found(ctx.document, ctx.places)
        except TimeoutError as error:
            raise SlowPatternError(kinds.TIME_LIMIT) from error
        except MemoryError as error:
            raise HeavyPatternError from error

    def _fix(self, ctx: Context, edit: Edit, text: str) -> Fix | None:
        data = self._data.fix
        if data is None:
            return None
        content = edit.content if data.replace is None else data.replace.replace("{text}", text)
        title = Bilingual(_filled(data.title.zh, text, content), _filled(data.title.en, text, content))
        span = _with_line_end(ctx, edit.span) if self._data.kind == "line" and not content else edit.span
        return ctx.fix(title, [Edit(span, content)], Applicability[data.applicability.upper()])


def _with_line_end(ctx: Context, span: Span) -> Span:
    """The whole line, where it holds nothing else: what to delete with it."""
    lines = ctx.document.lines
    number = lines.index_of(span.start)
    return lines.whole(number) if lines[number].of(ctx.text).strip() == span.of(ctx.text) else span


def _both(text: Both) -> Bilingual:
    return Bilingual(text.zh, text.en)


def _filled(template: str, text: str, right: str) -> str:
    """The template with `{text}` and `{right}` put in; a draft's own braces stay as they are."""
    return "".join(_parts(template, {"{text}": text, "{right}": right}))


def _parts(template: str, values: dict[str, str]) -> Iterator[str]:
    rest = template
    while rest:
        at, key = min(((rest.find(key), key) for key in values if key in rest), default=(-1, ""))
        if at < 0:
            break
        yield rest[:at]
        yield values[key]
        rest = rest[at + len(key) :]
    yield rest
