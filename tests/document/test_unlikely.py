"""Characters that are unlikely where they stand: what is found, what looks like it and is right, and what is spared."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

np = pytest.importorskip("numpy")

from speechlint.document.exchanges import unknown_windows  # noqa: E402
from speechlint.document.model import Document  # noqa: E402
from speechlint.document.unlikely import is_strange  # noqa: E402
from speechlint.document.unlikely_features import NAMES  # noqa: E402
from speechlint.document.unlikely_rows import BLOCK, find_blocks, find_rows, join  # noqa: E402
from speechlint.formats.source import Source  # noqa: E402
from speechlint.lexicon.prose_tables import prose_tables  # noqa: E402
from speechlint.lexicon.symbols import read_symbols  # noqa: E402
from tests.document.unlikely_cases import FOREIGN, RIGHT, WRONG  # noqa: E402


def found(text: str) -> list[tuple[str, str]]:
    """What stands there and what should."""
    return [(place.span.of(text), place.right) for place in Document(Source(text)).unlikely.places]


@pytest.mark.parametrize("text", WRONG)
def test_finds(text: str) -> None:
    before, _, rest = text.partition("⟦")
    change, _, after = rest.partition("⟧")
    wrong, _, right = change.partition("→")
    assert found(before + wrong + after) == [(wrong, right)]
    assert found(before + right + after) == []


@pytest.mark.parametrize("text", RIGHT)
def test_leaves_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", FOREIGN)
def test_a_register_that_the_tables_do_not_know_switches_the_search_off(text: str) -> None:
    assert Document(Source(text * 3)).unlikely.strange
    assert found(text * 3) == []


@pytest.mark.parametrize(("suspects", "characters", "strange"), [(0, 0, False), (30, 40, False), (300, 400, True)])
def test_a_short_text_is_not_strange_for_a_slip(suspects: int, characters: int, strange: bool) -> None:
    assert is_strange(suspects, characters) is strange


def test_scores_fall_as_a_text_is_less_known() -> None:
    known = "各级要深入贯彻落实会议精神，坚持稳中求进工作总基调，推动高质量发展。" * 8
    novel = "她拢了拢鬓角，搁下竹篮，望着渡口出神，半晌不作声。"
    falls = [Document(Source(known + novel * count)).unlikely.fall for count in (0, 6, 10)]
    assert falls[0] == 0 < falls[1] < falls[2]


SENTENCE = "大家要防范化解重大风险，坚持改革开放，推动高质量发展。"
SLIP = SENTENCE.replace("风险", "风脸")


@pytest.mark.parametrize(
    "text",
    [
        SLIP,
        f"𠮷𠮷村的会。{SLIP}",
        f"　　{SLIP}",
        SLIP.replace("化解", "化 解"),
        SLIP.replace("，", "，\r\n"),
        f"\ufeff{SLIP}",
        f"第一段。\r\n\r\n{SLIP}\r\n",
        f"建设××镇，{SLIP}",
    ],
)
def test_the_place_is_the_draft_s_own(text: str) -> None:
    place = Document(Source(text)).unlikely.places[0]
    assert (place.span.of(text), place.right, place.phrase[-2:]) == ("脸", "险", "风险")
    assert place.span.start == text.index("脸")
    assert place.around.covers(place.span)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("大家要防範化解重大風脸，堅持改革開放，推動高質量發展。", "脸", "險"),
        ("進一步加強黨的建没，推動高質量發展。", "没", "設"),
    ],
)
def test_traditional_text_is_mended_in_its_own_script(text: str, wrong: str, right: str) -> None:
    assert found(text) == [(wrong, right)]


def test_what_is_quoted_is_marked() -> None:
    [place] = Document(Source(f"他说：“{SLIP}”")).unlikely.places
    assert place.quoted
    assert not Document(Source(SLIP)).unlikely.places[0].quoted


def test_the_same_text_gives_the_same_places() -> None:
    text = f"{SLIP}\n{SENTENCE}\n" * 40
    assert Document(Source(text)).unlikely == Document(Source(text)).unlikely


def test_threads_share_the_tables() -> None:
    texts = [f"{SLIP}\n{SENTENCE}\n" * count for count in range(1, 9)]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(found, texts)) == [found(text) for text in texts]


def test_blocks_change_nothing() -> None:
    """A text longer than a block has the rows of its parts."""
    line = f"{SENTENCE}{SENTENCE}{SLIP}\n"
    period = len(read_symbols(line).symbols) - 6
    symbols = read_symbols(line * (2 * BLOCK // period + 2)).symbols
    rows = find_rows(symbols, prose_tables())
    places = rows.places[rows.places > 50]
    once = places[places < 50 + period]
    assert len(symbols) > 2 * BLOCK
    assert set((places % period).tolist()) == set((once % period).tolist())
    assert rows.features.shape == (len(rows.places), len(NAMES))
    suspects, blocks = find_blocks(symbols, prose_tables(), unknown_windows(symbols, prose_tables().fours))
    joined = join(list(blocks))
    assert suspects == len(rows.suspects)
    assert not len(joined.suspects)
    for one, other in zip(joined[1:], rows[1:], strict=True):
        assert (one == other).all()


def test_nothing_and_no_han() -> None:
    for text in ("", "\n", "plain English", "。", "船"):
        assert found(text) == []
