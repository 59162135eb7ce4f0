"""Text for the tool that counts: sentences put together from a few words, the same every time."""

from __future__ import annotations

import random

SUBJECTS = ("渔港办", "渔会", "各渔村", "海事所", "码头管理处", "渔业合作社", "全体船员", "渔嫂服务队")
ADVERBS = ("认真", "扎实", "全面", "切实", "持续", "深入", "积极", "稳妥")
VERBS = ("推进", "落实", "加强", "完善", "组织", "开展", "保障", "改进")
OBJECTS = (
    "休渔管理", "航道疏浚", "渔船检验", "安全生产", "技能培训", "海堤加固", "鱼苗放流", "困难帮扶", "气象预警", "冷链建设",
)  # fmt: skip
ENDS = ("成效明显", "进展顺利", "群众满意", "按期完成", "井然有序", "稳中有进")


def text(documents: int = 96, seed: int = 11) -> str:
    """So many documents with a form feed between them, one sentence a line."""
    draw = random.Random(seed).choice
    return "\f".join(
        "\n".join(
            f"{draw(SUBJECTS)}{draw(ADVERBS)}{draw(VERBS)}{draw(OBJECTS)}、{draw(OBJECTS)}，"
            f"{draw(ADVERBS)}{draw(VERBS)}{draw(OBJECTS)}，{draw(OBJECTS)}{draw(ENDS)}。"
            for _ in range(12)
        )
        for _ in range(documents)
    )
