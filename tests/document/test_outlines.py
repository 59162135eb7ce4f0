"""Outlines of a site's preview, found by the headings that come again, however the text is cut to look for them."""

from __future__ import annotations

import pytest

from speechlint.document import outlines
from speechlint.document.model import Document
from speechlint.document.outlines import find_outlines
from speechlint.formats.source import Source

HEADINGS = ("一、修好 山路", "二、通上\u3000井水", "三、点亮街灯")
LIST = "提纲：……\n" + "\n".join(HEADINGS) + "\n……\n"
BODY = "".join(f"{heading.replace(' ', '')}\n村里的 事情\r\n要办好。\n" for heading in HEADINGS)
OTHER = "二、修堤\n堤要修。\n" * 3


def found(text: str) -> list[tuple[int, ...]]:
    return [outline.lines for outline in find_outlines(Document(Source(text)))]


@pytest.mark.parametrize("stretch", [1, 2, 5, 16, 1 << 12])
@pytest.mark.parametrize("body", [30, 60, 200_000])
def test_stretches_change_nothing(stretch: int, body: int, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [LIST + BODY, LIST + OTHER + BODY, LIST + LIST + OTHER, LIST + OTHER]
    monkeypatch.setattr(outlines, "BODY", body)
    monkeypatch.setattr(outlines, "STRETCH", 1 << 20)
    whole = [found(text) for text in texts]
    monkeypatch.setattr(outlines, "STRETCH", stretch)
    assert [found(text) for text in texts] == whole


def test_what_never_comes_again_is_no_outline() -> None:
    assert found(LIST + BODY) == [(0, 1, 2, 3, 4)]
    assert found(LIST + OTHER) == []
