"""What the user may do about findings: code actions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lsprotocol import types

from speechlint.engine.fix import edits_of
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic
from speechlint.findings.fix import Applicability, Edit, Fix
from speechlint.findings.ours import OURS
from speechlint.server.checks import Checked
from speechlint.server.edits import edits_of_rule, findings_of, safe_edits, safely_mended, text_edits
from speechlint.server.marks import mark_of
from speechlint.text.span import Span

FIX_ALL = "source.fixAll.speechlint"
KINDS = (types.CodeActionKind.QuickFix, FIX_ALL)
ALLOW, BASELINE = "speechlint.allowWord", "speechlint.addToBaseline"
LONGEST_WORD = 16  # code points of what may be a word

# What is said behind the title of a fix that is not safe.
DOUBTS = {
    Applicability.SAFE: Bilingual("", ""),
    Applicability.UNSAFE: Bilingual("（须过目）", " (unsafe: look at it)"),
    Applicability.DISPLAY: Bilingual("（仅供参考）", " (only a suggestion)"),
}


class Client:
    """What the client can do with code actions."""

    def __init__(self, capabilities: types.ClientCapabilities) -> None:
        document, workspace = capabilities.text_document, capabilities.workspace
        actions = document.code_action if document else None
        support = actions.resolve_support if actions else None
        edits = workspace.workspace_edit if workspace else None
        self.resolves = bool(support and "edit" in support.properties and actions and actions.data_support)
        self.versions = bool(edits and edits.document_changes)

    def edit(self, checked: Checked, edits: Iterable[Edit]) -> types.WorkspaceEdit:
        """The edits for the version of the draft that was checked; an editor refuses them for another."""
        draft, changes = checked.draft, text_edits(checked.draft, edits)
        if not self.versions:
            return types.WorkspaceEdit(changes={draft.uri: changes})
        identifier = types.OptionalVersionedTextDocumentIdentifier(draft.uri, draft.version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(identifier, changes)])


def actions_for(checked: Checked, params: types.CodeActionParams, client: Client) -> list[types.CodeAction]:
    """The actions for the findings that touch the range, the likeliest first, and at last that for the whole draft."""
    found: list[types.CodeAction] = []
    if _wants(params.context.only, types.CodeActionKind.QuickFix):
        here = touching(checked, checked.draft.positions.span(params.range))
        for diagnostic in here:
            found += _mending(checked, diagnostic, client)
        found += _whole_rules(checked, here, client)
        for diagnostic in here:
            found += _sparing(checked, diagnostic)
    if _wants(params.context.only, FIX_ALL):
        found += _whole_draft(checked, client)
    return found


def resolved(checked: Checked, action: types.CodeAction, client: Client) -> types.CodeAction:
    """The action with its edit, made for the draft as it is now."""
    asked: dict[str, Any] = action.data if isinstance(action.data, dict) else {}
    if action.edit is None and asked.get("do") == "rule":
        action.edit = client.edit(checked, edits_of_rule(checked, asked["rule"], Applicability(asked["level"])))
    elif action.edit is None and asked.get("do") == "all":
        action.edit = client.edit(checked, safe_edits(checked))
    return action


def touching(checked: Checked, span: Span) -> list[Diagnostic]:
    """The findings that the span touches: for a cursor, those it stands in or beside."""
    return [found for found in checked.found if found.span.start <= span.end and span.start <= found.span.end]


def _wants(only: Sequence[types.CodeActionKind | str] | None, kind: str) -> bool:
    """Whether the client asks for actions of the kind: a kind that is asked for stands for those below it, too."""
    if only is None:
        return True
    asked = {each.value if isinstance(each, types.CodeActionKind) else each for each in only}
    return any(each in ("", kind) or kind.startswith(f"{each}.") for each in asked)


def _mending(checked: Checked, diagnostic: Diagnostic, client: Client) -> Iterator[types.CodeAction]:
    fixes = [diagnostic.fix] if diagnostic.fix else []
    for fix in (*fixes, *diagnostic.suggestions):
        yield types.CodeAction(
            title=_title(checked, fix),
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[mark_of(checked, diagnostic)],
            is_preferred=fix.applicability is Applicability.SAFE or None,
            edit=client.edit(checked, edits_of(fix, checked.source.newline)),
        )


def _title(checked: Checked, fix: Fix) -> str:
    language = checked.linter.config.lang
    title = " ".join(fix.title.split())
    return title + DOUBTS[fix.applicability].into(language)


def _whole_rules(checked: Checked, here: Sequence[Diagnostic], client: Client) -> Iterator[types.CodeAction]:
    """For each rule that can mend more than what stands here."""
    fixes = {found.rule: found.fix for found in reversed(here) if found.fix}
    for rule, fix in sorted(fixes.items()):
        level = fix.applicability
        count = len(findings_of(checked, rule, level))
        if count < 2:
            continue
        doubt = DOUBTS[level]
        title = Bilingual(
            f"改好全文 {count} 处 {rule}{doubt.zh}", f"mend all {count} findings of {rule} in this file{doubt.en}"
        )
        action = types.CodeAction(
            title=title.into(checked.linter.config.lang),
            kind=types.CodeActionKind.QuickFix,
            data={"uri": checked.draft.uri, "do": "rule", "rule": rule, "level": int(level)},
        )
        yield action if client.resolves else resolved(checked, action, client)


def _whole_draft(checked: Checked, client: Client) -> Iterator[types.CodeAction]:
    if not safely_mended(checked):
        return
    title = Bilingual("改好全文有把握的地方（speechlint）", "mend everything that is safe (speechlint)")
    action = types.CodeAction(
        title=title.into(checked.linter.config.lang),
        kind=FIX_ALL,
        data={"uri": checked.draft.uri, "do": "all"},
    )
    yield action if client.resolves else resolved(checked, action, client)


def _sparing(checked: Checked, diagnostic: Diagnostic) -> Iterator[types.CodeAction]:
    """Ways not to be told of the finding again."""
    if diagnostic.rule in OURS:
        return
    language, uri = checked.linter.config.lang, checked.draft.uri
    word = diagnostic.span.of(checked.draft.text)
    if _is_word(word):
        title = Bilingual(f"“{word}”没有错：加入 words.allow", f"“{word}” is right: add it to words.allow")
        yield _commanding(checked, diagnostic, title.into(language), ALLOW, [uri, word])
    if checked.draft.path is not None:
        zh, en = (f"“{short}”", f"“{short}”: ") if (short := _shortened(word)) else ("", "")
        title = Bilingual(f"{zh}这一处不再报告：记入基线", f"{en}do not report this again: add it to the baseline")
        name = checked.names[id(diagnostic)]
        yield _commanding(checked, diagnostic, title.into(language), BASELINE, [uri, name])


def _commanding(
    checked: Checked, diagnostic: Diagnostic, title: str, command: str, arguments: list[Any]
) -> types.CodeAction:
    return types.CodeAction(
        title=title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[mark_of(checked, diagnostic)],
        command=types.Command(title=title, command=command, arguments=arguments),
    )


def _shortened(text: str) -> str:
    """The words of a finding as a title shows them; empty for what cannot be seen."""
    text = " ".join(text.split())
    text = text if len(text) <= LONGEST_WORD else f"{text[: LONGEST_WORD - 1]}…"
    return text if text.isprintable() else ""


def _is_word(text: str) -> bool:
    return 1 < len(text) <= LONGEST_WORD and text.isprintable() and any(map(str.isalnum, text)) and text.strip() == text
