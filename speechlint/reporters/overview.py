"""What there is in one file, before its places are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic
from speechlint.findings.report import FileReport
from speechlint.reporters.blanks import kind_of_blank
from speechlint.reporters.cells import wrapped
from speechlint.reporters.counts import listed, plural
from speechlint.reporters.labels import family_label
from speechlint.reporters.registry import Run
from speechlint.reporters.style import Style

PLACEHOLDER = "placeholder"


def overview(report: FileReport, mended: Sequence[Diagnostic], run: Run) -> Iterator[str]:
    """Lines of the form `58 处待填，7 类：地名 23、年份 9 …`, then the other families, then what was mended."""
    style, said = Style(run.color), []
    families = Counter(diagnostic.family for diagnostic in report.kept)
    if families[PLACEHOLDER]:
        said.append(_placeholders(report, run))
    others = {family_label(family): count for family, count in families.items() if family != PLACEHOLDER}
    if others:
        total = sum(others.values())
        more = bool(families[PLACEHOLDER])
        said.append(
            Bilingual(
                f"{'另有 ' if more else ''}{total} 处：{listed(others, 'zh')}",
                f"{total} {'more' if more else plural(total, 'finding').split()[1]}: {listed(others, 'en')}",
            ).into(run.language)
        )
    for line in said:
        yield from (f"  {style.strong(piece)}\n" for piece in wrapped(line, run.width - 2, run.ambiguous))
    if mended:
        counts = Counter(family_label(diagnostic.family) for diagnostic in mended)
        line = Bilingual(
            f"已改 {len(mended)} 处：{listed(counts, 'zh')}", f"mended {len(mended)}: {listed(counts, 'en')}"
        ).into(run.language)
        yield from (f"  {style.good(piece)}\n" for piece in wrapped(line, run.width - 2, run.ambiguous))


def _placeholders(report: FileReport, run: Run) -> str:
    found = [diagnostic for diagnostic in report.kept if diagnostic.family == PLACEHOLDER]
    kinds = Counter(kind_of_blank(diagnostic, report.source.text, run) for diagnostic in found)
    return Bilingual(
        f"{len(found)} 处待填，{len(kinds)} 类：{listed(kinds, 'zh')}",
        f"{len(found)} to be filled in, {plural(len(kinds), 'kind')}: {listed(kinds, 'en')}",
    ).into(run.language)
