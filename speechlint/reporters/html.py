"""A page for a browser: the drafts with their findings, to be read, decided on and printed, without any server.

All of it is one file. Its policy allows its own script and style, by their digests, and no request to anywhere.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from types import SimpleNamespace
from typing import TYPE_CHECKING

from speechlint.reporters.html_data import pieces_of_data
from speechlint.reporters.html_words import KEYS, WORDS
from speechlint.reporters.registry import Run

if TYPE_CHECKING:
    from jinja2 import Environment

SCRIPTS = ("model.js", "list.js", "draft.js", "panel.js", "view.js", "decide.js", "main.js")


class Html:
    name = "html"

    def pieces(self, run: Run) -> Iterable[str]:
        from jinja2 import Environment, PackageLoader
        from markupsafe import Markup

        place = Environment(
            loader=PackageLoader("speechlint.reporters", "html_page"), autoescape=True, keep_trailing_newline=True
        )
        style = _file("report.css", place)
        script = '"use strict";\n(() => {\n' + "\n".join(_file(name, place) for name in SCRIPTS) + "})();\n"
        return place.get_template("report.html").generate(
            lang="en" if run.language == "en" else "zh",
            version=run.version,
            policy=_policy(style, script),
            words=SimpleNamespace(**{name: said.into(run.language) for name, said in WORDS.items()}),
            keys=[(key, said.into(run.language)) for key, said in KEYS.items()],
            style=Markup(style),
            script=Markup(script),
            data=map(Markup, pieces_of_data(run)),
        )


HTML = Html()


def _file(name: str, place: Environment) -> str:
    """One of our own files, with the line ends that a browser gives it: the policy's digests are of what it sees."""
    assert place.loader is not None
    return place.loader.get_source(place, name)[0].replace("\r\n", "\n")


def _policy(style: str, script: str) -> str:
    """Nothing may be loaded, sent or framed; of scripts and styles only these two run."""

    def digest(text: str) -> str:
        return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

    rules = {
        "default-src": "'none'",
        "script-src": digest(script),
        "style-src": digest(style),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())
