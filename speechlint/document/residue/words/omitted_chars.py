"""Notices in the text that part of it was left out."""

from speechlint.document.residue.words.parts import HIDE, HIDING, Row

ROWS: tuple[Row, ...] = (
    (8, HIDE, HIDING + r"(?:了|掉|约|大约|\s)*[0-9０-９]+\s*[余多来]?\s*个?(?:字|汉字|段|页|行)(?!以内|以上|以下)"),
    (8, HIDE, r"(?<=[0-9０-９]\s{0,2}[余多来]?个?字(?:的?内容)?(?:已经|已|被){0,2})" + HIDING),
    (3, HIDE, HIDING + r"(?:了|掉|约)*[一二三四五六七八九两][百千十][一二三四五六七八九十百余零]*个?字"),
    (
        4,
        HIDE,
        r"(?<=(?:此处|以下|以上|开头|中间|结尾|部分|其余|下文|正文|余下|后面|前面|剩余)(?:部分|内容|文字)?(?:内容|文字)?(?:已经|已|被|均|自动|暂时){0,2})"
        + HIDING
        + r"(?=[）)\]】]|[,，。]?\s*(?:登|请|需|开通|购|付|下载|注册|仅|会员|VIP))",
    ),
)
