"""Word files that are open in another program, told by what such programs put beside them."""

from __future__ import annotations

import os
from pathlib import PurePath

from speechlint.findings.bilingual import Bilingual

_SUFFIX = ".docx"


def is_lock(path: str) -> bool:
    """Whether the file is what Word keeps beside an open document: no document itself, whatever its name ends in."""
    return PurePath(path).name.startswith(("~$", ".~"))


def opened_elsewhere(path: str) -> Bilingual | None:
    """Why a Word file had better be left alone now; None where no program has it open."""
    if PurePath(path).suffix.lower() != _SUFFIX:
        return None
    folder, name = os.path.split(os.path.abspath(path))
    lock = next((lock for lock in _locks(name) if os.path.lexists(os.path.join(folder, lock))), None)
    if lock is None:
        return None
    return Bilingual(
        f"正在别的程序中打开（旁边有 {lock}），没有检查；请先保存并关闭。若其实没有打开，删去 {lock} 即可",
        f"open in another program ({lock} lies beside it), so it was left alone; save and close it. "
        f"If it is not open, delete {lock}",
    )


def _locks(name: str) -> tuple[str, ...]:
    """What Word, LibreOffice and WPS call their lock files; Word drops up to two characters of longer names."""
    return (f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~lock.{name}#", f".~{name}")
