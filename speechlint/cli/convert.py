"""speechlint convert"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from speechlint.cli.commands import command_named, language, option
from speechlint.cli.console import Console
from speechlint.cli.selection import Selection, selection_of
from speechlint.cli.selection_options import config_options
from speechlint.cli.settings import Settings
from speechlint.cli.usage import UsageError
from speechlint.config.schema import Config
from speechlint.engine.convert import Conversion, config_for, convert
from speechlint.engine.linter import Linter
from speechlint.engine.opened import opened_elsewhere
from speechlint.engine.setting import SettingError
from speechlint.engine.work import Done, unreadable
from speechlint.engine.write import RefusedError, replace_file, write_new
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.report import FileReport
from speechlint.formats.bounded import DRAFT, read_bytes, read_stream
from speechlint.formats.errors import EncodeError
from speechlint.formats.registry import format_for
from speechlint.formats.source import Source
from speechlint.lexicon.transcription import TARGETS, Doubt
from speechlint.reporters.registry import shown_name
from speechlint.text.lines import Lines
from speechlint.text.named_tuple import NamedTuple

CONVERSION = Bilingual("转换", "Conversion")
NEAR = 8  # code points shown on either side of a doubtful place


class Request(NamedTuple):
    """What the user asked `convert` to do."""

    files: tuple[str, ...]
    to: str
    selection: Selection
    diff: bool
    output_file: str | None
    stdin_filename: str | None
    quiet: bool


@command_named("convert")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@option(
    "--to",
    type=click.Choice(TARGETS),
    required=True,
    under=CONVERSION,
    zh="转成：hans 简体，hant 繁体，tw 台湾字形和用词，hk 香港字形",
    en="into: hans simplified, hant traditional, tw and hk as Taiwan and Hong Kong write",
)
@option(
    "--diff", is_flag=True, under=CONVERSION, zh="显示会怎么改，不写文件", en="print what would change; write nothing"
)
@option(
    "--output-file",
    metavar="FILE",
    under=CONVERSION,
    zh="写到这个文件，原稿不动",
    en="write there and leave the draft as it is",
)
@option(
    "--stdin-filename",
    metavar="NAME",
    under=CONVERSION,
    zh="标准输入（-）当作这个文件",
    en="the file that standard input (-) stands for",
)
@option("--quiet", "-q", is_flag=True, under=CONVERSION, zh="不列没有把握的地方", en="do not list the doubtful places")
@config_options
@option(
    "--encoding",
    metavar="NAME",
    under=CONVERSION,
    zh="文稿的编码（不给则自动判断）",
    en="the draft's encoding (found out by default)",
)
@click.pass_context
def command(ctx: click.Context, /, **keys: Any) -> int:
    selection = selection_of(keys)
    request = Request(selection=selection, **keys)
    _check(request)
    console = Console(language(ctx), quiet=request.quiet)
    settings = _Settings(selection, request.to)
    return max([_convert(name, request, settings, console) for name in request.files])


class _Settings(Settings):
    """The user's settings, with the rules that a conversion needs in place of those to check by."""

    def __init__(self, selection: Selection, target: str) -> None:
        super().__init__(selection, with_baseline=False)
        self._target = target
        self._changed: dict[int, tuple[Config, Config]] = {}

    def config_for(self, path: Path) -> Config:
        found = super().config_for(path)
        if id(found) not in self._changed:
            self._changed[id(found)] = (found, config_for(found, self._target))
        return self._changed[id(found)][1]


def _check(request: Request) -> None:
    """Refuses what makes no sense together."""
    if len(request.files) > 1 and ("-" in request.files or request.output_file):
        raise UsageError(
            "标准输入（-）和 --output-file 都只能用于一个文件。",
            "Standard input (-) and --output-file go with one file only.",
        )
    if request.stdin_filename and request.files != ("-",):
        raise UsageError(
            "--stdin-filename 只用于标准输入：文件请写 -。",
            "--stdin-filename is for standard input: give - as the file.",
        )
    if request.diff and request.output_file:
        raise UsageError(
            "--diff 不写文件，不能与 --output-file 同用。", "--diff writes nothing; leave --output-file out."
        )


def _convert(name: str, request: Request, settings: _Settings, console: Console) -> int:
    """Convert one file. Gives its exit status; what is wrong has been said."""
    path = (request.stdin_filename or "-") if name == "-" else name
    if (reason := opened_elsewhere(path)) is not None:
        return _failed(path, reason, console)
    try:
        data = read_stream(sys.stdin.buffer, DRAFT) if name == "-" else read_bytes(name, DRAFT)
        linter = settings.linter(settings.config_for(Path(os.path.abspath(path))))
    except SettingError as error:
        console.complain(error.said)
        return 2
    except IsADirectoryError:
        return _failed(path, Bilingual("是文件夹，请指明文件", "is a folder; name the files"), console)
    except (OSError, MemoryError) as error:
        return _failed(path, unreadable(error), console)
    source = linter.decode(data, path)
    if isinstance(source, FileReport):
        said = source.kept[0].message
        return _failed(path, Bilingual(said, said), console)
    conversion = convert(linter, source, request.to)
    try:
        converted = format_for(path, linter.catalogue.formats).render(conversion.source, ())
        _give(name, data, converted, linter, request, source)
    except EncodeError as error:
        return _failed(path, Bilingual(error.zh, error.en), console)
    except RefusedError as refusal:
        return _failed(path, refusal.reason, console)
    console.say(*_told(path, source, conversion))
    return 0


def _give(name: str, before: bytes, after: bytes, linter: Linter, request: Request, source: Source) -> None:
    """Put the converted draft where the user wants it. Raises RefusedError and UsageError."""
    if request.diff:
        from speechlint.cli.diffs import diff_pieces

        done = Done(FileReport(source), mended=after, before=source.text)
        Console().report(diff_pieces(name, done, linter, Console().colored(sys.stdout)))
    elif request.output_file:
        try:
            write_new(request.output_file, after)
        except OSError as error:
            raise UsageError(
                f"--output-file {request.output_file}：无法写入：{error.strerror}",
                f"--output-file {request.output_file}: cannot be written: {error.strerror}",
            ) from error
    elif name == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(after)
        sys.stdout.flush()
    elif after != before:
        replace_file(name, before, after)


def _failed(path: str, reason: Bilingual, console: Console) -> int:
    name = shown_name(path, Path.cwd())
    console.complain(Bilingual(f"{name}：{reason.zh}", f"{name}: {reason.en}"))
    return 2


def _told(path: str, source: Source, conversion: Conversion) -> Iterator[Bilingual]:
    """The doubtful places, and how much changed."""
    name, lines = shown_name(path, Path.cwd()), Lines(source.text)
    for doubt in conversion.doubts:
        row, column = lines.location(doubt.span.start)
        place, around = f"{name}:{row}:{column}:", _around(source.text, doubt)
        zh, en = "”“".join(doubt.others), "”, “".join(doubt.others)
        if doubt.word:
            yield Bilingual(
                f"{place} “{doubt.written}”没有换，台湾有时说“{zh}”：{around}",
                f"{place} “{doubt.written}” was left; Taiwan says “{en}” for some of its senses: {around}",
            )
        else:
            yield Bilingual(
                f"{place} 写作“{doubt.written}”，没有词可以断定，也可能是“{zh}”：{around}",
                f"{place} written “{doubt.written}” with no word to tell; “{en}” may be meant: {around}",
            )
    count, doubts = conversion.changed, len(conversion.doubts)
    yield Bilingual(
        f"{name}：转换 {count} 处，没有把握的 {doubts} 处" + ("，请过目。" if doubts else "。"),
        f"{name}: {count} changes, {doubts} doubtful places" + ("; look at them." if doubts else "."),
    )


def _around(text: str, doubt: Doubt) -> str:
    """The words about the place, which stands in [ ]."""
    start, end = doubt.span
    before = text[max(0, start - NEAR) : start].replace("\r", "\n").rpartition("\n")[2]
    after = text[end : end + NEAR].replace("\r", "\n").partition("\n")[0]
    return f"{before.lstrip()}[{text[start:end]}]{after.rstrip()}"
