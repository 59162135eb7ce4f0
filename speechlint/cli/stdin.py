"""`check -`: a draft from standard input; with `--fix`, the mended one to standard output."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from speechlint.cli.console import Console
from speechlint.cli.flow import tell_trouble
from speechlint.cli.request import Request
from speechlint.cli.run import publish, publish_nothing, settle, status_of, wish_of
from speechlint.cli.settings import Settings
from speechlint.engine.files import Chosen, excluded
from speechlint.engine.patterns import kept_patterns
from speechlint.engine.place import cache_root
from speechlint.engine.setting import SettingError
from speechlint.engine.work import do_bytes, unreadable
from speechlint.findings.bilingual import Bilingual
from speechlint.formats.bounded import DRAFT, RefusedFileError, read_stream


def check_stdin(request: Request, console: Console) -> int:
    """Check or mend what stands on standard input. Gives the exit status."""
    name = request.stdin_filename or "-"
    try:
        data = read_stream(sys.stdin.buffer, DRAFT)
    except (RefusedFileError, MemoryError) as error:
        said = unreadable(error)
        console.complain(Bilingual(f"{name}：{said.zh}", f"{name}: {said.en}"))
        return 2
    mends = request.mends and not request.diff
    try:
        settings = Settings(request.selection)
        config = settings.config_for(Path(os.path.abspath(name)))
        linter = settings.linter(config)
        if mends:
            linter = settings.setting(config, with_baseline=True).linter()
    except SettingError as error:
        console.complain(error.said)
        _give(data, mends)
        return 2
    if request.force_exclude and request.stdin_filename and excluded(os.path.abspath(name), config):
        _give(data, mends)
        if not mends:
            publish_nothing(request, console, settings)
        return 0
    with kept_patterns(None if request.no_cache else cache_root()):
        done = do_bytes(linter, data, name, wish_of(request))
    results = [(Chosen(name, config), done)]
    failed = tell_trouble(results, console)
    reports = settle(results, settings, request, console)
    if mends:
        _give(data if done.mended is None else done.mended, mends)
        if not request.fix_only:
            publish(reports, results, request, console._replace(aside=True), settings)
    else:
        publish(reports, results, request, console, settings)
    return status_of(reports, results, request, failed=failed)


def _give(data: bytes, wanted: bool) -> None:
    """The text goes on, mended or not: an editor puts what it reads here in the place of the draft."""
    if wanted:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
