"""What the program does not import."""

from __future__ import annotations

import subprocess
import sys
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


def test_what_is_seldom_looked_into_is_there_when_somebody_does(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("各乡镇仓储点运转平稳。\n", encoding="utf-8")
    code = (
        "import sys; from speechlint.cli.main import main; main()\n"
        "names = ('ipaddress', 'msgspec.inspect', 'ntpath', 'textwrap')\n"
        "print(*(type(sys.modules[name]).__name__ for name in names), 'platform' in sys.modules, file=sys.stderr)\n"
        "import ipaddress, msgspec, ntpath, pathlib, platform, textwrap, uuid\n"
        "print(ipaddress.ip_address('::1'), textwrap.dedent('  x'), ntpath.splitext('a.b'), file=sys.stderr)\n"
        "print(msgspec.inspect.type_info(int), pathlib.PureWindowsPath('c:/a/b').parts, file=sys.stderr)\n"
        "print(platform.system() != '', uuid.uuid5(uuid.NAMESPACE_DNS, 'x').version, file=sys.stderr)\n"
        "print(uuid.platform.python_implementation() == platform.python_implementation(), file=sys.stderr)\n"
    )
    arguments = ("check", "--no-cache", "--isolated", "--select", "spacing", str(draft))
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    assert done.stderr.splitlines() == [
        "_LazyModule _LazyModule _LazyModule _LazyModule False",
        "::1 x ('a', '.b')",
        "IntType(gt=None, ge=None, lt=None, le=None, multiple_of=None) ('c:\\\\', 'a', 'b')",
        "True 5",
        "True",
    ]
