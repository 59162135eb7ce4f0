"""Modules that are found our way are the modules that Python finds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import sys
from speechlint.cli.importer import Finder, Loader, quicken_imports
quicken_imports()
"""
SHOWN = """
import inner.one, inner.deep.two
for module in (inner, inner.one, inner.deep, inner.deep.two):
    spec = module.__spec__
    print(
        module.__name__, module.__file__, module.__cached__, module.__package__, getattr(module, "__path__", None),
        spec.name, spec.origin, spec.has_location, spec.parent, spec.submodule_search_locations,
        getattr(module, "VALUE", None), module.__loader__.get_source(module.__name__) is not None, module.__doc__,
    )
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    package = tmp_path / "inner"
    (package / "deep").mkdir(parents=True)
    (package / "__init__.py").write_text('"""The package."""\n')
    (package / "one.py").write_text("VALUE = 1\n\n\ndef fail():\n    raise ValueError\n")
    (package / "deep" / "__init__.py").write_text("")
    (package / "deep" / "two.py").write_text("from inner.one import VALUE as ONE\nVALUE = ONE + 1\n")
    return tmp_path


def run(folder: Path, program: str, *options: str) -> str:
    """What the program prints; the errors count too."""
    done = subprocess.run(
        [sys.executable, *options, "-c", program], cwd=folder, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


@pytest.mark.parametrize("options", [(), ("-O",), ("-B",), ("-X", "pycache_prefix=elsewhere")])
def test_modules_say_of_themselves_what_python_says(folder: Path, options: tuple[str, ...]) -> None:
    plainly = run(folder, SHOWN, *options)
    assert plainly.count("\n") == 4
    for _ in range(2):  # compiled, and kept
        assert run(folder, PROGRAM + SHOWN, *options) == plainly


def test_our_loader_is_asked(folder: Path) -> None:
    asked = "import inner.one, inner.deep.two\nprint(*(type(m.__loader__) is Loader for m in (inner.one, inner.deep)))"
    assert run(folder, PROGRAM + asked) == "True True\n"
    assert run(folder, PROGRAM + asked, "-O") == "False False\n"


def test_a_changed_source_is_compiled_anew(folder: Path) -> None:
    asked = PROGRAM + "from inner.deep import two; print(two.VALUE)"
    assert run(folder, asked) == "2\n"
    (folder / "inner" / "one.py").write_text("VALUE = 10\n")
    assert run(folder, asked) == "11\n"
    assert run(folder, asked) == "11\n"


def test_kept_code_that_is_damaged_is_compiled_anew(folder: Path) -> None:
    asked = PROGRAM + "from inner.deep import two; print(two.VALUE)"
    run(folder, asked)
    for kept in folder.rglob("*.pyc"):
        kept.write_bytes(b"nothing of the kind")
    assert run(folder, asked) == "2\n"
    for kept in folder.rglob("*.pyc"):
        kept.unlink()
    assert run(folder, asked) == "2\n"


def test_code_that_was_kept_elsewhere_names_its_own_place(folder: Path) -> None:
    asked = PROGRAM + "from inner import one; one.fail()"
    run(folder, asked)
    moved = folder / "moved"
    moved.mkdir()
    (folder / "inner").rename(moved / "inner")
    assert f'File "{moved / "inner" / "one.py"}", line 5, in fail' in run(moved, asked)


def test_what_is_unusual_is_left_to_python(folder: Path) -> None:
    (folder / "inner" / "bare").mkdir()
    (folder / "inner" / "bare" / "three.py").write_text("VALUE = 3\n")
    (folder / "inner" / "both.py").write_text("VALUE = 'module'\n")
    (folder / "inner" / "both").mkdir()
    (folder / "inner" / "both" / "__init__.py").write_text("VALUE = 'package'\n")
    asked = "from inner import both; from inner.bare import three; print(both.VALUE, three.VALUE)\nimport inner.none"
    said = run(folder, PROGRAM + asked)
    assert said.startswith("package 3\n")
    assert said.endswith("ModuleNotFoundError: No module named 'inner.none'\n")


def test_a_module_compiled_to_machine_code_is_taken_before_its_source(folder: Path) -> None:
    (folder / "inner" / "one.abi3.so").write_text("")
    (folder / "inner" / "deep" / "__init__.abi3.so").write_text("")
    asked = (
        "from importlib.util import find_spec\nfor name in ('one', 'deep'): print(find_spec('inner.' + name).origin)"
    )
    plainly = run(folder, asked)
    assert plainly.count(".abi3.so\n") == 2
    assert run(folder, PROGRAM + asked) == plainly
