"""Points that a site put between two words."""

from __future__ import annotations

import pytest

from tests.document.draft import Draft


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("养蜂.事业越做越大，全村都高兴。", 1),
        ("养蜂得到乡亲们的.支持，也得到县里的.关心。", 2),
        ("凡是不愿参加的.，可以退社。", 1),
        ("蜂王.的寿命长，工蜂的寿命短。", 1),
        ("養蜂.事業越做越大，全村都高興。", 1),
        ("放蜂的.人走了。\n来年再来", 1),
        ("养蜂.事业", 0),
        ("采蜜.酿蜜.割蜜，一样也不能少。", 0),
        ("亚历山大.格里戈里，是个养蜂人。", 0),
        ("蜂箱高三.五尺，重五.五斤。", 0),
        ("周柳.养蜂要诀[M].柳湾书社，2019。", 0),
        ("今年雨多，蜜少.", 0),
        ("详见养蜂.中国，一看便知。", 1),
        ("第二章.蜂群管理，由各站分头落实。", 0),
        ("附件.蜂农名单，请核对。", 0),
        ("第二章.蜂群.事业，由各站分头落实。", 0),
        ("表格以“姓名.单位”命名，交给会计。", 0),
        ("他说“养蜂的.事业”要做大，大家都同意。", 1),
        ("养蜂.\n事业，越做越大。", 0),
    ],
)
def test_points(text: str, found: int) -> None:
    points = Draft(text).halfwidth.points
    assert len(points) == found
    assert all(text[at] == "." for at in points)


def test_a_long_row_of_points_is_read_in_one_go() -> None:
    text = "养蜂的.事业，" * 20_000
    assert len(Draft(text).halfwidth.points) == 20_000
