"""speechlint check"""

from __future__ import annotations

import sys
from pathlib import Path

import click
import msgspec

from speechlint.config.schema import Config


@click.command("check")
@click.argument("paths", nargs=-1)
@click.option("--fix", is_flag=True)
@click.option("--unsafe-fixes", is_flag=True)
@click.option("--select")
@click.option("--preset")
@click.option("--output-format", default="concise")
@click.option("--isolated", is_flag=True)
@click.option("--no-cache", is_flag=True)
def command(
    paths: tuple[str, ...], fix: bool, unsafe_fixes: bool, select: str | None, preset: str | None, output_format: str,
    isolated: bool, no_cache: bool,
) -> int:
    from speechlint.engine.fix import fix_source
    from speechlint.engine.linter import Linter
    from speechlint.findings.fix import Applicability
    from speechlint.findings.report import FileReport
    from speechlint.reporters.registry import Run

    keys: dict[str, object] = {}
    if select:
        keys["select"] = tuple(select.split(","))
    if preset:
        keys["preset"] = preset
    linter = Linter(msgspec.convert(keys, Config))
    level = Applicability.UNSAFE if unsafe_fixes else Applicability.SAFE
    reports = []
    for path in paths:
        source = linter.read(path)
        if isinstance(source, FileReport):
            reports.append(source)
        elif fix or unsafe_fixes:
            outcome = fix_source(linter, source, level)
            if outcome.applied and outcome.source.exact:
                text = outcome.source
                data = text.text.encode(text.encoding)
                Path(path).write_bytes((b"\xef\xbb\xbf" if text.mark else b"") + data)
            reports.append(outcome.report)
        else:
            reports.append(linter.check(source))
    run = Run(tuple(reports), linter.catalogue.by_id, Path.cwd())
    names = {reporter.name: reporter for reporter in linter.catalogue.reporters}
    out = sys.stdout.buffer
    for piece in names[output_format].pieces(run):
        out.write(piece.encode())
    out.flush()
    if any(report.failures for report in reports):
        return 2
    return 1 if any((report.worst() or 0) >= 2 for report in reports) else 0
