"""What is read without click is read as click reads it."""

from __future__ import annotations

import click
import pytest

from speechlint.cli.check import command
from speechlint.cli.plain import CHOICES, FLAGS, LISTS, OTHERS, SHORT, VALUES, plain_keys

PLAIN = [
    "",
    "a.txt",
    "-",
    "a.txt b -q",
    "--quiet a.txt --isolated",
    "--select a,b --select=c --ignore d --extend-select e a.txt",
    "--config x.toml --config key=value",
    "--severity error --color never --lang en --lang=zh",
    "--severity=warning --output-format json --output-format=html --output-file= x",
    "--output-file report.html --stdin-filename a.md --encoding gbk -",
    " ".join(sorted(FLAGS)),
    "文稿 --ignore 甲=乙",
]
LEFT_TO_CLICK = [
    "--help",
    "--nope",
    "-x",
    "-qq",
    "-j 2",
    "--jobs 2",
    "--preset strict",
    "--select",
    "--select -x",
    "--select=-x",
    "--severity grave",
    "--severity",
    "--color=ALWAYS",
    "--fix=yes",
    "--sel a",
    "-- a.txt",
    "--lang fr",
]


@pytest.mark.parametrize("line", PLAIN)
def test_plain_arguments_are_read_as_click_reads_them(line: str) -> None:
    arguments = line.split(" ") if line else []
    assert plain_keys(arguments) == command.make_context("check", list(arguments)).params


@pytest.mark.parametrize("line", LEFT_TO_CLICK)
def test_the_rest_is_left_to_click(line: str) -> None:
    assert plain_keys(line.split(" ")) is None


def test_every_option_is_known() -> None:
    options = [param for param in command.params if isinstance(param, click.Option)]
    assert {each.opts[0] for each in options if each.is_flag} == FLAGS
    assert {each.opts[0] for each in options if each.multiple} == LISTS
    single = {each.opts[0]: each for each in options if not each.is_flag and not each.multiple}
    assert single.keys() == VALUES.keys() | OTHERS.keys()
    bare = command.make_context("check", []).params
    assert {name: bare[str(single[name].name)] for name in single} == VALUES | OTHERS
    checked = {
        name: frozenset(each.type.choices) for name, each in single.items() if isinstance(each.type, click.Choice)
    }
    assert {name: choices for name, choices in checked.items() if name not in OTHERS} == CHOICES
    assert {short: each.opts[0] for each in options if each.is_flag for short in each.opts[1:]} == SHORT
