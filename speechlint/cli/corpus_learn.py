"""speechlint corpus learn"""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import click

from speechlint.cli.commands import Command, language, option
from speechlint.cli.console import Console
from speechlint.cli.corpus_needs import require_pyarrow
from speechlint.cli.usage import UsageError
from speechlint.findings.bilingual import Bilingual, Language

ABOUT = Bilingual(
    "从大量文稿里反复出现的行归纳网站水印规则，写成规则文件供过目",
    "propose watermark rules from the lines that repeat across documents, as a rule file to look through",
)


@click.command("learn", cls=Command, about=ABOUT)
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@option(
    "--output",
    "-o",
    required=True,
    metavar="FILE",
    zh="规则写进这个 .toml；放在规则包里是 watermark/名称.toml",
    en="the .toml to write; in a rule pack it is watermark/NAME.toml",
)
@option(
    "--input-format",
    "kind",
    type=click.Choice(["parquet", "jsonl", "drafts"]),
    zh="只读这一种文件（默认：有表读表，没有就读文稿）",
    en="read files of this kind only (default: tables, or else drafts)",
)
@option("--text", default="text", metavar="COLUMN", zh="放正文的列（默认 text）", en="column of the texts")
@option(
    "--source",
    metavar="COLUMN",
    zh="文稿来源的列（文稿则默认是所在的文件夹）",
    en="column of the documents' sources (of drafts: their folder)",
)
@option(
    "--min-documents",
    "least",
    type=click.IntRange(min=2),
    metavar="N",
    zh="至少在几篇互不相干的文稿里出现（默认 4，或每 2 万篇 1 篇）",
    en="in how many unrelated documents a line must stand (default 4, or one in 20,000)",
)
@option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    zh="进程数（默认：全部核）",
    en="how many processes (default: the cores)",
)
@option("--quiet", is_flag=True, zh="只说出错的事", en="speak of errors only")
@option("--lang", type=click.Choice(["zh", "en"]), zh="说明的语言（默认 zh）", en="language of the notes (default zh)")
@click.pass_context
def command(ctx: click.Context, /, **keys: Any) -> int:
    spoken = cast(Language, keys["lang"] or language(ctx))
    output = Path(keys["output"])
    if output.suffix != ".toml":
        raise UsageError(
            f"--output {output}：文件名应以 .toml 结尾。", f"--output {output}: the name has to end in .toml."
        )
    require_pyarrow()
    from speechlint.corpus.errors import CorpusError

    try:
        count = _learn(output, spoken, keys)
    except CorpusError as error:
        raise UsageError(error.said.zh, error.said.en) from error
    Console(spoken, quiet=keys["quiet"]).say(_said(count, output))
    return 0


def _learn(output: Path, spoken: Language, keys: dict[str, Any]) -> int:
    """How many lines are proposed in the file. Raises CorpusError and UsageError."""
    from speechlint.corpus.inputs import find_inputs
    from speechlint.corpus.learn.pack import pack_text
    from speechlint.corpus.learn.reading import Reader, pool
    from speechlint.corpus.learn.run import learn
    from speechlint.corpus.splits import splits_of
    from speechlint.engine.cores import cores
    from speechlint.engine.write import write_new
    from speechlint.plugins.manager import catalogue

    _make_folder(output)
    drafts = sorted({suffix for kind in catalogue().formats for suffix in kind.suffixes})
    inputs, _ = find_inputs(keys["paths"], drafts, keys["kind"])
    splits = list(splits_of(inputs))
    reader = Reader(keys["text"], keys["source"])
    learned = learn(splits, reader.texts, keys["least"], pool(keys["jobs"] or cores()))
    try:
        write_new(str(output), pack_text(learned, output.stem, spoken).encode())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UsageError(
            f"--output {output}：无法写入：{reason}", f"--output {output}: cannot be written: {reason}"
        ) from error
    return len(learned.proposals)


def _make_folder(output: Path) -> None:
    """The folders of a new pack, before the work begins. Raises UsageError."""
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UsageError(
            f"--output {output}：无法建立文件夹：{reason}", f"--output {output}: its folder cannot be made: {reason}"
        ) from error


def _said(count: int, output: Path) -> Bilingual:
    if not count:
        return Bilingual(f"没有可提的行；{output} 里只有说明。", f"No line to propose; {output} holds notes alone.")
    return Bilingual(
        f"提出 {count} 行，写在 {output}。逐条过目后用 speechlint test {output} 试。",
        f"{count} lines are proposed in {output}. Look through them, then try: speechlint test {output}.",
    )
