"""The words of the page."""

from __future__ import annotations

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.fix import Applicability

WORDS = {
    "title": Bilingual("文稿检查报告", "Report on drafts"),
    "noscript": Bilingual("这份报告要在浏览器里允许脚本才能看。", "This report needs a browser that runs scripts."),
    "search": Bilingual("查找词语、规则、文件（/）", "Find words, rules, files (/)"),
    "filters": Bilingual("筛选", "Filters"),
    "clear": Bilingual("清除", "clear"),
    "severity": Bilingual("程度", "Severity"),
    "family": Bilingual("类别", "Family"),
    "rule": Bilingual("规则", "Rule"),
    "state": Bilingual("状态", "State"),
    "all": Bilingual("全部", "all"),
    "files": Bilingual("文件", "Files"),
    "findings": Bilingual("问题", "Findings"),
    "safe": Bilingual("采纳稳妥的修改 {n}", "Accept safe fixes {n}"),
    "taken": Bilingual("采纳了 {n} 处", "Accepted: {n}"),
    "copy": Bilingual("复制改后文本", "Copy mended text"),
    "copied": Bilingual("改后文本已复制", "The mended text is copied"),
    "save": Bilingual("下载", "Download"),
    "print": Bilingual("打印", "Print"),
    "mended": Bilingual("（改后）", " (mended)"),
    "stdin": Bilingual("标准输入", "standard input"),
    "only_text": Bilingual(
        "这里只有文字。要保留格式，请用 speechlint check --fix 改原文件。",
        "Text alone. To keep the formatting, mend the file itself with speechlint check --fix.",
    ),
    "choose": Bilingual("点文中的标记，或按 j 看下一处。", "Click a mark in the draft, or press j for the next one."),
    "where": Bilingual("第 {row} 行，第 {column} 字", "line {row}, character {column}"),
    "row": Bilingual("{row} 行", "{row}"),
    "accept": Bilingual("采纳", "Accept"),
    "accepted": Bilingual("已采纳", "Accepted"),
    "refuse": Bilingual("不改", "Refuse"),
    "refused": Bilingual("不改，已定", "Refused"),
    "seen": Bilingual("看过，不改", "Seen, leave it"),
    "page": Bilingual("这条规则", "About this rule"),
    "collides": Bilingual(
        "与已采纳的另一处修改重叠：先撤回那一处", "Another accepted fix is in the way: take it back first"
    ),
    "progress": Bilingual(
        "已采纳 {accepted}，不改 {refused}，待定 {open}", "{accepted} accepted, {refused} refused, {open} open"
    ),
    "none": Bilingual("没有符合筛选的问题。", "Nothing passes the filters."),
    "clean": Bilingual("这一份没有发现问题。", "Nothing was found in this draft."),
    "keys": Bilingual("快捷键", "Keys"),
    "close": Bilingual("关闭", "Close"),
    "fix": Bilingual("修改", "Fix"),
    "because": Bilingual("为什么这样定级", "Why so safe"),
    "presets": Bilingual("预设", "Presets"),
    "norm": Bilingual("依据", "Norm"),
    "bad": Bilingual("这样的会报告", "Reported"),
    "good": Bilingual("这样的不报告", "Not reported"),
}

KEYS = {
    "j k": Bilingual("下一处、上一处", "next, previous finding"),
    "J K": Bilingual("下一份、上一份文稿", "next, previous draft"),
    "a": Bilingual("采纳修改，再按一次撤回", "accept the fix; again takes it back"),
    "r": Bilingual("不改，再按一次撤回", "refuse it; again takes it back"),
    "i": Bilingual("看这条规则", "the rule's page"),
    "/": Bilingual("查找；Esc 清空", "find; Esc clears"),
    "?": Bilingual("这张表", "this table"),
}

LEVELS = {
    Applicability.SAFE: Bilingual("稳妥：不动文义", "safe: the meaning stays"),
    Applicability.UNSAFE: Bilingual("须过目：多半如此", "look at it: likely meant"),
    Applicability.DISPLAY: Bilingual("只作建议", "a suggestion only"),
}

SIGNS = ("○", "▲", "●")  # hint, warning, error: told apart without colours too

STATES = {
    "": Bilingual("全部", "all"),
    "open": Bilingual("待定", "open"),
    "mendable": Bilingual("有修改可选", "with a fix"),
    "accepted": Bilingual("已采纳", "accepted"),
    "refused": Bilingual("不改", "refused"),
}
