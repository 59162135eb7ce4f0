"""speechlint words"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from speechlint.cli.commands import command_named, language, option
from speechlint.cli.console import Console
from speechlint.cli.selection import Selection, names, selection_of
from speechlint.cli.selection_options import config_options
from speechlint.cli.settings import Settings
from speechlint.cli.word_table import Draft, word_table, word_values
from speechlint.document.model import Document
from speechlint.document.unusual_words import UnusualWord, find_unusual_words
from speechlint.engine.files import Chosen, Collector
from speechlint.engine.setting import SettingError
from speechlint.engine.work import unreadable
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.report import FileReport
from speechlint.formats.bounded import DRAFT, read_bytes, read_stream
from speechlint.reporters.json import encode
from speechlint.reporters.registry import shown_name
from speechlint.reporters.visible import visible

LIST, WRITE = Bilingual("列出", "Listing"), Bilingual("写进配置", "Into the configuration")
EVERY = "all"


@command_named("words")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@option("--names", "only_names", is_flag=True, under=LIST, zh="只列人名", en="list people's names only")
@option(
    "--min-count",
    type=click.IntRange(min=1),
    default=2,
    metavar="N",
    under=LIST,
    zh="至少出现几次才列出（默认 2；人名一次也列）",
    en="how often a word has to occur (default 2; names once)",
)
@option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    under=LIST,
    zh="格式（默认 text）",
    en="format (default text)",
)
@option(
    "--add",
    multiple=True,
    metavar="WORD,…",
    under=WRITE,
    zh="把这些词写进 words.allow，人名写进 words.names；all 为列出的全部",
    en="add these to words.allow, names to words.names; all: every one listed",
)
@option(
    "--stdin-filename",
    metavar="NAME",
    under=LIST,
    zh="标准输入（-）当作这个文件",
    en="the file that standard input (-) stands for",
)
@config_options
@option(
    "--encoding",
    metavar="NAME",
    under=LIST,
    zh="文稿的编码（不给则自动判断）",
    en="the drafts' encoding (found out by default)",
)
@option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", zh="颜色", en="colours")
@click.pass_context
def command(ctx: click.Context, /, **keys: Any) -> int:
    selection = selection_of(keys)
    console = Console(selection.lang or language(ctx), keys["color"])
    reader = _Reader(selection, console)
    drafts = reader.read(keys["files"], keys["stdin_filename"])
    known = {word for draft in drafts for word in (*draft.config.words.allow, *draft.config.words.names)}
    found = [
        word
        for word in find_unusual_words([draft.document for draft in drafts], keys["min_count"])
        if word.text not in known and (word.is_name or not keys["only_names"])
    ]
    wanted = list(dict.fromkeys(names(keys["add"])))
    if reader.troubled and not drafts:
        return 2
    if wanted and drafts:
        _add(wanted, found, drafts, selection, keys["only_names"], console)
    elif keys["output_format"] == "json":
        console.report([encode({"words": word_values(found, drafts)}) + "\n"])
    else:
        console.report(word_table(found, drafts, console))
    return 2 if reader.troubled else 0


class _Reader:
    """Reads drafts; says what cannot be read."""

    def __init__(self, selection: Selection, console: Console) -> None:
        self._settings = Settings(selection, with_baseline=False)
        self._console = console
        self.troubled = False

    def read(self, paths: Sequence[str], stdin_filename: str | None) -> list[Draft]:
        """The drafts in the order of their paths, standard input last."""
        try:
            collected = Collector(self._settings.config_for, self._settings.suffixes).collect(
                [path for path in paths if path != "-"]
            )
            given = [Chosen(stdin_filename or "-", self._settings.config_for(Path(stdin_filename or "-").absolute()))]
        except SettingError as error:
            self._complain(error.said)
            return []
        for problem in collected.problems:
            self._complain(problem)
        read = [self._draft(chosen, stdin=False) for chosen in collected.files]
        if "-" in paths:
            read += [self._draft(chosen, stdin=True) for chosen in given]
        return [draft for draft in read if draft is not None]

    def _draft(self, chosen: Chosen, *, stdin: bool) -> Draft | None:
        name = shown_name(chosen.path, Path.cwd())
        try:
            data = read_stream(sys.stdin.buffer, DRAFT) if stdin else read_bytes(chosen.path, DRAFT)
            source = self._settings.linter(chosen.config).decode(data, chosen.path)
        except (OSError, MemoryError) as error:
            said = unreadable(error)
            self._complain(Bilingual(f"{name}：{said.zh}", f"{name}: {said.en}"))
            return None
        except SettingError as error:
            self._complain(error.said)
            return None
        if isinstance(source, FileReport):
            why = source.kept[0].message
            self._complain(Bilingual(f"{name}：{why}", f"{name}: {why}"))
            return None
        return Draft(name, Document(source), chosen.config)

    def _complain(self, said: Bilingual) -> None:
        self._console.complain(said)
        self.troubled = True


def _add(
    wanted: list[str],
    found: Sequence[UnusualWord],
    drafts: Sequence[Draft],
    selection: Selection,
    only_names: bool,
    console: Console,
) -> None:
    """Write the words into the configuration that holds for the drafts, and say so. Raises UsageError."""
    from speechlint.cli.word_lists import WordLists

    people = {word.text for word in found if word.is_name}
    words = [word.text for word in found] if wanted == [EVERY] else wanted
    lists = WordLists(selection, {draft.config.origin for draft in drafts})
    allowed = [word for word in words if not only_names and word not in people]
    named = [word for word in words if only_names or word in people]
    for said in (*lists.add("allow", allowed), *lists.add("names", named)):
        console.report([visible(said.into(console.language)) + "\n"])
    if not lists.changed:
        nothing = Bilingual("没有要加的词：配置里都有了。", "There is nothing to add: the configuration has them all.")
        console.report([nothing.into(console.language) + "\n"])
