"""The end of a report: how much there is, of what, and how it can be mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.report import FileReport
from speechlint.reporters.cells import wrapped
from speechlint.reporters.counts import listed, plural
from speechlint.reporters.findings import UNREADABLE, Remedy, remedy
from speechlint.reporters.labels import SEVERITIES, family_label
from speechlint.reporters.registry import Run, shown_name
from speechlint.reporters.style import Style
from speechlint.reporters.visible import visible


def summary(run: Run) -> Iterator[str]:
    """The closing lines, each with its line end."""
    read = [report for report in run.reports if not _unread(report)]
    found = [diagnostic for report in read for diagnostic in report.kept]
    style = Style(run.color)
    head, *more = (line.into(run.language) for line in _lines(found, read, run))
    yield from (style.strong(piece) + "\n" for piece in wrapped(head, run.width, run.ambiguous))
    for line in more:
        yield from (piece + "\n" for piece in wrapped(line, run.width, run.ambiguous))


def _lines(found: list[Diagnostic], read: Sequence[FileReport], run: Run) -> Iterator[Bilingual]:
    mended = sum(map(len, run.applied.values()))
    if mended:
        files = len(run.applied)
        yield Bilingual(f"已改 {mended} 处，{files} 个文件。", f"{mended} mended in {plural(files, 'file')}.")
    if found:
        yield _total(found, read)
        families = Counter(family_label(diagnostic.family) for diagnostic in found)
        if len(families) > 1:
            yield Bilingual(f"按类：{listed(families, 'zh')}。", f"By family: {listed(families, 'en')}.")
        yield _ways(found, run)
    elif mended and not run.partial:
        yield Bilingual("没有剩下的问题。", "Nothing remains.")
    elif run.unlisted and not mended:
        yield Bilingual(
            f"没有改动；{run.unlisted} 处问题没有列出（--fix 会列出）。",
            f"Nothing was mended; {plural(run.unlisted, 'finding')} not listed (--fix lists them).",
        )
    elif read and not mended:
        yield Bilingual(
            f"检查了 {len(read)} 个文件，没有发现问题。", f"{plural(len(read), 'file')} checked, nothing found."
        )
    for report in run.reports:
        if _unread(report):
            name, why = visible(shown_name(report.path, run.folder)), visible(report.kept[0].message)
            yield Bilingual(f"没有查成 {name}：{why}", f"Not checked: {name}: {why}")
    left_out = _left_out(run)
    if left_out is not None:
        yield left_out


def _unread(report: FileReport) -> bool:
    return any(diagnostic.rule == UNREADABLE for diagnostic in report.kept)


def _total(found: list[Diagnostic], read: Sequence[FileReport]) -> Bilingual:
    levels = Counter(diagnostic.severity for diagnostic in found)
    touched = sum(1 for report in read if report.kept)
    files = len(read)
    present = [severity for severity in sorted(Severity, reverse=True) if levels[severity]]
    zh = "、".join(f"{SEVERITIES[severity].zh} {levels[severity]}" for severity in present)
    en = ", ".join(plural(levels[severity], SEVERITIES[severity].en) for severity in present)
    among = (
        Bilingual("", "")
        if files == 1
        else Bilingual(f"{files} 个文件中 {touched} 个有问题，", f" in {touched} of {files} files")
    )
    return Bilingual(f"{among.zh}共 {len(found)} 处：{zh}。", f"{plural(len(found), 'finding')}{among.en}: {en}.")


def _ways(found: list[Diagnostic], run: Run) -> Bilingual:
    ways = Counter(remedy(diagnostic, run) for diagnostic in found)
    safe, unsafe, person = ways[Remedy.SAFE], ways[Remedy.UNSAFE], ways[Remedy.PERSON]
    if not safe and not unsafe:
        return Bilingual("都要由人来改。", "All of it needs a person.")
    zh, en = [], []
    if safe:
        zh.append(f"--fix 可改 {safe} 处")
        en.append(f"--fix mends {safe}")
    if unsafe:
        zh.append(f"加 --unsafe-fixes {'还' if safe else ''}可改 {unsafe} 处（改后请过目）")
        en.append(f"--unsafe-fixes {'another ' if safe else ''}{unsafe} (look at them afterwards)")
    if person:
        zh.append(f"其余 {person} 处要由人来改")
        en.append(f"{person} {'needs' if person == 1 else 'need'} a person")
    return Bilingual("，".join(zh) + "。", "; ".join(en) + ".")


def _left_out(run: Run) -> Bilingual | None:
    silenced = sum(len(report.suppressed) for report in run.reports)
    known = sum(len(report.baselined) for report in run.reports)
    if not silenced and not known:
        return None
    zh = [f"{silenced} 处不报"] * bool(silenced) + [f"{known} 处已在基线中"] * bool(known)
    en = [f"{silenced} suppressed"] * bool(silenced) + [f"{known} in the baseline"] * bool(known)
    look = (
        Bilingual("", "")
        if run.show_suppressed
        else Bilingual("（--show-suppressed 可看）", " (--show-suppressed shows them)")
    )
    return Bilingual(f"另有 {'、'.join(zh)}{look.zh}。", f"Besides: {', '.join(en)}{look.en}.")
