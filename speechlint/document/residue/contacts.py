"""Numbers and accounts by which a notice or a letter wants to be reached: one line among several of the kind."""

from __future__ import annotations

from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.words import holds_any

# The line gives a number or an account, and nothing else.
_LINE = Pattern(
    r"(?:(?:工作|会务|咨询|报名|答疑|联络|交流|服务)?(?:QQ|qq|ＱＱ|微信|WeChat|Wechat|VX|vx)(?:交流|工作|会务|咨询)?(?:群号?|号码?)?|群号)\s*[:：]\s*[^\s，。；:：]{4,24}"
)
_BESIDE = (
    "联系人",
    "联系电话",
    "电话",
    "邮箱",
    "传真",
    "邮编",
    "地址",
    "手机",
    "Tel",
    "TEL",
    "E-mail",
    "Email",
    "联系方式",
)
# A site's own block of contacts.
_SITE = (
    "客服",
    "会员",
    "范文",
    "资料",
    "材料",
    "站长",
    "版权",
    "投稿",
    "加群",
    "进群",
    "免费",
    "文库",
    "文稿",
    "公众号",
)
REACH = 90


def is_contact(folded: str, unit: Span, line: Span) -> bool:
    """Whether the unit is its whole line, a contact, and stands among others. `folded` is in simplified characters."""
    if folded[line.start : unit.start].strip() or folded[unit.end : line.end].strip():
        return False
    if _LINE.fullmatch(folded, *unit) is None:
        return False
    around = folded[max(0, line.start - REACH) : line.start] + "\n" + folded[line.end : line.end + REACH]
    return holds_any(around, _BESIDE) and not holds_any(around, _SITE)
