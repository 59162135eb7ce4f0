"""What the commands of `corpus` cannot do without."""

from __future__ import annotations

from speechlint.cli.usage import UsageError


def require_pyarrow() -> None:
    """Raises UsageError where pyarrow is not installed."""
    try:
        import pyarrow  # noqa: F401
    except ImportError as error:
        raise UsageError(
            "corpus 要用 pyarrow：pip install 'speechlint[corpus]'",
            "corpus needs pyarrow: pip install 'speechlint[corpus]'",
        ) from error
