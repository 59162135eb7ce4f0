"""Fuzz one target, guided by coverage: `python -m tests.fuzz.run decoder -runs=200000 FOLDER…` (options of libFuzzer).

The first folder keeps what reaches new code; a crash is left as `crash-…` in the working folder. Copy it, shortened,
into `tests/fuzz/seeds/<target>/`, where the ordinary tests feed it to the target ever after.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from importlib.util import find_spec

import atheris

with atheris.instrument_imports(include=["speechlint"]):
    import speechlint
    from tests.fuzz.targets import TARGETS

    for room in ("config", "formats", "rulepack"):  # much is imported at its first use, too late to be instrumented
        for module in pkgutil.walk_packages([f"{speechlint.__path__[0]}/{room}"], f"speechlint.{room}."):
            importlib.import_module(module.name)
    if find_spec("pyarrow") is not None:
        importlib.import_module("speechlint.corpus.json_lines")

if __name__ == "__main__":
    name = sys.argv.pop(1)
    atheris.Setup(sys.argv, TARGETS[name])
    atheris.Fuzz()
