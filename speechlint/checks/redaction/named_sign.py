"""Whether a sign stands in a text because the text speaks of it: 请在□内打“√”, 标*的为必填, 按*键, □表示缺字."""

from __future__ import annotations

from speechlint.text.span import Span
from speechlint.text.words import first_of, holds_any

# Behind such a word any sign is named …
_CALLED: tuple[str, ...] = (
    "通配符",
    "符号",
    "星号",
    "方框",
    "方格",
    "记号",
    "标记",
    "标识",
    "选项",
    "下划线",
    "前面的",
    "后面的",
)
_CALLED += ("前的", "后的", "上的", "打", "按", "划", "勾", "涂", "点击", "输入", "图例", "缺字")
# … and behind these where the words that follow say what it is for. 以*为核心, 用*的办法 lack a word.
_WITH = ("标", "注", "加", "带", "有", "以", "用", "画", "含", "中", "注明")
_FOR = (
    "的",
    "者",
    "项",
    "处",
    "为必",
    "为重点",
    "为选",
    "为可选",
    "标出",
    "标明",
    "标示",
    "标注",
    "区分",
    "隔开",
    "分隔",
)
_SAYS: tuple[str, ...] = (
    "号",
    "键",
    "形",
    "符",
    "框",
    "格",
    "表示",
    "代表",
    "代替",
    "代一",
    "代字",
    "代之",
    "为记",
    "为界",
    "为必填",
    "为必选",
    "标记",
    "标识",
)
_SAYS += ("注明", "标明", "标示", "标注", "标出", "处打", "处划", "均为必")
# Boxes in which something is to be put.
_INSIDE = ("内", "中", "里", "上", "处")
_PUT = ("打", "划", "画", "勾", "填", "涂", "选", "签", "盖", "写", "√", "×", "✓", "✔", "标")
_OTHER_SIGNS = "□■○●△▲☆★◇◆※*＊√×✓✔#"
_CLAUSE_ENDS = "，。；：！？,;:!?\r\n"
NEAR, REACH = 4, 16


def is_named(folded: str, span: Span) -> bool:
    """Whether the sign at `span`, in quotation marks or not, is one that the sentence speaks of. Simplified text."""
    start, end = span
    if folded[start - 1 : start] in ("“", "‘", '"', "「", "『") and folded[end : end + 1] in (
        "”",
        "’",
        '"',
        "」",
        "』",
    ):
        start, end = start - 1, end + 1
    before, after = folded[max(0, start - NEAR) : start], folded[end : end + NEAR]
    if before.endswith(_CALLED) or after.startswith(_SAYS):
        return True
    if before.endswith(_WITH) and after.startswith(_FOR):
        return True
    if after.startswith(_INSIDE) and _asks_for_sign(folded, end + 1):
        return True
    return _is_among_signs(before, after)


def _asks_for_sign(folded: str, end: int) -> bool:
    """Whether the clause that goes on at `end` says what to put into the box."""
    stop = first_of(_CLAUSE_ENDS, folded, end, end + REACH)
    return holds_any(folded[end : end + REACH if stop < 0 else stop], _PUT)


def _is_among_signs(before: str, after: str) -> bool:
    """Whether another sign stands beside it in a list: □、○、△."""
    joint = after.lstrip("形号”’」』")[:1], after.lstrip("形号”’」』")[1:].lstrip("“‘「『")[:1]
    if joint[0] in ("、", "和", "或", "与") and joint[1] and joint[1] in _OTHER_SIGNS:
        return True
    ahead = before.rstrip("“‘「『")
    return len(ahead) > 1 and ahead[-1] in "、和或与" and ahead[:-1].rstrip("形号”’」』")[-1:] in tuple(_OTHER_SIGNS)
