"""Many drafts read at once: of each the same is found as of it alone, whatever stands beside it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

np = pytest.importorskip("numpy")

from speechlint.document import evidence  # noqa: E402
from speechlint.document.evidence import LONGEST, MOST_DRAFTS, gather  # noqa: E402
from speechlint.document.model import Document  # noqa: E402
from speechlint.document.unlikely_repeats import _with_draft  # noqa: E402
from speechlint.formats.source import Source  # noqa: E402
from speechlint.lexicon.ranker import thresholds  # noqa: E402
from speechlint.plugins.manager import catalogue  # noqa: E402
from speechlint.testing import read_marks  # noqa: E402

OTHERS = (
    "", "\n", "。", "船", " ", "　　", "a", "12.5%", ".5%", "、、", "在", "的", "施行行", "施行行。", "水水", "能力能力",
    "plain English text, and nothing else in it.",
    "今日はいい天気ですね。みんなで海へ行きましょう。ひらがなとカタカナの文章です。",
    "哈哈笑死我啦姐妹们快来看呀，这个也太好吃了吧呜呜呜，下次还要去吃。" * 6,
    "漁港辦要認真落實各項規走，切實把漁民的事辦好，進一步加強黨的建没。",
    "　　渔村的建设稳步的推进，要把渔民的利益放在心上，认真地的做好工作。\r\n　　某某同志讲话。",
)  # fmt: skip
ALSO = ("typo/idiom", "placeholder/masked-year", "watermark/page-footer")
VIEWS = (
    "unlikely", "homophone_slips", "particle_slips", "dropped_characters", "surplus_characters", "idiom_slips",
)  # fmt: skip


@pytest.fixture(autouse=True, scope="module")
def _every_candidate() -> Iterator[None]:
    """Candidates without a chance are kept, and compared too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(evidence, "thresholds", lambda: thresholds()._replace(hint=-1_000_000))
        yield


@cache
def pieces() -> list[str]:
    """The examples of the rules that look into the tables, and texts of other kinds."""
    rules = [rule for rule in catalogue().rules if rule.infers or rule.id in ALSO]
    right = [example.text for rule in rules for example in rule.VALID]
    wrong = [read_marks(example.marked)[0] for rule in rules for example in rule.INVALID]
    return [*right, *wrong, *OTHERS]


def drafts() -> st.SearchStrategy[list[str]]:
    one = st.lists(st.sampled_from(pieces()), max_size=6).map("\n".join)
    return st.lists(st.one_of(st.sampled_from(pieces()), one), max_size=9)


def seen(document: Document) -> dict[str, object]:
    """Everything that is found, as plain values."""
    found = document.evidence
    exchanges = [
        [columns.tolist() for columns in (scored.found.exchanges.starts, scored.found.columns, scored.scores)]
        for scored in (found.homophones, found.particles)
    ]
    suspects, rows, scores = found.likely
    symbols, offsets = document.symbols
    starts = np.array(offsets[:], np.int32)
    arrays = (symbols, starts, document.unknown_windows, *rows, scores, *found.joints)
    return {
        "suspects": suspects,
        "arrays": [(array.dtype, array.tolist()) for array in arrays],
        "exchanges": exchanges,
        "doubled": found.doubled,
        **{name: getattr(document, name) for name in VIEWS},
    }


def together(texts: list[str]) -> list[Document]:
    documents = [Document(Source(text)) for text in texts]
    gather(documents)
    assert [document.is_gathered for document in documents] == [len(text) <= LONGEST for text in texts]
    return documents


@settings(max_examples=60, deadline=None)
@given(drafts())
def test_neighbours_change_nothing(texts: list[str]) -> None:
    for text, document in zip(texts, together(texts), strict=True):
        assert seen(document) == seen(Document(Source(text)))


def test_all_pieces_at_once() -> None:
    """In one row, so that every kind stands beside every other; all views find something."""
    texts = [*pieces(), *reversed(pieces()), "渔" * (LONGEST + 1)]
    documents = together(texts)
    for text, document in zip(texts, documents, strict=True):
        assert seen(document) == seen(Document(Source(text)))
    for name in VIEWS[1:]:
        assert any(getattr(document, name) for document in documents), name
    assert any(document.unlikely.places for document in documents)
    assert any(document.unlikely.strange for document in documents)


def test_small_groups_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = pieces()[:40]
    monkeypatch.setattr(evidence, "MOST_DRAFTS", 7)
    monkeypatch.setattr(evidence, "MOST_CHARACTERS", 150)
    for text, document in zip(texts, together(texts), strict=True):
        assert seen(document) == seen(Document(Source(text)))


def test_what_fails_is_left_to_whoever_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [Document(Source(text)) for text in pieces()[:3]]
    documents[1].masks = None  # type: ignore[assignment]
    gather(documents)
    assert [document.is_gathered for document in documents] == [True, False, True]
    with pytest.raises(TypeError):
        documents[1].symbols  # noqa: B018


def test_drafts_of_a_group_are_told_apart() -> None:
    """A sequence of three has 48 bits, and the others tell its draft."""
    marks = _with_draft(np.zeros(MOST_DRAFTS, np.uint64), np.arange(MOST_DRAFTS, dtype=np.uint32))
    assert len(set((marks >> np.uint64(48)).tolist())) == MOST_DRAFTS
