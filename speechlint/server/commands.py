"""What the client may ask to be done: `workspace/executeCommand`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from lsprotocol import types

from speechlint.config.discover import nearest_config
from speechlint.engine.baseline import BaselineError, place_of_baseline
from speechlint.findings.bilingual import Bilingual
from speechlint.plugins.catalogue import RulesById
from speechlint.reporters.registry import BUILTIN, Run, builtin_reporter
from speechlint.server.actions import ALLOW, BASELINE
from speechlint.server.checks import Checked
from speechlint.server.conversation import Server
from speechlint.server.notes import NotedError, add_to_baseline, allow_word
from speechlint.server.pages import page_of

REPORT, EXPLAIN = "speechlint.report", "speechlint.explain"


async def allow(ls: Server, uri: str, word: str) -> None:
    """Add a word to `words.allow` of the draft's configuration."""
    draft = ls.checks.drafts[uri]
    file = nearest_config(Path(draft.name).parent)
    if not await _may_write(ls, file):
        return
    try:
        target = await ls.checks.run(allow_word, word, file, Path.cwd())
    except NotedError as error:
        ls.say(error.said, types.MessageType.Error)
        return
    ls.checks.settings.trust[target] = True
    ls.say(Bilingual(f"“{word}”已写入 {target} 的 words.allow。", f"“{word}” is in words.allow of {target} now."))
    await ls.renew()


async def baseline(ls: Server, uri: str, name: str) -> None:
    """Add a finding, by its fingerprint, to the draft's baseline."""
    draft = ls.checks.drafts[uri]
    if draft.path is None or not await _may_write(ls, nearest_config(draft.path.parent)):
        return
    config = (await ls.checked(uri)).linter.config
    try:
        target = await ls.checks.run(add_to_baseline, draft.path, name, place_of_baseline(config))
    except BaselineError as error:
        ls.say(Bilingual(error.zh, error.en), types.MessageType.Error)
        return
    except NotedError as error:
        ls.say(error.said, types.MessageType.Error)
        return
    ls.say(Bilingual(f"已记入 {target}，以后不再报告。", f"Put into {target}; it is not reported any more."))
    await ls.renew()


async def report(ls: Server, *asked: Any) -> str:
    """The report on a draft, or on all that are open: `[uri [, format]]`; the text format by default."""
    uri = asked[0] if asked and asked[0] else None
    name = asked[1] if len(asked) > 1 and asked[1] in BUILTIN else "text"
    uris = [uri] if uri in ls.checks.drafts else sorted(ls.checks.drafts)
    found = [await ls.checked(each) for each in uris]
    return await ls.checks.run(_report, found, name)


async def explain(ls: Server, rule: str, *asked: Any) -> str:
    """The page of a rule in Markdown, as the configuration of a draft knows it: `rule [, uri]`."""
    uri = asked[0] if asked else next(iter(ls.checks.drafts), None)
    return page_of(await ls.checked(uri), rule) if uri in ls.checks.drafts else ""


COMMANDS: dict[str, Callable[..., Any]] = {ALLOW: allow, BASELINE: baseline, REPORT: report, EXPLAIN: explain}


async def _may_write(ls: Server, file: Path | None) -> bool:
    """Whether a configuration counts, or there is none yet; else what is put down beside it would change nothing."""
    settings = ls.checks.settings
    if file is None or settings.trusts(file):
        return True
    await ls.ask(file)
    if settings.trusts(file):
        return True
    ls.say(
        Bilingual(f"没有写入：{file} 还没有得到信任。", f"Not written: {file} is not trusted."),
        types.MessageType.Warning,
    )
    return False


def _report(found: list[Checked], name: str) -> str:
    rules = RulesById(card for checked in found for card in checked.linter.catalogue.cards)
    language = found[0].linter.config.lang if found else "zh"
    run = Run(tuple(checked.report for checked in found), rules, Path.cwd(), language)
    return "".join(builtin_reporter(name).pieces(run))
