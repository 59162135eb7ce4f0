"""Which message of an editor is answered how."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from lsprotocol import types
from pygls.uris import to_fs_path

from speechlint.server.actions import KINDS, actions_for, resolved
from speechlint.server.commands import COMMANDS
from speechlint.server.conversation import Server
from speechlint.server.drafts import Draft
from speechlint.server.edits import edits_within, safe_edits, text_edits
from speechlint.server.marks import marks_of
from speechlint.server.pages import hover_at
from speechlint.server.settings import wishes_of
from speechlint.server.structure import flat_symbols_of, folds_of, symbols_of

WATCHED = ("**/*.toml", "**/.speechlint-baseline.json")  # configurations, rule packs, baselines
# Asked for before there is a draft, so that the first one need not wait for everything to be loaded.
FIRST = "同志们：\n　　现将有关情况报告如下。\n　　一、基本情况\n"


def serve(lang: str | None = None) -> NoReturn:
    """Serve one editor on standard input and output until it says goodbye; then the process ends.

    `lang` is the language of messages where the editor names none.

    Nothing but messages of the protocol reaches standard output: whatever else is printed goes to standard error.
    """
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING)
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    sys.stdout = sys.stderr
    server = make_server(lang)
    server.start_io(sys.stdin.buffer, out)
    sys.stderr.flush()
    # Nothing is left to write, and a check that still runs must not keep the process alive when the editor is gone.
    os._exit(0 if server.ended else 1)


def make_server(lang: str | None = None) -> Server:
    """A server that has not begun; the editor's first message decides the rest."""
    server = Server(lang)
    for name, command in COMMANDS.items():
        server.command(name)(command)
    for method, (answer, options) in FEATURES.items():
        server.feature(method, options)(answer)
    return server


# --- the conversation -----------------------------------------------------------------------------------------------


def initialize(ls: Server, params: types.InitializeParams) -> None:
    """Stand where the command line would be started, and hear what the client wishes."""
    folders = [folder.uri for folder in params.workspace_folders or ()] + [params.root_uri or ""]
    root = next((path for uri in folders if (path := to_fs_path(uri)) and Path(path).is_dir()), params.root_path)
    if root and Path(root).is_dir():
        os.chdir(root)
    ls.begin(wishes_of(params.initialization_options, ls.lang))
    if ls.pulls:  # what is offered to the client is decided after this
        ls.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, types.DiagnosticOptions(False, False, identifier="speechlint"))(
            diagnostic
        )


def initialized(ls: Server, _params: types.InitializedParams) -> None:
    wishes = ls.checks.settings.wishes
    if wishes.fault is not None:
        ls.say(wishes.fault, types.MessageType.Error)
    ls.spawn(ls.checks.warm(FIRST))
    workspace = ls.client_capabilities.workspace
    if workspace and workspace.did_change_watched_files and workspace.did_change_watched_files.dynamic_registration:
        watchers = [types.FileSystemWatcher(pattern) for pattern in WATCHED]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        registration = types.Registration("speechlint-watched", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        ls.client_register_capability(types.RegistrationParams([registration]))


def shutdown(ls: Server, _params: None) -> None:
    ls.end()


# --- drafts ---------------------------------------------------------------------------------------------------------


def did_open(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    item = params.text_document
    encoding = str(getattr(ls.workspace.position_encoding, "value", ls.workspace.position_encoding))
    ls.checks.put(Draft(item.uri, item.language_id, item.version, item.text, encoding))
    ls.check_now(item.uri)


def did_change(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    uri, version = params.text_document.uri, params.text_document.version
    ls.checks.put(ls.checks.drafts[uri].changed(params.content_changes, version))
    ls.check_soon(uri)


def did_save(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
    """Not every editor watches files: a configuration may have changed unseen."""
    ls.check_now(params.text_document.uri)
    ls.spawn(ls.renew_if_stale())


def did_close(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    ls.checks.drop(params.text_document.uri)
    ls.take_back(params.text_document.uri)


# --- configurations -------------------------------------------------------------------------------------------------


def did_change_watched_files(ls: Server, _params: types.DidChangeWatchedFilesParams) -> None:
    ls.spawn(ls.renew())


def did_change_configuration(ls: Server, params: types.DidChangeConfigurationParams) -> None:
    ls.spawn(_follow(ls, params.settings))


async def _follow(ls: Server, settings: Any) -> None:
    """What the editor's settings say now. Whether files are trusted is no setting: a workspace could set it itself."""
    workspace = ls.client_capabilities.workspace
    if settings is None and workspace and workspace.configuration:
        item = types.ConfigurationItem(section="speechlint")
        (settings,) = await ls.workspace_configuration_async(types.ConfigurationParams([item]))
    wishes = wishes_of(settings, ls.lang)._replace(trusted=ls.checks.settings.wishes.trusted)
    if wishes.fault is not None:
        ls.say(wishes.fault, types.MessageType.Error)
    await ls.renew(wishes)


# --- answers --------------------------------------------------------------------------------------------------------


async def diagnostic(ls: Server, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
    uri = params.text_document.uri
    if uri not in ls.checks.drafts:
        return types.RelatedFullDocumentDiagnosticReport(items=[])
    checked = await ls.checked(uri)
    number = str(checked.number)
    if params.previous_result_id == number:
        return types.RelatedUnchangedDocumentDiagnosticReport(result_id=number)
    return types.RelatedFullDocumentDiagnosticReport(items=marks_of(checked), result_id=number)


async def code_action(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    return actions_for(await ls.checked(params.text_document.uri), params, ls.client)


async def resolve(ls: Server, action: types.CodeAction) -> types.CodeAction:
    uri = action.data.get("uri") if isinstance(action.data, dict) else None
    return resolved(await ls.checked(uri), action, ls.client) if uri in ls.checks.drafts else action


async def formatting(ls: Server, params: types.DocumentFormattingParams) -> list[types.TextEdit]:
    checked = await ls.checked(params.text_document.uri)
    return text_edits(checked.draft, await ls.checks.run(safe_edits, checked))


async def range_formatting(ls: Server, params: types.DocumentRangeFormattingParams) -> list[types.TextEdit]:
    checked = await ls.checked(params.text_document.uri)
    return text_edits(checked.draft, edits_within(checked, checked.draft.positions.span(params.range)))


async def hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    document = ls.client_capabilities.text_document
    kinds = (document.hover.content_format if document and document.hover else None) or [types.MarkupKind.PlainText]
    markdown = kinds[0] == types.MarkupKind.Markdown
    return hover_at(await ls.checked(params.text_document.uri), params.position, markdown=markdown)


async def document_symbol(
    ls: Server, params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol] | list[types.SymbolInformation]:
    document = ls.client_capabilities.text_document
    tree = document and document.document_symbol and document.document_symbol.hierarchical_document_symbol_support
    checked = await ls.checked(params.text_document.uri)
    return await ls.checks.run(symbols_of if tree else flat_symbols_of, checked)


async def folding_range(ls: Server, params: types.FoldingRangeParams) -> list[types.FoldingRange]:
    return await ls.checks.run(folds_of, await ls.checked(params.text_document.uri))


FEATURES: dict[str, tuple[Callable[..., Any], Any]] = {
    types.INITIALIZE: (initialize, None),
    types.INITIALIZED: (initialized, None),
    types.SHUTDOWN: (shutdown, None),
    types.TEXT_DOCUMENT_DID_OPEN: (did_open, None),
    types.TEXT_DOCUMENT_DID_CHANGE: (did_change, None),
    types.TEXT_DOCUMENT_DID_SAVE: (did_save, None),
    types.TEXT_DOCUMENT_DID_CLOSE: (did_close, None),
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: (did_change_watched_files, None),
    types.WORKSPACE_DID_CHANGE_CONFIGURATION: (did_change_configuration, None),
    types.TEXT_DOCUMENT_CODE_ACTION: (code_action, types.CodeActionOptions(list(KINDS), resolve_provider=True)),
    types.CODE_ACTION_RESOLVE: (resolve, None),
    types.TEXT_DOCUMENT_FORMATTING: (formatting, None),
    types.TEXT_DOCUMENT_RANGE_FORMATTING: (range_formatting, None),
    types.TEXT_DOCUMENT_HOVER: (hover, None),
    types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: (document_symbol, None),
    types.TEXT_DOCUMENT_FOLDING_RANGE: (folding_range, None),
}
