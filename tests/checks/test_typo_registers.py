"""Texts in registers and scripts that the tables of official prose do not know give no flood of findings.

The texts in `registers/` are of the tests' own making: other languages, the classical one, verse, novels, dialects, chat,
posts, lists of names, of medicines and of chemicals, manuals.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from speechlint import check_text

TEXTS = sorted((Path(__file__).parent / "registers").glob("*.txt"))
TRADITIONAL = {"classical_hant", "novel_hant", "cantonese"}
PROSE = sorted((Path(__file__).parent / "traditional_prose").glob("*.txt"))
NOTICE = "typo/unknown-register"
MOST = 5  # findings in 100,000 characters


@cache
def rules(path: Path) -> list[str]:
    preset = "zh-hant" if path.stem in TRADITIONAL else "gongwen"
    return [found.rule for found in check_text(path.read_text(encoding="utf-8"), select=("typo",), preset=preset)]


def test_there_are_enough_texts() -> None:
    assert len(TEXTS) >= 25
    assert all(len(path.read_text(encoding="utf-8")) >= 400 for path in TEXTS)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_the_family_says_once_at_most_that_it_does_not_know_the_register(path: Path) -> None:
    assert rules(path).count(NOTICE) <= 1


def test_all_texts_together_give_hardly_a_finding() -> None:
    characters = sum(len(path.read_text(encoding="utf-8")) for path in TEXTS)
    findings = {path.stem: [rule for rule in rules(path) if rule != NOTICE] for path in TEXTS}
    assert sum(map(len, findings.values())) * 100_000 <= MOST * characters, findings


OFFICIAL = """一年来，全镇上下坚持以党的建设为统领，统筹推进经济发展和民生改善，各项工作见到明显成效。
一是产业发展有了起色。坚持把发展壮大集体经济作为重要抓手，积极引进龙头企业，完善利益联结机制，带动农民持续增收。
二是基础设施逐步改善。加快推进农村公路建设，实施农村饮水工程，巩固提升供水能力，群众生产生活条件进一步改善。
三是生态环境持续向好。打好污染防治这场硬仗，全面落实河长制，整治农村人居环境，村容村貌焕然一新。
四是社会大局总体平稳。健全化解矛盾纠纷的机制，层层压实安全生产责任，群众的获得感、幸福感、安全感显著增强。
同时也要清醒看到，工作中还有不少困难和问题：经济总量不大，产业结构不优，干部队伍的能力水平有待提高。
下一步，要继续解放思想，转变作风，真抓实干，努力完成全年任务，为推动高质量发展作出新的贡献。
"""


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_passage_in_the_middle_of_official_prose_gives_no_finding(path: Path) -> None:
    text = f"{OFFICIAL * 6}{path.read_text(encoding='utf-8')}\n{OFFICIAL * 6}"
    assert [found.message for found in check_text(text, select=("typo",))] == []


def test_a_slip_in_official_prose_is_found_beside_a_passage() -> None:
    text = OFFICIAL * 6 + (TEXTS[0].parent / "classical.txt").read_text(encoding="utf-8") + OFFICIAL * 6
    at = text.rindex("完善利益")
    wrong = text[:at] + "玩" + text[at + 1 :]
    assert [found.span.start for found in check_text(wrong, select=("typo",))] == [at]


@pytest.mark.parametrize("path", PROSE, ids=lambda path: path.stem)
@pytest.mark.parametrize("preset", ["gongwen", "zh-hant"])
def test_official_prose_of_every_region_in_traditional_characters_is_right(path: Path, preset: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert [found.message for found in check_text(text, select=("typo",), preset=preset)] == []


def test_a_slip_in_official_prose_is_found_beside_a_foreign_passage() -> None:
    text = "全镇干部部暑防汛工作。\n" + (TEXTS[0].parent / "english.txt").read_text(encoding="utf-8")
    assert [found.span.of(text) for found in check_text(text, select=("typo/confusable-word",))] == ["部暑"]
