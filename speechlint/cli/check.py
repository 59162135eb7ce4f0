"""speechlint check"""

from __future__ import annotations

from typing import Any

import click

from speechlint.cli.commands import command_named, language, option, options
from speechlint.cli.console import Console
from speechlint.cli.selection import Selection, selection_of, selection_options
from speechlint.cli.usage import UsageError
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Severity
from speechlint.text.named_tuple import NamedTuple

MENDING = Bilingual("修改", "Mending")
REPORT = Bilingual("报告", "Report")
FILES = Bilingual("文件", "Files")

mending_options = options(
    option(
        "--fix",
        is_flag=True,
        under=MENDING,
        zh="改好有把握的（不动文义）",
        en="apply the fixes that cannot change the meaning",
    ),
    option(
        "--unsafe-fixes",
        is_flag=True,
        under=MENDING,
        zh="连同要人过目的修改（与 --fix 或 --diff 同用）",
        en="the likely ones too (with --fix or --diff); look at them afterwards",
    ),
    option(
        "--fix-only", is_flag=True, under=MENDING, zh="只修改，不报告剩下的", en="mend, and do not report what remains"
    ),
    option(
        "--diff",
        is_flag=True,
        under=MENDING,
        zh="显示 --fix 会怎么改，不写文件",
        en="print what --fix would do; write nothing",
    ),
    option(
        "--as-revisions",
        is_flag=True,
        under=MENDING,
        zh="Word 文件：修改写成修订，没有把握的写成批注（与 --fix 同用）",
        en="Word files: fixes as tracked changes, less sure ones as comments (with --fix)",
    ),
    option(
        "--backup",
        is_flag=True,
        under=MENDING,
        zh="改动的文件先留一份 NAME.bak（与 --fix 同用）",
        en="keep each changed file as NAME.bak (with --fix)",
    ),
)
report_options = options(
    option(
        "--output-format",
        metavar="NAME",
        default="text",
        under=REPORT,
        zh="text（默认）、html、concise、json、jsonl、sarif、github、gitlab、junit、checkstyle、rdjson、lsp",
        en="text (default), html, concise, json, jsonl, sarif, github, gitlab, junit, checkstyle, rdjson, lsp",
    ),
    option("--output-file", metavar="FILE", under=REPORT, zh="报告写入文件", en="write the report to a file"),
    option(
        "--severity",
        type=click.Choice(["hint", "warning", "error"]),
        default="hint",
        under=REPORT,
        zh="最低报到哪一级（默认 hint）",
        en="least severity reported (default hint)",
    ),
    option("--statistics", is_flag=True, under=REPORT, zh="只列各规则的次数", en="counts for each rule instead"),
    option(
        "--show-suppressed",
        is_flag=True,
        under=REPORT,
        zh="也列出被抑制的和基线中的",
        en="show suppressed and baselined findings too",
    ),
    option("--quiet", "-q", is_flag=True, under=REPORT, zh="只列问题，不作概述", en="findings only, no overview"),
    option(
        "--color", type=click.Choice(["auto", "always", "never"]), default="auto", under=REPORT, zh="颜色", en="colours"
    ),
    option("--exit-zero", is_flag=True, under=REPORT, zh="有问题也以 0 退出", en="exit 0 although there are findings"),
    option(
        "--watch",
        is_flag=True,
        under=REPORT,
        zh="文件一有改动就重新检查，Ctrl-C 结束",
        en="check again whenever a file changes; Ctrl-C ends it",
    ),
)
file_options = options(
    option(
        "--stdin-filename",
        metavar="NAME",
        under=FILES,
        zh="标准输入（-）当作这个文件",
        en="the file that standard input (-) stands for",
    ),
    option(
        "--force-exclude",
        is_flag=True,
        under=FILES,
        zh="指名的文件也按 exclude 排除",
        en="exclude files that are named, too",
    ),
    option("--no-cache", is_flag=True, under=FILES, zh="不读也不写缓存", en="neither read nor write the cache"),
    option(
        "--jobs",
        "-j",
        type=click.IntRange(min=1),
        metavar="N",
        under=FILES,
        zh="进程数（默认按处理器和文件多少）",
        en="processes (default: as processors and work allow)",
    ),
)


class Request(NamedTuple):
    """What the user asked `check` to do."""

    paths: tuple[str, ...]
    selection: Selection
    fix: bool
    unsafe_fixes: bool
    fix_only: bool
    diff: bool
    as_revisions: bool
    backup: bool
    output_format: str
    output_file: str | None
    severity: Severity
    statistics: bool
    show_suppressed: bool
    quiet: bool
    color: str
    exit_zero: bool
    watch: bool
    stdin_filename: str | None
    force_exclude: bool
    no_cache: bool
    jobs: int | None

    @property
    def mends(self) -> bool:
        return self.fix or self.fix_only or self.diff


@command_named("check")
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@mending_options
@selection_options
@report_options
@file_options
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], severity: str, **keys: Any) -> int:
    selection = selection_of(keys)
    request = Request(paths=paths or (".",), selection=selection, severity=Severity[severity.upper()], **keys)
    _check(request)
    console = Console(language(ctx), request.color, request.quiet)
    if request.watch:
        from speechlint.cli.watch import watch

        return watch(request, console)
    if request.paths == ("-",):
        from speechlint.cli.stdin import check_stdin

        return check_stdin(request, console)
    from speechlint.cli.run import check_files

    return check_files(request, console)


def _check(request: Request) -> None:
    """Refuses what makes no sense together."""
    if request.backup and (request.diff or not request.mends or "-" in request.paths):
        raise UsageError(
            "--backup 要与 --fix 同用：没有改写的文件，就没有旧稿可留。",
            "--backup goes with --fix: where no file is rewritten, there is no old one to keep.",
        )
    if request.as_revisions and not request.fix and not request.fix_only:
        raise UsageError(
            "--as-revisions 要与 --fix 同用：它说的是怎样写修改。",
            "--as-revisions goes with --fix: it says how fixes are written.",
        )
    if request.statistics:
        _check_counts(request.output_format)
    if "-" in request.paths:
        if len(request.paths) > 1:
            raise UsageError(
                "标准输入（-）不能与别的路径一起检查。",
                "Standard input (-) cannot be checked together with other paths.",
            )
        if request.watch:
            raise UsageError("--watch 不能用于标准输入。", "--watch does not go with standard input.")
    elif request.stdin_filename:
        raise UsageError(
            "--stdin-filename 只用于标准输入：路径请写 -。",
            "--stdin-filename is for standard input: give - as the path.",
        )


def _check_counts(output_format: str) -> None:
    from speechlint.reporters.registry import BUILTIN
    from speechlint.reporters.statistics import COUNTED

    if output_format in BUILTIN and output_format not in COUNTED:
        zh, en = "、".join(COUNTED), ", ".join(COUNTED)
        raise UsageError(
            f"--statistics 没有 {output_format} 格式，可用：{zh}。",
            f"--statistics has no format {output_format}; known: {en}.",
        )
