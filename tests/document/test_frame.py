"""The frame of a speech, and what runs on behind its title."""

from __future__ import annotations

import pytest

from speechlint.document.frame import find_run_ins, read_frame, speech_title
from tests.document.draft import Draft

TEXT = "今年春旱来得早，全镇上下一条心，白天看渠，夜里守闸，水一滴也没有白流。"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"在春灌会上的讲话同志们：{TEXT}", [("同志们：", True, True)]),
        (f"在春灌会上的讲话 各位领导、同志们：\n{TEXT}", [("各位领导、同志们：", False, True)]),
        (f"春灌致辞稿（一）尊敬的各位来宾，女士们、先生们：{TEXT}", [("尊敬的各位来宾，女士们、先生们：", True, True)]),
        (f"在春灌会上的发言今天，{TEXT}", [("今天", False, False)]),
        (f"在春灌会上的发言稿大家下午好！{TEXT}", []),
        (f"在春灌会上的发言稿大家好！{TEXT}", [("大家好！", True, True)]),
        (f"同志们：{TEXT}", []),
        (f"他说，听了讲话同志们：{TEXT}", []),
        (f"在春灌会上的讲话\n同志们：{TEXT}", []),
    ],
)
def test_run_ins(text: str, wanted: list[tuple[str, bool, bool]]) -> None:
    found = find_run_ins(Draft(text))
    assert [(run_in.span.of(text), run_in.behind is not None, run_in.addressed) for run_in in found] == wanted


@pytest.mark.parametrize(
    ("text", "titled", "addressed", "closed"),
    [
        (f"在春灌会上的讲话\n同志们：\n{TEXT}\n谢谢大家。", True, True, True),
        (f"在春灌会上的讲话\n{TEXT}", True, False, False),
        (f"春灌工作方案\n{TEXT}", False, False, False),
        ("", False, False, False),
    ],
)
def test_frames(text: str, titled: bool, addressed: bool, closed: bool) -> None:
    draft = Draft(text)
    assert (speech_title(draft) is not None, *read_frame(draft)) == (titled, addressed, closed)
