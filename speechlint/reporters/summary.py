"""The end of a report: how much there is, of what, and how it can be mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Severity
from speechlint.findings.tally import Kind, Tally
from speechlint.reporters.cells import wrapped
from speechlint.reporters.counts import listed, plural
from speechlint.reporters.findings import Remedy, remedy_of
from speechlint.reporters.labels import SEVERITIES, family_label
from speechlint.reporters.registry import Run, shown_name
from speechlint.reporters.style import Style
from speechlint.reporters.visible import visible


def summary(tallies: Sequence[Tally], run: Run) -> Iterator[str]:
    """The closing lines for files with these numbers, each with its line end."""
    style = Style(run.color)
    head, *more = (line.into(run.language) for line in _lines(tallies, run))
    yield from (style.strong(piece) + "\n" for piece in wrapped(head, run.width, run.ambiguous))
    for line in more:
        yield from (piece + "\n" for piece in wrapped(line, run.width, run.ambiguous))


def _lines(tallies: Sequence[Tally], run: Run) -> Iterator[Bilingual]:
    read = [tally for tally in tallies if tally.unread is None]
    found = [kind for tally in read for kind in tally.kinds]
    mended = sum(map(len, run.applied.values()))
    if mended:
        files = len(run.applied)
        yield Bilingual(f"已改 {mended} 处，{files} 个文件。", f"{mended} mended in {plural(files, 'file')}.")
    if found:
        yield _total(found, read)
        families: Counter[Bilingual] = Counter()
        for kind in found:
            families[family_label(kind.rule.partition("/")[0])] += kind.times
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
    for tally in tallies:
        if tally.unread is not None:
            name, why = visible(shown_name(tally.unread.path, run.folder)), visible(tally.unread.reason)
            yield Bilingual(f"没有查成 {name}：{why}", f"Not checked: {name}: {why}")
    left_out = _left_out(tallies, run)
    if left_out is not None:
        yield left_out


def _total(found: list[Kind], read: Sequence[Tally]) -> Bilingual:
    levels: Counter[Severity] = Counter()
    for kind in found:
        levels[kind.severity] += kind.times
    total = levels.total()
    touched = sum(1 for tally in read if tally.kinds)
    files = len(read)
    present = [severity for severity in sorted(Severity, reverse=True) if levels[severity]]
    zh = "、".join(f"{SEVERITIES[severity].zh} {levels[severity]}" for severity in present)
    en = ", ".join(plural(levels[severity], SEVERITIES[severity].en) for severity in present)
    among = (
        Bilingual("", "")
        if files == 1
        else Bilingual(f"{files} 个文件中 {touched} 个有问题，", f" in {touched} of {files} files")
    )
    return Bilingual(f"{among.zh}共 {total} 处：{zh}。", f"{plural(total, 'finding')}{among.en}: {en}.")


def _ways(found: list[Kind], run: Run) -> Bilingual:
    ways: Counter[Remedy] = Counter()
    for kind in found:
        ways[remedy_of(kind, run)] += kind.times
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


def _left_out(tallies: Sequence[Tally], run: Run) -> Bilingual | None:
    silenced = sum(tally.suppressed for tally in tallies)
    known = sum(tally.baselined for tally in tallies)
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
