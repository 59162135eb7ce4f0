"""Words for the people whom a speech addresses."""

from __future__ import annotations

# In both scripts: they are looked for in short stretches of the unchanged text.
ADDRESSED: tuple[str, ...] = (
    *(
        "同志",
        "代表",
        "委员",
        "来宾",
        "朋友",
        "领导",
        "各位",
        "女士",
        "先生",
        "老师",
        "同学",
        "职工",
        "工友",
        "战友",
        "乡亲",
    ),
    *("委員", "來賓", "領導", "老師", "同學", "職工", "戰友", "鄉親"),
)
