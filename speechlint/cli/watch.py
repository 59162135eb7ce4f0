"""`check --watch`: look at the files again and again, and report anew when something changed."""

from __future__ import annotations

import os
import sys
import time
from datetime import datetime
from pathlib import Path

from speechlint.cli.console import Console
from speechlint.cli.request import Request
from speechlint.cli.run import check_files
from speechlint.cli.settings import Settings
from speechlint.engine.baseline import BaselineError
from speechlint.engine.files import Collector
from speechlint.engine.setting import SettingError, forget
from speechlint.findings.bilingual import Bilingual

PAUSE = 0.4  # seconds between two looks, at least
SHARE = 10  # a look takes at most this part of the time
CLEAR = "\x1b[2J\x1b[3J\x1b[H"

State = dict[str, tuple[int, int, int]]


def watch(request: Request, console: Console) -> int:
    """Report now and after every change. Ends with Ctrl-C, and then with exit status 0."""
    try:
        while True:
            before = state(request)
            _round(request, console)
            # What mending wrote is no news; what somebody wrote meanwhile is.
            known = state(request) if request.mends else before
            _wait(request, known)
            forget()
    except KeyboardInterrupt:
        console.say(Bilingual("", ""))
        return 0


def _round(request: Request, console: Console) -> None:
    if console.out.isatty() and request.output_file is None:
        console.out.write(CLEAR)
    check_files(request, console)
    now = datetime.now().strftime("%H:%M:%S")
    console.say(Bilingual(f"{now} 正在守候改动，Ctrl-C 结束。", f"{now} watching for changes; Ctrl-C ends it."))
    sys.stdout.flush()


def _wait(request: Request, known: State) -> None:
    pause = PAUSE
    while True:
        time.sleep(pause)
        started = time.monotonic()
        if state(request) != known:
            return
        pause = max(PAUSE, (time.monotonic() - started) * SHARE)


def state(request: Request) -> State:
    """What may change the report: the files and all that configures their check, with size, time and number."""
    try:
        return _stats(_watched(request))
    except (BaselineError, SettingError):
        return _stats(_configurations(Path.cwd()))


def _watched(request: Request) -> set[str]:
    settings = Settings(request.selection)
    collected = Collector(settings.config_for, settings.suffixes, request.force_exclude).collect(request.paths)
    paths = {chosen.path for chosen in collected.files}
    configs = [chosen.config for chosen in collected.files] + [settings.config_for(Path.cwd() / "_")]
    for config in {id(config): config for config in configs}.values():
        paths.update(str(file) for file in (config.origin, settings.baseline_file(config)) if file)
        root = config.root or Path.cwd()
        paths.update(str(file) for pack in config.rule_packs for file in (root / pack).rglob("*.toml"))
    for folder in {os.path.dirname(os.path.abspath(path)) for path in [*request.paths, *paths]}:
        paths |= _configurations(Path(folder))
    return paths


def _configurations(folder: Path) -> set[str]:
    """Where a configuration may lie or appear, for the files of a folder."""
    names = ("speechlint.toml", ".speechlint.toml", "pyproject.toml")
    return {str(above / name) for above in (folder, *folder.parents) for name in names}


def _stats(paths: set[str]) -> State:
    found: State = {}
    for path in paths:
        try:
            status = os.stat(path)
        except OSError:
            continue
        found[path] = (status.st_mtime_ns, status.st_size, status.st_ino)
    return found
