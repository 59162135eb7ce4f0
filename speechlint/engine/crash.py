"""What is said of a rule or a plugin that raises: a finding that names it, and how to go on."""

from __future__ import annotations

from pathlib import Path

from speechlint.findings.bilingual import Bilingual, Language
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.ours import CRASHED, PLUGIN_CRASHED
from speechlint.rulepack.errors import PatternError
from speechlint.text.span import Span


def rule_crash(rule: str, error: Exception, language: Language) -> Diagnostic:
    """The finding for a rule that raised `error`; a pattern that was stopped is its writer's matter, not a bug."""
    if isinstance(error, PatternError):
        message = Bilingual(
            f"规则 {rule} 没有查完：{error.zh}。请简化规则文件 {rule}.toml 里的表达式，或用 ignore 关闭这条规则。",
            f"rule {rule} did not finish: {error.en}. Simplify the expression in its rule file {rule}.toml, "
            "or ignore the rule.",
        )
    else:
        message = Bilingual(
            f"规则 {rule} 出错，没有查完：{_said(error)}。可用 ignore 关闭它，并请报告此问题。",
            f"rule {rule} failed and did not finish: {_said(error, ' ')}. Ignore it for now, and report this.",
        )
    return Diagnostic(CRASHED, Span(0, 0), message.into(language), Severity.ERROR)


def plugin_crash(plugin: str, error: Exception, language: Language) -> Diagnostic:
    """The finding for a plugin whose `speechlint_quiet_spans` raised `error`."""
    message = Bilingual(
        f"插件 {plugin} 的 speechlint_quiet_spans 出错，它要放过的地方不明，本稿不作修改：{_said(error)}。"
        "升级这个插件，或从 plugins 中删去。",
        f"speechlint_quiet_spans of plugin {plugin} failed; what it leaves alone is not known, so nothing is mended: "
        f"{_said(error, ' ')}. "
        "Upgrade the plugin, or take it out of plugins.",
    )
    return Diagnostic(PLUGIN_CRASHED, Span(0, 0), message.into(language), Severity.ERROR)


def _said(error: Exception, space: str = "") -> str:
    """The error, with the file and line that raised it."""
    step = error.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    place = f"{Path(step.tb_frame.f_code.co_filename).name}:{step.tb_lineno}" if step else "?"
    return f"{type(error).__name__}: {error}" + (f" ({place})" if space else f"（{place}）")
