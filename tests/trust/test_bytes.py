"""What `--fix` does to the bytes of a draft: nothing without a fix that applies, and nothing outside of the edits."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from functools import cache
from itertools import count
from typing import Any, NamedTuple

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from speechlint.config.schema import Config
from speechlint.engine import fix
from speechlint.engine.linter import Linter
from speechlint.engine.work import Wish, do_bytes
from speechlint.findings.fix import Applicability
from speechlint.findings.report import FileReport
from speechlint.formats.registry import format_for
from tests.trust.turns import CHANCE, told, turns

CASES = turns("SPEECHLINT_BYTES", 2000)  # for each of the two properties
ROUND = 5000  # cases that hypothesis thinks up together: it forgets none of them
# Cheap families that mend much: every draft of a few of these pieces gives edits.
FAMILIES = ("script", "punctuation", "spacing", "placeholder", "redaction", "watermark", "wording", "number")
PIECES = [
    "渔港整治进展顺利", "各村按期完工", "同志们", "会議決定", "開展", "后來", "里面", "収益", "X市", "某某县", "××局", "在", "的",
    "二○二四年", "2O24年", "3 . 5 %", "百分之", "亿万", "Ａ１", "（", "）", "(", ")", "“", "”", '"', "《", "》", "，", ",", "。", "．",
    ".", "..", "。。", "、", "；", ";", "：", ":", "？", "?", "!", "…", "——", "-", "～", "·", " ", "  ", "\t", "\u3000", "\u3000\u3000",
    "\xa0", "\u2003", "\u200b", "\u200d", "\ufeff", "\u202e", "\u2028", "\x85", "\x0b", "\x0c", "\x1b[31m", "\x07", "\x7f", "\x01",
    "\ue000", "\ue5e5", "\uf8ff", "\U000f0000", "\ufffd", "\ufffe", "\U0010ffff", "𠮷", "😀", "⼯", "⽅", "\uf900", "é", "e\u0301", "Ⅳ", "①",
    "下载地址：www.example.com", "更多文章请访问", "<p>", "&nbsp;", "**", "# ", "- ", "> ", "`", "```\n", "<!-- speechlint: disable -->",
]  # fmt: skip
NEWLINES = ["\n", "\r\n", "\r", "\n\n", "\r\r\n", "\r\n\r\n"]
MARKS = {"utf-8-sig": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
CODECS = ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "gb18030", "gbk", "big5", "cp950", "big5hkscs"]
# Bytes that belong to no text: half characters, surrogates as UTF-8 never writes them, overlong forms, NUL, escapes.
NOISE = [b"\x80", b"\xff", b"\xed\xa0\x80", b"\xed\xb0\x80", b"\x00\xd8", b"\xc0\xaf", b"\xe6\xb8", b"\x81\x30", b"\xf8\x88", b"\0", b"\r", b"\n"]  # fmt: skip


class Draft(NamedTuple):
    data: bytes
    name: str
    level: Applicability


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """Bytes that a draft may have: pieces, one kind of line end or several, an encoding, and now and then some noise."""
    ends = draw(st.sampled_from([[end] for end in NEWLINES] + [NEWLINES]))
    text = "".join(draw(st.lists(st.sampled_from(PIECES + ends * 4), max_size=30)))
    codec = draw(st.sampled_from(CODECS))
    errors = "surrogatepass" if codec.startswith("utf") else "ignore"
    if errors == "surrogatepass" and draw(st.integers(0, 15)) == 0:
        text += draw(st.sampled_from(["\ud800", "\udfff甲", "乙\udcab"]))
    data = text.encode("utf-8" if codec == "utf-8-sig" else codec, errors)
    data = MARKS.get(codec, b"") + data
    for _ in range(draw(st.sampled_from([0, 0, 0, 1, 2]))):
        place = draw(st.integers(0, len(data)))
        data = data[:place] + draw(st.sampled_from(NOISE)) + data[place + draw(st.integers(0, 2)) :]
    name = draw(st.sampled_from(["a.txt", "a.md", "a"]))
    return Draft(data, name, draw(st.sampled_from([Applicability.SAFE, Applicability.UNSAFE])))


@cache
def linter() -> Linter:
    return Linter(Config(preset="strict", select=FAMILIES))


@cache
def mute() -> Linter:
    """Finds nothing that can be mended."""
    return Linter(Config(select=("truncation",)))


@pytest.fixture
def rounds(monkeypatch: pytest.MonkeyPatch) -> list[list[Any]]:
    """The edits that mending declared, round by round."""
    found: list[list[Any]] = []
    real = fix.edited

    def recorded(kind: Any, source: Any, edits: Any) -> Any:
        found.append(list(edits))
        return real(kind, source, edits)

    monkeypatch.setattr(fix, "edited", recorded)
    return found


seen = {"mended": 0, "left": 0, "refused": 0}


def test_nothing_changes_outside_of_the_edits(rounds: list[list[Any]]) -> None:
    def holds(draft: Draft) -> None:
        rounds.clear()
        done = do_bytes(linter(), draft.data, draft.name, Wish(draft.level, write=False))
        source = linter().decode(draft.data, draft.name)
        if isinstance(source, FileReport) or not source.exact:
            seen["refused"] += 1
            assert done.mended is None
            return
        pieces = cut(source.text, draft.data, source.encoding, source.mark)
        assert b"".join(pieces) == draft.data
        if done.mended is None:
            seen["left"] += 1
            assert format_for(draft.name).render(source, ()) == draft.data
            return
        seen["mended"] += 1
        mark, *pieces = pieces
        for edits in rounds:
            pieces = carried_out(pieces, edits, source.encoding)
        assert done.mended == mark + b"".join(pieces)

    told(drafts_mended=for_many_drafts(holds))
    assert min(seen.values()) > CASES // 30, seen  # else this proves little


def test_accents_that_are_part_of_a_letter() -> None:
    data = "港Ê\u0304Êê\u030c".encode("big5hkscs")
    assert b"".join(cut(data.decode("big5hkscs"), data, "big5hkscs", False)) == data


def test_nothing_is_written_where_nothing_is_mended() -> None:
    def holds(draft: Draft) -> None:
        done = do_bytes(mute(), draft.data, draft.name, Wish(draft.level, write=False))
        assert done.applied == () and done.mended is None

    told(drafts_left_alone=for_many_drafts(holds))


def for_many_drafts(holds: Callable[[Draft], None]) -> int:
    """Try it with so many drafts, no two of them the same."""
    tried: set[int] = set()
    for turn in count():

        @seed(CHANCE * 1000 + turn)
        @settings(max_examples=min(ROUND, CASES), database=None)
        @given(drafts())
        def held(draft: Draft) -> None:
            if hash(draft) not in tried and len(tried) < CASES:
                holds(draft)
                tried.add(hash(draft))

        held()
        if len(tried) == CASES:
            return CASES
    raise AssertionError


def cut(text: str, data: bytes, codec: str, mark: bool) -> list[bytes]:
    """The byte-order mark (perhaps empty), then the bytes of each character, as they stand in the file."""
    at = next(len(sign) for sign in MARKS.values() if data.startswith(sign)) if mark else 0
    pieces = [data[:at]]
    for character in text:
        # Big5 of Hong Kong writes two letters together with their accents, which it cannot write alone.
        length = 0 if character in "\u0304\u030c" and codec == "big5hkscs" else len(character.encode(codec))
        pieces.append(data[at : at + length])
        at += length
    return pieces


def carried_out(pieces: list[bytes], edits: list[Any], codec: str) -> list[bytes]:
    """The bytes of each character after one round of edits."""
    found: list[bytes] = []
    at = 0
    for span, content in edits:
        found += pieces[at : span.start]
        found += [character.encode(codec) for character in content]
        at = span.end
    return found + pieces[at:]
