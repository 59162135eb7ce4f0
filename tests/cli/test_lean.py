"""What the program does not import."""

from __future__ import annotations

import os
import subprocess
import sys
import token
from pathlib import Path

import speechlint


def imported(*arguments: str) -> set[str]:
    """The modules that a run of the program has imported at its end."""
    code = "import sys; from speechlint.cli.main import main; main(); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def test_every_public_name_is_found() -> None:
    assert all(hasattr(speechlint, name) for name in speechlint.__all__)
    assert set(speechlint.__all__) <= set(dir(speechlint))


def test_typing_extensions_is_spared(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("各乡镇仓储点运转平稳。\n", encoding="utf-8")
    found = imported("check", "--no-cache", "--isolated", str(draft))
    assert "msgspec" in found
    assert not {"typing_extensions", "importlib.resources", "rich", "pygls", "jinja2", "pathspec"} & found
    assert not {"click", "pluggy"} & found


PUT_OFF = ("ctypes", "ipaddress", "msgspec.inspect", "ntpath", "numpy._core._add_newdocs", "platform")
LOOKED_INTO = f"""
import sys
from speechlint.cli.main import main
main()
print(*(type(sys.modules[name]).__name__ for name in {PUT_OFF}))
import ctypes, ipaddress, msgspec, ntpath, numpy, numpy.ma, pathlib, platform, textwrap, tokenize, uuid
print(ctypes.c_int(3).value, numpy.arange(3, dtype="i4").ctypes.data_as(ctypes.POINTER(ctypes.c_int))[2])
print(ipaddress.ip_address("::1"), textwrap.dedent("  x"), ntpath.splitext("a.b"), tokenize.NAME)
print(msgspec.inspect.type_info(bool), pathlib.PureWindowsPath("c:/a/b").parts)
print(platform.system() != "", uuid.uuid5(uuid.NAMESPACE_DNS, "x").version)
print(uuid.platform.python_implementation() == platform.python_implementation())
print(numpy.zeros.__doc__, numpy._core._add_newdocs.__file__[-15:], numpy.zeros.__doc__[:18])
"""


def test_what_is_seldom_looked_into_is_there_when_somebody_does(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("各乡镇仓储点运转平稳。\n", encoding="utf-8")
    arguments = ("check", "--quiet", "--isolated", "--select", "typo/unlikely-character", str(draft))
    done = subprocess.run(
        [sys.executable, "-c", LOOKED_INTO, *arguments],
        env={**os.environ, "SPEECHLINT_CACHE_DIR": str(tmp_path / "cache")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == [
        " ".join(["_LazyModule"] * len(PUT_OFF)),
        "3 2",
        f"::1 x ('a', '.b') {token.NAME}",
        "BoolType() ('c:\\\\', 'a', 'b')",
        "True 5",
        "True",
        "None _add_newdocs.py zeros(shape, dtype",
    ]
