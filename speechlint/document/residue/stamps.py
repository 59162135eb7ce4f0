"""A site's stamp struck into the middle of a sentence: …把话说明白copyright某某网，把事办好. Only the stamp goes."""

from __future__ import annotations

from collections.abc import Sequence

from speechlint.document.residue.clues import Hit
from speechlint.document.residue.notices import Notice
from speechlint.document.residue.units import Unit
from speechlint.document.residue.words.parts import EDITABLE
from speechlint.document.residue.words.parts import words as listed
from speechlint.text.charsets import is_han
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.words import holds_any

_NAME = (
    r"(?:(?i:www\.)?[A-Za-z0-9-]{2,20}(?:cms|CMS|(?i:\.com|\.net|\.cn))"
    r"|[^，。；！？、：,;!?:\s]{0,10}?(?:文秘|文库|范文|公文|文稿|(?<!互联|[：:来自明\s])网(?![络友上民页]))(?:资源|写作)?(?:网站?|站|库)?)"
)
# A stamp, from the word of a clue on.
_STAMP = Pattern(
    rf"(?:(?i:copyright|all rights reserved)\s*©?|版权所有|转载请注明(?:出处|来源|来自)?)\s*[:：]?\s*(?:{_NAME})?"
    rf"|{EDITABLE}"
    rf"|(?:本文|文章|内容|此文|资料|本资料|文档|本文档)(?:来自|来源于?|转自|摘自|出自)\s*[:：]?\s*{_NAME}"
)
# What in front of 版权所有 is the site's name for sure; where that name begins nobody knows.
_NAMED = Pattern(r"(?r)(?:第[一-鿿]{1,3})?(?:文秘|文库|范文|公文)网?[0-9]{0,4}\s?")
# A site speaks of these, and so its own sentence goes on behind the stamp.
_SITE = listed(
    "转载|转发|侵|删|网络|互联网|网友|本站|本网|网站|网友|小编|版权|侵权|违者|必究|翻印|注明|下载|会员|资料|文章|作者|作品|联系|删除|链接|出处|来源|原创|声明|收藏|授权|许可|复制|范文|文档|本文|整理|发布|收集|提供|编辑|搜集|上传|分享|首发|所有|备案|20"
)
# So a sentence goes on that speaks of such a stamp.
_TALK = ("的", "”", "」", "』", "，这", "，是", "是", "等", "评论员", "记者", "报道", "刊发", "社论")
_PUBLIC = listed("人民网|新华|央视|光明网|中国|政府|工会|党建网|官网|求是|学习强国|日报|晚报")
# 这篇文章来自… names its text.
_THIS = ("述", "篇", "该", "些", "此", "的", "上", "各", "本")
_LEAST = 3


def speaks_of_stamp(text: str, unit: Unit, hits: Sequence[Hit]) -> bool:
    """Whether the sentence speaks of such a notice, or of a public paper's page: 内容来自…网的报道说明…."""
    for hit in hits:
        match = _STAMP.match(text, hit.start, unit.inner.end)
        if match is not None and (text.startswith(_TALK, match.end()) or holds_any(match.group(), _PUBLIC)):
            return not unit.bracketed
    return False


def stamp_in(text: str, unit: Unit, hits: Sequence[Hit]) -> Notice | None:
    """The stamp that one of the clues is, where the draft's sentence goes on right before or right behind it."""
    if unit.bracketed:
        return None
    inner = unit.inner
    for hit in hits:
        match = _STAMP.match(text, hit.start, inner.end)
        if match is None:
            continue
        start, end = match.span()
        while end > start and text[end - 1].isspace():
            end -= 1
        name = _NAMED.match(text, inner.start, start) if text.startswith("版权", start) else None
        bare = text[start:end]
        if (
            text.startswith(_TALK, end)
            or text[inner.start : start].endswith(_THIS)
            or bare.endswith((":", "："))
            or (bare == "版权所有" and name is None)
        ):
            continue
        if name is not None:
            start = name.start()
        before, behind = text[inner.start : start], text[end : inner.end]
        glued = is_han(before[-1:]) or is_han(behind[:1])
        if glued and (_is_draft(before) or _is_draft(behind)) and not holds_any(before[-6:] + behind[:8], _SITE):
            words = text[start:end]
            return Notice(Span(start, end), hit.clue.kind, 6, (words,))
    return None


def _is_draft(words: str) -> bool:
    return sum(map(is_han, words[:40])) >= _LEAST and not holds_any(words, _SITE)
