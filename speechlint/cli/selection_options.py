"""The options that decide which rules run under which configuration; `check` and `baseline` share them."""

from __future__ import annotations

from typing import get_args

import click

from speechlint.cli.commands import option, options
from speechlint.config.schema import Preset
from speechlint.findings.bilingual import Bilingual

RULES = Bilingual("规则与配置", "Rules and configuration")

config_options = options(
    option(
        "--config",
        multiple=True,
        metavar="FILE|'key=value'",
        under=RULES,
        zh="用这个配置文件，或改一个键；可多次",
        en="use this configuration file, or set a key; repeatable",
    ),
    option("--isolated", is_flag=True, under=RULES, zh="不读任何配置文件", en="read no configuration"),
    option(
        "--lang",
        type=click.Choice(["zh", "en"]),
        under=RULES,
        zh="消息的语言（默认 zh）",
        en="language of messages (default zh)",
    ),
)
preset_option = option(
    "--preset",
    type=click.Choice(get_args(Preset)),
    metavar="NAME",
    under=RULES,
    zh=f"文稿的种类：{'、'.join(get_args(Preset))}",
    en=f"kind of draft: {', '.join(get_args(Preset))}",
)
selection_options = options(
    option(
        "--select",
        multiple=True,
        metavar="ID,…",
        under=RULES,
        zh="只查这些规则或类别（all 为全部）",
        en="check only these rules or families (all: every one)",
    ),
    option("--extend-select", multiple=True, metavar="ID,…", under=RULES, zh="另外再查这些", en="check these too"),
    option("--ignore", multiple=True, metavar="ID,…", under=RULES, zh="不查这些", en="do not check these"),
    preset_option,
    config_options,
    option(
        "--encoding",
        metavar="NAME",
        under=RULES,
        zh="文稿的编码（不给则自动判断）",
        en="the drafts' encoding (found out by default)",
    ),
)
