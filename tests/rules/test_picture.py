"""The README's picture shows what the program prints today."""

from __future__ import annotations

from tools.build_readme_picture import ROOT, output, picture


def test_picture_is_fresh() -> None:
    drawn = (ROOT / "docs/check.svg").read_text(encoding="utf-8")
    assert drawn == picture(output()), "run: python tools/build_readme_picture.py"
