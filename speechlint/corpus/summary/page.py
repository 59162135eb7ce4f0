"""The page: sums into HTML, in one file that loads nothing and runs nothing."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from speechlint.corpus.summary.sums import BINS, Source, Sums
from speechlint.corpus.summary.words import WORDS
from speechlint.findings.bilingual import Language
from speechlint.findings.rule import Rule
from speechlint.reporters.labels import FAMILIES, family_label
from speechlint.reporters.visible import visible

MOST_RULES = 40
MOST_SOURCES = 30
MOST_TEXTS = 40
MOST_FAULTS = 10
MILLION = 1_000_000
HIGH, WIDE = 160, 600  # of the distribution's picture


def page(sums: Sums, source: str | None, rules: dict[str, Rule], language: Language, version: str) -> str:
    """The page on these sums; `source` is the column that they are told by, `rules` by their names say what each is."""
    from jinja2 import Environment, PackageLoader
    from markupsafe import Markup

    place = Environment(
        loader=PackageLoader("speechlint.corpus.summary", "html_page"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    place.filters["seen"] = lambda text: visible(str(text))
    assert place.loader is not None
    style = place.loader.get_source(place, "summary.css")[0].replace("\r\n", "\n")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return place.get_template("summary.html").render(
        lang=language,
        version=version,
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        style=Markup(style),
        words={name: said.into(language) for name, said in WORDS.items()},
        sums=sums,
        source=source,
        rate=lambda count: _rate(count, sums.characters),
        tiles=_tiles(sums, language),
        bars=_bars(sums),
        size=(WIDE, HIGH),
        families=_families(sums, language),
        rules=_rules(sums, rules, language),
        sources=_sources(sums, language),
        legend=_legend(sums, language),
        texts=[(text, count) for text, count in sums.texts.top(MOST_TEXTS) if count > 1],
        changes=_changes(sums, rules, language),
        faults=sums.faults.top(MOST_FAULTS),
    )


def _rate(count: int, characters: int) -> str:
    """So many in a million characters."""
    rate = MILLION * count / max(1, characters)
    return f"{rate:,.0f}" if rate >= 10 else f"{rate:.1f}"


def _percent(part: float, whole: float) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"


def _tiles(sums: Sums, language: Language) -> list[tuple[str, str]]:
    """What stands on top: a figure and what it is."""
    found = sums.findings.total()
    rows = [
        ("documents", f"{sums.documents:,}"),
        ("characters", f"{sums.characters:,}"),
        ("with_findings", _percent(sums.found, sums.documents)),
        ("findings", f"{found:,}"),
        ("per_million", _rate(found, sums.characters)),
        ("quality", f"{sums.quality / max(1, sums.checked):.3f}"),
    ]
    if sums.cleaned:
        rows.append(("clean_quality", f"{sums.clean_quality / sums.cleaned:.3f}"))
    if sums.failed:
        rows.append(("failed", f"{sums.failed:,}"))
    return [(value, WORDS[name].into(language)) for name, value in rows]


def _bars(sums: Sums) -> list[dict[str, Any]]:
    """The columns of the distribution: place and height in the picture, and what a hovering mouse is told."""
    most = max(1, int(sums.before.max()), int(sums.after.max()))
    step = WIDE / BINS
    return [
        {
            "x": round(step * i + 2, 1),
            "width": round(step - 4, 1),
            "low": f"{i / BINS:.2f}",
            "high": f"{(i + 1) / BINS:.2f}",
            "before": int(before),
            "after": int(after),
            "tall": round(HIGH * int(before) / most, 1),
            "rise": round(HIGH * int(after) / most, 1),
        }
        for i, (before, after) in enumerate(zip(sums.before, sums.after, strict=True))
    ]


def _families(sums: Sums, language: Language) -> list[dict[str, Any]]:
    counts: Counter[str] = Counter()
    for code, count in sums.findings.items():
        counts[code.partition("/")[0]] += count
    most = max(counts.values(), default=1)
    return [
        {
            "name": family_label(family).into(language),
            "colour": _colour(family),
            "count": count,
            "rate": _rate(count, sums.characters),
            "share": _percent(sums.family_spread[family], sums.documents),
            "width": round(100 * count / most, 1),
        }
        for family, count in _ranked(counts)
    ]


def _rules(sums: Sums, rules: dict[str, Rule], language: Language) -> list[dict[str, Any]]:
    return [
        {
            "code": code,
            "title": rules[code].title.into(language) if code in rules else "",
            "colour": _colour(code.partition("/")[0]),
            "count": count,
            "rate": _rate(count, sums.characters),
            "share": _percent(sums.spread[code], sums.documents),
        }
        for code, count in _ranked(sums.findings)[:MOST_RULES]
    ]


def _sources(sums: Sums, language: Language) -> list[dict[str, Any]]:
    """The largest sources, and all others together."""
    ranked = sorted(sums.sources.items(), key=lambda row: (-row[1].documents, row[0] or ""))
    rows = [(name or WORDS["nameless"].into(language), source) for name, source in ranked[:MOST_SOURCES]]
    rest = [source for _, source in ranked[MOST_SOURCES:]]
    if rest or sums.other.documents:
        rows.append((WORDS["others"].into(language), _together([*rest, sums.other])))
    most = max((source.families.total() / max(1, source.characters) for _, source in rows), default=0) or 1
    return [
        {
            "name": name,
            "documents": source.documents,
            "share": _percent(source.found, source.documents),
            "rate": _rate(source.families.total(), source.characters),
            "quality": f"{source.quality / source.checked:.3f}" if source.checked else "–",
            "parts": [
                {
                    "colour": _colour(family),
                    "name": family_label(family).into(language),
                    "rate": _rate(count, source.characters),
                    "width": round(100 * count / max(1, source.characters) / most, 2),
                }
                for family, count in _ranked(source.families)
            ],
        }
        for name, source in rows
    ]


def _together(sources: Iterable[Source]) -> Source:
    whole = Source()
    for source in sources:
        whole.documents += source.documents
        whole.characters += source.characters
        whole.found += source.found
        whole.checked += source.checked
        whole.quality += source.quality
        whole.families.update(source.families)
    return whole


def _legend(sums: Sums, language: Language) -> list[tuple[str, str]]:
    return [(_colour(family), family_label(family).into(language)) for family, _ in _ranked(sums.family_spread)]


def _changes(sums: Sums, rules: dict[str, Rule], language: Language) -> list[dict[str, Any]]:
    ranked = sorted(sums.changes.items(), key=lambda row: (-row[1], row[0]))
    return [
        {
            "code": code,
            "title": rules[code].title.into(language) if code in rules else "",
            "colour": _colour(code.partition("/")[0]),
            "how": WORDS[how].into(language) if how in WORDS else how,
            "count": count,
        }
        for (code, how), count in ranked[:MOST_RULES]
    ]


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda row: (-row[1], row[0]))


def _colour(family: str) -> str:
    """The class that gives a family its colour; a plugin's own has none."""
    return f"f-{family}" if family in FAMILIES else "f-speechlint"
