"""TOML that anybody may have written, into tables: the parser of the standard library, and what it does not guard."""

from __future__ import annotations

from typing import Any

POINTS = 200  # in a line: the parser's work on a key grows with the square of its parts


def read_toml(text: str) -> dict[str, Any]:
    """The table that a text writes.

    Raises tomllib.TOMLDecodeError, which ends in `(at line 3, column 5)` or `(at end of document)`, for numbers of
    thousands of digits and hundreds of points in a line too; RecursionError for deeply nested brackets.
    """
    import tomllib

    for row, line in enumerate(text.split("\n"), 1):
        if len(line) > POINTS and line.count(".") > POINTS:
            said = f"more than {POINTS} points in a line; break it into several"
            raise tomllib.TOMLDecodeError(f"{said} (at line {row}, column {line.index('.') + 1})")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except ValueError as error:  # Python turns no text of more than 4300 digits into a number
        raise tomllib.TOMLDecodeError("a number with too many digits (at end of document)") from error
