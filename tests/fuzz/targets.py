"""What is fuzzed: each target takes bytes and raises nothing but what it promises; anything else is a crash."""

from __future__ import annotations

import contextlib
import io
import tempfile
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from speechlint.config.errors import ConfigError
from speechlint.config.resolve import Resolver
from speechlint.config.schema import Config
from speechlint.engine.baseline import BaselineError, read_baseline
from speechlint.engine.fix import fix_source
from speechlint.engine.linter import Linter
from speechlint.findings.fix import Applicability
from speechlint.formats.decoding import decode
from speechlint.formats.errors import DecodeError, EncodeError
from speechlint.formats.registry import DOCX, MARKDOWN, PLAIN, edited
from speechlint.formats.source import Source
from speechlint.rulepack.errors import RulePackError
from speechlint.rulepack.load import load_rule
from speechlint.text.span import Span


def decoder(data: bytes) -> None:
    """Bytes that are called exact come back as they were, in every encoding that is guessed."""
    with contextlib.suppress(DecodeError):
        decode(data)
        source = PLAIN.read(data, "a.txt", None)
        if source.exact:
            assert PLAIN.render(source, ()) == data


def markdown(data: bytes) -> None:
    """Quiet stretches lie in the text, in order, and the text comes back."""
    with contextlib.suppress(DecodeError):
        source = MARKDOWN.read(data, "a.md", None)
        for quiet in source.quiet:
            assert 0 <= quiet.span.start <= quiet.span.end <= len(source.text)
        if source.exact:
            assert MARKDOWN.render(source, ()) == data


def word_file(data: bytes) -> None:
    """A damaged package is refused."""
    with contextlib.suppress(DecodeError, EncodeError):
        source = DOCX.read(data, "a.docx", None)
        assert DOCX.render(source, ()) == data


def word_markup(data: bytes) -> None:
    """A sound package whose document holds anything; one character is deleted from its text."""
    with contextlib.suppress(DecodeError, EncodeError):
        source = DOCX.read(package(data), "a.docx", None)
        if source.text:
            DOCX.render(edited(DOCX, source, [(Span(0, 1), "")]), ())


def rule_file(data: bytes) -> None:
    """A rule that anybody wrote."""
    with _file("rule.toml", data) as path, contextlib.suppress(RulePackError):
        load_rule(path)


def configuration(data: bytes) -> None:
    """A configuration that anybody wrote, asked for a draft beside it."""
    with _file("speechlint.toml", data) as path, contextlib.suppress(ConfigError):
        Resolver().for_path(path.parent / "a.txt")


def baseline_file(data: bytes) -> None:
    """A baseline that anybody wrote, applied to the draft beside it."""
    with _file("known.json", data) as path, contextlib.suppress(BaselineError):
        baseline = read_baseline(path)
        found = linter().check(Source("近日，X市召开大会。\n", str(path.parent / "a.txt")))
        report = baseline.apply(found)
        assert len(report.kept) + len(report.baselined) == len(found.kept)
        baseline.unneeded([report], complete=True)


def whole(data: bytes) -> None:
    """The whole road over any bytes, with the unsafe fixes: no rule raises, and mending comes to rest."""
    with contextlib.suppress(DecodeError):
        source = MARKDOWN.read(data[:2000], "a.md", None)
        outcome = fix_source(linter(), source, Applicability.UNSAFE)
        assert outcome.report.failures == ()
        assert outcome.unsettled == ()


TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target
    for target in (
        decoder,
        markdown,
        word_file,
        word_markup,
        rule_file,
        configuration,
        baseline_file,
        whole,
    )
}


@cache
def linter() -> Linter:
    return Linter(Config())


def package(document: bytes) -> bytes:
    """The smallest package round a main document."""
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/'
            'document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main'
            '+xml"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r" Type="{relation}" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr("word/document.xml", document)
    return held.getvalue()


@contextlib.contextmanager
def _file(name: str, data: bytes):  # type: ignore[no-untyped-def]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        yield path
