"""speechlint init"""

from __future__ import annotations

from pathlib import Path

import click

from speechlint.cli.commands import command_named, language, option
from speechlint.cli.console import Console
from speechlint.cli.usage import UsageError
from speechlint.engine.write import write_new
from speechlint.findings.bilingual import Bilingual

NAMES = ("speechlint.toml", ".speechlint.toml")
HOOKS = Path(".pre-commit-config.yaml")

TEMPLATE = """\
# speechlint 的配置。离文稿最近的一份生效；去掉行首的 # 即启用该行。
# 编辑器用的 JSON Schema 在安装好的包里：speechlint/config/speechlint.schema.json
# （位置：python -c "import speechlint.config as c; print(*c.__path__)"）

# 文稿的种类：gongwen（默认）、zh-hant（港台繁体）、template（留空的表格、样稿）、
# scraped（从网站收集的文本）、strict（全部规则）、minimal（只报错误）
preset = "gongwen"

# 规则用“类别/名称”，也可只写类别；speechlint rules 列出全部，speechlint explain 讲解一条。
# ignore = ["watermark/template-vocabulary"]
# extend-select = ["watermark/seo-intro"]
# select = ["placeholder", "watermark"]    # 只查这些

# 不查的文件和文件夹，写法同 .gitignore
# exclude = ["archive/", "*.bak.txt"]

# 消息的语言：zh 或 en
# lang = "zh"

# 已知问题的清单，由 speechlint baseline 写成；其中的不再报
# baseline = ".speechlint-baseline.json"

# [severity]                    # 改一条规则或一个类别的级别：hint、warning、error
# "watermark/duplicated-block" = "hint"

# [words]
# allow = ["数据要素×"]         # 本来就对的词
# names = ["某某"]              # 人名、地名、单位名

# [placeholders.values]         # 占位符该填什么：--fix 会填进去
# "X市" = "临江市"

# [per-file-ignores]            # 某些文件不查某些规则
# "templates/*" = ["placeholder"]
"""

HOOK = """\
  - repo: local
    hooks:
      - id: speechlint
        name: speechlint
        entry: speechlint check --force-exclude
        language: system
        files: \\.(txt|text|md|markdown|docx)$
"""


@command_named("init")
@option(
    "--pre-commit",
    is_flag=True,
    zh="把 pre-commit 的条目也写进 .pre-commit-config.yaml",
    en="add the entry to .pre-commit-config.yaml too",
)
@option("--lang", type=click.Choice(["zh", "en"]), zh="消息的语言（默认 zh）", en="language of messages (default zh)")
@click.pass_context
def command(ctx: click.Context, /, pre_commit: bool, lang: str | None) -> int:  # noqa: ARG001 (main has read it)
    console = Console(language(ctx))
    there = next((name for name in NAMES if Path(name).exists()), None)
    if there is None:
        _write(Path(NAMES[0]), TEMPLATE)
        console.report([Bilingual("写好了 speechlint.toml。\n", "speechlint.toml written.\n").into(console.language)])
    elif not pre_commit:
        raise UsageError(f"已有 {there}，没有改动。", f"{there} is there already and was left as it is.")
    if pre_commit:
        console.report([_add_hook().into(console.language) + "\n"])
    elif in_repository():
        offer = Bilingual(
            "提交前自动检查：把下面几行加进 .pre-commit-config.yaml 的 repos，或运行 speechlint init --pre-commit。",
            "To check before each commit, add this to repos in .pre-commit-config.yaml, "
            "or run speechlint init --pre-commit.",
        )
        console.report([f"\n{offer.into(console.language)}\n\n{HOOK}"])
    return 0


def in_repository() -> bool:
    here = Path.cwd()
    return any((folder / ".git").exists() for folder in (here, *here.parents))


def _add_hook() -> Bilingual:
    """Append the entry. Raises UsageError where that would need more than an append."""
    if not HOOKS.exists():
        _write(HOOKS, "repos:\n" + HOOK)
        return Bilingual(f"写好了 {HOOKS}。", f"{HOOKS} written.")
    text = HOOKS.read_text(encoding="utf-8")
    if "speechlint" in text:
        return Bilingual(
            f"{HOOKS} 里已有 speechlint，没有改动。", f"{HOOKS} names speechlint already and was left as it is."
        )
    keys = [line for line in text.split("\n") if line[:1] not in ("", " ", "#", "-", "\t")]
    entries = [line for line in text.split("\n") if line.lstrip().startswith("- repo:")]
    if not keys or not keys[-1].startswith("repos:") or keys[-1].partition(":")[2].strip() or not entries:
        raise UsageError(
            f"{HOOKS} 的写法不能自动添加，没有改动；请把下面几行加进 repos：\n{HOOK}",
            f"{HOOKS} is written in a way that cannot be added to, and was left as it is; add this to repos:\n{HOOK}",
        )
    indent = " " * (len(entries[-1]) - len(entries[-1].lstrip()))
    hook = "".join(indent + line[2:] for line in HOOK.splitlines(keepends=True))
    _write(HOOKS, text.rstrip("\n") + "\n" + hook)
    return Bilingual(f"已加进 {HOOKS}。", f"Added to {HOOKS}.")


def _write(file: Path, text: str) -> None:
    try:
        write_new(str(file), text.encode())
    except OSError as error:
        raise UsageError(
            f"{file}：无法写入：{error.strerror}", f"{file}: cannot be written: {error.strerror}"
        ) from error
