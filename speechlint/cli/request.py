"""What the user asked `check` to do, and the way to whoever does it. Needs no click."""

from __future__ import annotations

from typing import Any

from speechlint.cli.console import Console
from speechlint.cli.selection import Selection, selection_of
from speechlint.cli.usage import UsageError
from speechlint.findings.bilingual import Language
from speechlint.findings.diagnostic import Severity
from speechlint.text.named_tuple import NamedTuple


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


def request_of(paths: tuple[str, ...], severity: str, keys: dict[str, Any]) -> Request:
    """The request in the values of all options, by their names. Raises UsageError for what makes no sense together."""
    selection = selection_of(keys)
    request = Request(paths=paths or (".",), selection=selection, severity=Severity[severity.upper()], **keys)
    _check(request)
    return request


def carry_out(request: Request, language: Language) -> int:
    """Do it. Gives the exit status."""
    console = Console(language, request.color, request.quiet)
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
