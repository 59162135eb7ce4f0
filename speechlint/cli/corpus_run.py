"""One run of `corpus`: find the inputs, do them, say what came of it."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from msgspec.structs import replace

from speechlint.cli.console import Console
from speechlint.cli.corpus_progress import CorpusProgress
from speechlint.cli.corpus_summary import NAME as SUMMARY
from speechlint.cli.corpus_summary import write_summary
from speechlint.cli.settings import Settings
from speechlint.cli.usage import UsageError
from speechlint.corpus.engines import engine_named
from speechlint.corpus.errors import CorpusError
from speechlint.corpus.inputs import Kind, find_inputs
from speechlint.corpus.job import job_of, settled
from speechlint.corpus.options import Options, TextFormat
from speechlint.corpus.run import Engine, Meter, Outcome, run
from speechlint.corpus.stores import Order, is_address, lint_store
from speechlint.engine.cores import cores
from speechlint.findings.bilingual import Bilingual

if TYPE_CHECKING:
    from speechlint.cli.corpus import Request

MOST_TOLD = 10


def run_corpus(request: Request, settings: Settings, console: Console) -> int:
    """Do the job. Gives the exit status: findings do not change it. Raises SettingError and UsageError."""
    first = Path(request.paths[0])
    config = settings.config_for(first / "_" if first.is_dir() else first)
    drafts = sorted(settings.suffixes(config))
    options = Options(
        text=request.text,
        id=request.id or "id",
        keep=request.keep,
        config=config,
        clean=request.clean,
        drop_residue=request.drop_residue,
        format=cast(TextFormat, request.text_format),
    )
    _check_summary(request)
    started = time.monotonic()
    if any(map(is_address, (*request.paths, request.output))):
        return _on_store(request, options, console)
    try:
        inputs, remarks = find_inputs(request.paths, drafts, cast("Kind | None", request.kind), without=request.output)
        job = job_of(inputs, options, request.output, request.partition_by, given_id=request.id is not None)
        for remark in remarks:
            console.warn(remark)
        meter = Meter(inputs)
        with CorpusProgress(meter, console.language, quiet=request.quiet):
            outcome = run(job, inputs, _engine(request), meter, overwrite=request.overwrite)
    except CorpusError as error:
        raise UsageError(error.said.zh, error.said.en) from error
    _tell(outcome, request, console, time.monotonic() - started)
    if outcome.now.documents + outcome.before.documents:
        target = request.summary or str(Path(request.output) / SUMMARY)
        write_summary(request.output, target, next(iter(request.partition_by), None), console)
        console.say(Bilingual(f"汇总在 {target}。", f"It is summed up in {target}."))
    return 2 if outcome.trouble else 0


def _check_summary(request: Request) -> None:
    """Before the work, for nobody wants to learn of it afterwards."""
    folder = os.path.dirname(os.path.abspath(request.summary or SUMMARY))
    if not os.path.isdir(folder) and folder != os.path.abspath(request.output):
        raise UsageError(
            f"--summary {request.summary}：没有文件夹 {folder}。",
            f"--summary {request.summary}: there is no folder {folder}.",
        )


def _on_store(request: Request, options: Options, console: Console) -> int:
    """The same where only the engine can reach inputs and output."""
    order = Order(
        paths=request.paths,
        output=request.output,
        kind=request.kind,
        options=replace(options, id=request.id, config=settled(options.config, files=False)),
        partition_by=request.partition_by,
        overwrite=request.overwrite,
    )
    try:
        lint_store(order, request.engine, request.jobs or cores())
    except CorpusError as error:
        raise UsageError(error.said.zh, error.said.en) from error
    console.say(Bilingual(f"结果在 {request.output}。", f"The results are in {request.output}."))
    return 0


def _engine(request: Request) -> Engine:
    return engine_named(request.engine, request.jobs or cores())


def _tell(outcome: Outcome, request: Request, console: Console, seconds: float) -> None:
    now, before = outcome.now, outcome.before
    for remark in outcome.remarks:
        console.warn(remark)
    _complain(outcome.trouble, console)
    speed = now.documents / max(seconds, 0.001)
    done = Bilingual(
        f"检查了 {now.documents:,} 篇（{now.characters:,} 字），{now.findings:,} 处问题；"
        f"用时 {seconds:.1f} 秒，每秒 {speed:,.0f} 篇。结果在 {request.output}。",
        f"{now.documents:,} documents ({now.characters:,} characters), {now.findings:,} findings, in {seconds:.1f} s"
        f" ({speed:,.0f} a second). The results are in {request.output}.",
    )
    if now.documents or not before.documents:
        console.say(done)
    if before.documents:
        console.say(
            Bilingual(
                f"上次已经做完的 {before.documents:,} 篇没有重做。",
                f"{before.documents:,} documents were finished by earlier runs and not done again.",
            )
        )
    failed = now.failed + before.failed
    if failed:
        plural = "s" if failed > 1 else ""
        console.warn(
            Bilingual(
                f"{failed:,} 篇没能查（见结果的 error 列）。",
                f"{failed:,} document{plural} could not be linted (see the column error).",
            )
        )
    if outcome.strange:
        console.warn(
            Bilingual(
                f"结果里还有这次没有给出的 {outcome.strange} 个文件的，原样留着；不要它们就加 --overwrite 重做。",
                f"results of {outcome.strange} files that were not given this time stay in there. To be rid of them,"
                " run again with --overwrite.",
            )
        )


def _complain(trouble: Sequence[Bilingual], console: Console) -> None:
    for said in trouble[:MOST_TOLD]:
        console.complain(said)
    if len(trouble) > MOST_TOLD:
        more = len(trouble) - MOST_TOLD
        console.complain(Bilingual(f"另有 {more} 处没能做。", f"{more} more could not be done."))
