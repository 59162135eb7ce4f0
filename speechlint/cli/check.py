"""speechlint check: its options, which plain.py reads too"""

from __future__ import annotations

from typing import Any

import click

from speechlint.cli.commands import command_named, language, option, options
from speechlint.cli.request import carry_out, request_of
from speechlint.cli.selection_options import selection_options
from speechlint.findings.bilingual import Bilingual

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


@command_named("check")
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@mending_options
@selection_options
@report_options
@file_options
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], severity: str, **keys: Any) -> int:
    return carry_out(request_of(paths, severity, keys), language(ctx))
