"""Which real names of places a draft with masked ones gives its own place away by."""

from __future__ import annotations

import pytest

from speechlint.document.model import Document
from speechlint.formats.source import Source


def local(text: str) -> list[str]:
    return [place.span.of(text) for place in Document(Source(text)).local_places]


MASKED = "X市、X县、X镇的船工都来了。"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("与定海区签约。", ["定海区"]),
        ("舟山市委开会，舟山的渔港要建好，像嵊泗、岱山都不错。", ["舟山市", "舟山", "嵊泗", "岱山"]),
        ("像嵊泗、岱山都不错。", []),
        ("在杭设立分会。", ["杭"]),
        ("参会的有杭设立的分会。", []),
        ("闽东北地区台风多。", ["闽东北"]),
        ("浙南革命根据地", []),
        ("浙江省委开会。", ["浙江省"]),
        ("浙江省的渔港。", []),
        ("赴定海区考察，学习义乌市的经验。", []),
        ("新城区、解放区、城关区", []),
        ("《舟山市渔港条例》", []),
        ("宁波市民都来看。", ["宁波"]),
        ("宁波市场很大。", []),
        ("与XX村、蓬沙村结对。", ["蓬沙村"]),
    ],
)
def test_local_places(text: str, wanted: list[str]) -> None:
    assert local(MASKED + text) == wanted
    assert local(text.replace("X", "")) == []


@pytest.mark.parametrize(
    ("text", "places", "people"),
    [
        (MASKED, True, True),
        ("X市、X县的船工", False, False),
        ("X集团、X公司、X厂的船工", False, True),
        ("XX书记、XX市长、XX局长", False, True),
        ("王××、李××、赵××三人", False, False),
        ("20xx年X月，第X届X次会议，X万人", False, False),
    ],
)
def test_what_a_draft_hides(text: str, places: bool, people: bool) -> None:
    hidden = Document(Source(text)).hidden
    assert (hidden.hides_places, hidden.hides_people) == (places, people)
