"""Names joined by underscores, as files, mails and accounts have them: 单位_姓名_作品, 渔汛_终稿.docx."""

from __future__ import annotations

from speechlint.text.span import Span
from speechlint.text.words import first_of, holds_any, last_of

# The sentence says how something is to be called …
_NAMING: tuple[str, ...] = (
    "命名",
    "文件名",
    "文件夹",
    "压缩包",
    "昵称",
    "群名片",
    "重命名",
    "改名",
    "邮件主题",
    "邮件标题",
    "作品名",
)
_NAMING += (
    "主题注明",
    "主题为",
    "标题为",
    "备注为",
    "备注名",
    "文件格式",
    "名称格式",
    "格式为",
    "检索",
    "题名",
    "表名",
)
# … or may say so; then a name has at least two underscores.
_PERHAPS = (
    "主题",
    "标题",
    "备注",
    "注明",
    "格式",
    "规则",
    "名称",
    "字段",
    "邮件",
    "附件",
    "打包",
    "发送",
    "上传",
    "文档",
)
_EXTENSIONS = (".doc", ".xls", ".pdf", ".txt", ".ppt", ".wps", ".jpg", ".png", ".zip", ".rar", ".mp4", ".csv", ".ofd")
# Where a name ends, and what opens it.
_ENDS = '，。；：、！？,;:!?（）()“”‘’"「」『』《》【】[] \t\u3000\r\n'
_SENTENCE_ENDS = "。！？!?\r\n"
_UNDERSCORES = "_＿"
REACH, NEAR = 40, 30


def is_in_name(folded: str, span: Span) -> bool:
    """Whether the underscore at `span` joins parts of such a name. Simplified text."""
    left = last_of(_ENDS, folded, max(0, span.start - REACH), span.start) + 1 or max(0, span.start - REACH)
    right = first_of(_ENDS, folded, span.end, span.end + REACH)
    right = min(len(folded), span.end + REACH) if right < 0 else right
    name = folded[left:right]
    lower = name.lower()
    if holds_any(lower, _EXTENSIONS):
        return True
    several = sum(name.count(mark) for mark in _UNDERSCORES) > 1
    if several and any(character.isascii() and character.isalnum() for character in name):
        return True
    opened, closed = folded[left - 1 : left], folded[right : right + 1]
    if several and opened in tuple('“‘「『"') and closed in tuple('”’」』"'):
        return True
    first = max(last_of(_SENTENCE_ENDS, folded, max(0, left - NEAR), left) + 1, left - NEAR, 0)
    around = folded[first:left] + "|" + folded[right : right + NEAR // 2]
    if holds_any(around, _NAMING) or holds_any(name, ("文件名", "昵称")):
        return True
    return several and holds_any(around, _PERHAPS)
