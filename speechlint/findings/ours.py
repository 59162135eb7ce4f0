"""The findings that the program itself gives, not a rule: about files, plugins and suppression comments."""

from __future__ import annotations

from speechlint.findings.bilingual import Bilingual

CRASHED = "speechlint/rule-crashed"
PLUGIN_CRASHED = "speechlint/plugin-crashed"
UNREADABLE = "speechlint/unreadable-file"
UNUSED = "speechlint/unused-directive"
UNKNOWN = "speechlint/unknown-directive"

# Each with what it means. All may be ignored; what could not be checked still makes the exit status 2.
OURS = {
    CRASHED: Bilingual("一条规则出错，没有查完。", "A rule failed and did not finish."),
    PLUGIN_CRASHED: Bilingual("一个插件的钩子出错。", "A hook of a plugin failed."),
    UNREADABLE: Bilingual("文件无法读取或解码。", "The file cannot be read or decoded."),
    UNUSED: Bilingual(
        "屏蔽注释没有屏蔽任何问题，可以删去。所屏蔽的规则没有运行时不报告。",
        "A suppression comment silences nothing and can go. It is not reported where the rules it names did not run.",
    ),
    UNKNOWN: Bilingual(
        "屏蔽注释里的指令或规则名写错了。", "A suppression comment names a directive or a rule that does not exist."
    ),
}
