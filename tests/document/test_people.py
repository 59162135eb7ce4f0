"""People: told from surname, title and what stands beside, and what only looks like a name."""

from __future__ import annotations

import pytest

from speechlint.document.model import Document
from speechlint.document.people import find_listed_people
from speechlint.formats.source import Source


def people(text: str) -> list[str]:
    document = Document(Source(text))
    found = sorted({*document.people, *find_listed_people(document)})
    return [person.span.of(text) for person in found if not person.public]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("周海明书记到了码头。", ["周海明"]),
        ("特别是周海明副书记和林汉生常务副市长。", ["周海明", "林汉生"]),
        ("省总林汉生副主席讲话", ["林汉生"]),
        ("县委书记周海明主持会议", ["周海明"]),
        ("局长张明一行来了", ["张明"]),
        ("局长张明在会上说", ["张明"]),
        ("感谢欧阳海青主任", ["欧阳海青"]),
        ("请周书记讲话，陈局长也讲", ["周书记", "陈局长"]),
        ("漁工會陳國梁主席", ["陳國梁"]),
        ("我和越松、林汉生一起出海", ["越松", "林汉生"]),
        ("我和越松、林汉生一\n6、起出海", ["越松", "林汉生"]),
        ("王建军书记", ["王建军"]),
        ("下湾村村民周大海连续守堤", ["周大海"]),
        ("部长周志强要求快，局长林强强调稳", ["周志强", "林强"]),
        ("村民高度重视，居民安全感因此提升，村民石榴因冻减产", []),
        ("有请渔行董事长周海明先生", ["周海明"]),
        ("表彰周海明、林汉生、陈小帆等五名同志", ["周海明", "林汉生", "陈小帆"]),
        ("刚才，周海明、林汉生分别发言", ["周海明", "林汉生"]),
        ("白菜、高粱、石榴等三种", []),
        ("阿不都·热合曼州长", ["阿不都·热合曼"]),
        ("党委书记、党组书记、车间主任、常务副主席", []),
        ("各位同志、党员同志、有关同志、老同志", []),
        ("公安局长、高校长、双方代表、书记员、主席台", []),
        ("书记应当常抓不懈，主任要安排部署，局长于会前到场", []),
        ("我和渔民、船工一起出海", []),
        ("", []),
    ],
)
def test_people(text: str, wanted: list[str]) -> None:
    assert people(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "习近平总书记指出",
        "毛泽东同志讲过",
        "全国总工会主席周海明同志到会",
        "国家海洋局局长周海明同志到会",
        "学习周海明同志的先进事迹",
        "时代楷模周海明同志",
        "要像周海明老师那样",
        "周海明先生的渔行值得学",
    ],
)
def test_people_whom_everybody_names_are_public(text: str) -> None:
    assert people(text) == []
    assert len(Document(Source(text)).people) == 1


def test_parallel_to_a_masked_person_even_a_noun_is_a_name() -> None:
    (person,) = Document(Source("XX书记和马车夫市长到会")).people
    assert (person.name, person.parallel, person.public) == ("马车夫", True, False)
    assert people("马车夫市长") == []


def test_who_is_named_between_models_is_one() -> None:
    assert people("焦裕禄同志治沙，周海明书记修渠，陈毅市长赋诗") == []
    assert people("焦裕禄同志治沙，周海明书记修渠") == ["周海明"]
