"""Short lists whose items are taken up in another order."""

from __future__ import annotations

import pytest

from speechlint.config.schema import Config
from speechlint.engine.fix import fix_source
from speechlint.engine.linter import Linter
from speechlint.findings.diagnostic import Severity
from speechlint.findings.fix import Applicability
from speechlint.formats.source import Source
from speechlint.testing import read_marks

RULE = Config(select=("consistency/enumeration-order",))

CASES = [
    "渡口要管好⟦船、票、人⟧三样。一是人要齐，二是船要稳，三是票要清。",
    "夜校有“教室、教师、教材”三件宝。一是教室亮，二是教师勤，三是教材新。",
    "夜校有“⟦教室、教师、教材⟧”三件宝。一是教师勤，二是教室亮，三是教材新。",
    "渡口要守住⟦船检、票检和人检⟧。\n（一）票检不漏。\n（二）船检不松。\n（三）人检不假。",
    "渡口要守住船检、票检和人检。\n\n一、抓渡船\n二、抓票房\n三、抓码头",
    "果园抓修剪、施肥、疏果、套袋。一是修剪早，二是施肥足，三是疏果匀，四是套袋快。",
    "果園抓⟦修剪、施肥、疏果、套袋⟧。首先，抓修剪。其次，抓疏果。再次，抓施肥。最後，抓套袋。",
    "书店的灯、架、桌都换了。一是桌子宽，二是书架高，三是灯光柔。",
    "要抓修剪和施肥。一是施肥足，二是修剪早。",
    "要抓修剪、施肥、疏果。\n会后大家先看现场。\n一是施肥足，二是修剪早，三是疏果匀。",
    "抓修剪、施肥、疏果。一是施肥和修剪要错开，二是修剪要早，三是疏果要匀。",
    "东街、西街、南街都通了。一是东街宽，三是西街长，二是南街直。",
    "这三年，修路、架桥、通水都有进展。一、二月备料，三月开工。",
]


@pytest.mark.parametrize("marked", CASES)
def test_cases(marked: str) -> None:
    text, wanted = read_marks(marked)
    found = Linter(RULE).check_text(text, "draft.txt").kept
    assert tuple(finding.span for finding in found) == wanted
    assert all(finding.severity is Severity.HINT for finding in found)


def test_the_short_list_is_put_in_order() -> None:
    text = "果园抓修剪、施肥、疏果和套袋。一是套袋快，二是施肥足，三是疏果匀，四是修剪早。"
    (finding,) = Linter(RULE).check_text(text, "draft.txt").kept
    assert finding.message == ("这里的次序是“修剪、施肥、疏果和套袋”，后面却按“套袋、施肥、疏果、修剪”展开，前后应一致")
    mended = fix_source(Linter(RULE), Source(text), Applicability.UNSAFE)
    assert mended.source.text.startswith("果园抓套袋、施肥、疏果和修剪。")
    assert not mended.report.kept
