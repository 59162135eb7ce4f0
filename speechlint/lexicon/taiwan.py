"""What Taiwan calls otherwise, from the package's table, and how far that can be trusted in official prose."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from speechlint.lexicon.scripts import characters

# Words of two characters that Taiwan writes otherwise in every sense; longer ones are terms and have one sense.
_ONE_SENSE = """
信息 網絡 軟件 硬件 硬盤 光盤 光驅 鼠標 屏幕 打印 複印 短信 芯片 納米 激光 博客 黑客 默認 塑料 咖喱 奶酪 概率 字節
像素 寬帶 主板 網吧 聲卡 顯卡 音頻 錄像 藍牙 乍得 也門 加納 加蓬 老撾 文萊 瑙魯 帕勞 貝寧
"""
# Words that Taiwan writes otherwise in some senses, and that are left; the others of the table are terms of computing.
_SOME_SENSES = "項目 程序 文件 數據 支持 視頻 數字 智能 用戶 窗口"
# Longer ones that official prose has in a sense of its own.
_SEVERAL_SENSES = """
人工智能 互聯網 知識產權 分佈式 可視化 優先級 自行車 性價比 便攜式 交互式 移動通信 移動電話
"""


@cache
def taiwan_words() -> Mapping[str, tuple[str, bool]]:
    """Words in the package's own standard with Taiwan's, and whether that is right in every sense."""
    found = {}
    one_sense, some_senses = frozenset(_ONE_SENSE.split()), frozenset((_SOME_SENSES + _SEVERAL_SENSES).split())
    for word, forms in characters("TWPhrases").items():
        if word in forms or (len(word) == 2 and word not in some_senses and word not in one_sense):
            continue
        found[word] = (forms[0], word not in some_senses)
    return found
