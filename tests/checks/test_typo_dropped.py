"""Missing characters: what is put back, what stays silent, and both scripts."""

from __future__ import annotations

import pytest

from speechlint import check_text, fix_text

# The draft, and the text after the unsafe fixes.
SLIPS = [
    ("要推动经济社高质量发展，建好渔港。", "要推动经济社会高质量发展，建好渔港。"),
    ("渔港要全面贯彻实党的各项政策。", "渔港要全面贯彻落实党的各项政策。"),
    ("漁港要全面貫徹實黨的各項政策。", "漁港要全面貫徹落實黨的各項政策。"),
    ("建设中国特社会主义渔港。", "建设中国特色社会主义渔港。"),
]
SILENT = [
    *("渔会干部深入基层，听取群众意见。", "按规定办，依法管，为民办实事。", "稳粮扩油、促改惠民，优教强医。"),
    *("“中国特社会主义”漏了一个字。", "《经济社高质量》是一家报社的栏目。", "经济社是渔村的经济合作社。"),
    *("经济社高价收鱼，经济社高兴。", "", "众", "The harbour.", "俄军、美军、以军都在演习。"),
    *("副镇长王建设、渔会主席李社会到会。", "贯彻、落实、执行。"),
]


@pytest.mark.parametrize(("text", "fixed"), SLIPS)
def test_missing_character_is_put_back(text: str, fixed: str) -> None:
    assert fix_text(text, select=["typo/dropped-character"], unsafe=True).text == fixed


@pytest.mark.parametrize("text", SILENT)
def test_good_text_stays_silent(text: str) -> None:
    assert check_text(text, select=["typo/dropped-character"]) == []
