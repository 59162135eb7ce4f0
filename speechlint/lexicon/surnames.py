"""Chinese surnames, as facts: those that hardly stand for anything else in front of two characters, and the others."""

from __future__ import annotations

CLEAR = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱郭何罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔谭陆汪范金石"
    "廖贾韦"
    "夏付邹熊孟秦邱侯尹薛闫阎段雷黎史龙陶贺顾毛郝龚邵钱严覃武戴莫孔汤常康倪施牛俞樊葛岳聂齐庄涂骆翟殷申耿卜焦祝甄欧甘"
    "柴阮柯"
    "辛卓瞿习阚佘娄霍鲍翁荆窦饶裴谷梅蔺蒲冀苗诸尚章柳鲁温纪傅靳滕虞麦褚屠詹鄢宫冉牟桑郎宁练揭嵇芮楚邢邬郁郗仇栾邸桂匡"
    "巫单"
    "马林高江白万洪钟方伍安"
)
# Those of CLEAR and further ones that also begin or end words before titles: their neighbours have to be plain.
DOUBTFUL = frozenset("高江白万洪钟方伍安常康石金龙武田毛施宁楚单甘尚章习黎黄梅谷欧何余许曾申祝谢贺纪练揭")
RARE = frozenset("于盛游文路左艾车喻华幸乔宗宣项祁季隋储池封佟靖凌仲巩鞠阳越战水花")
COMPOUND = frozenset(
    (
        "欧阳",
        "上官",
        "司马",
        "诸葛",
        "皇甫",
        "尉迟",
        "公孙",
        "慕容",
        "令狐",
        "司徒",
        "端木",
        "夏侯",
        "东方",
        "南宫",
        "呼延",
    )
)
