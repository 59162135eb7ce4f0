"""Flags of the test run, and how properties are tried."""

from __future__ import annotations

import signal

import pytest
from hypothesis import settings

# The same examples on every run: a failure is then everybody's, and not one machine's on one day. To look for more, run
# with --hypothesis-profile=default.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


def pytest_configure() -> None:
    """A shell starts what runs in its background deaf to Ctrl-C, and all processes of the tests would be so too."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-fixtures", action="store_true", help="rewrite findings.txt and fixed.txt of every fixture"
    )
