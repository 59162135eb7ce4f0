"""Mends drafts on a disk that has no room left: `unshare -rm python -m tests.trust.full_disk FOLDER`.

The disk is a small one, mounted on the folder for this process alone, so that it takes no administrator. Prints what it
saw as JSON; exits 77 where nothing can be mounted.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from pathlib import Path

from tests.trust.drafts import folder_of, mend

NO_DISK = 77


def main(disk: Path) -> int:
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "none", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        return NO_DISK
    try:
        folder = folder_of(disk / "drafts", 4, paragraphs=300, words=True)
        folder.lay_out()
        filler = disk / "filler"
        with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
            while file.write(b"0" * 4096) == 4096:
                pass
        full = mend(folder.path, "--backup")
        seen = {"status": full.returncode, "said": full.stderr, "states": folder.states(), "left": folder.strangers()}
        filler.unlink()
        again = mend(folder.path)
        print(json.dumps([seen, {"status": again.returncode, "said": again.stderr, "states": folder.states()}]))
    finally:
        subprocess.run(["umount", str(disk)], check=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
