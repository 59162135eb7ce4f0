"""Properties that are worked out at the first question, without the lock that Python 3.11 takes for each of them.

A document has some forty views, and taking the lock costs more than the call. Without it two threads may both work one
out, as they may from Python 3.12 on; the values are equal.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING or sys.version_info >= (3, 12):
    from functools import cached_property as cached_property
else:

    class cached_property:  # noqa: N801 - as in functools
        """What `functools.cached_property` is, for classes whose instances have a `__dict__`."""

        def __init__(self, make: Any) -> None:
            self._make = make
            self.__doc__ = make.__doc__

        def __set_name__(self, owner: type, name: str) -> None:
            self._name = name

        def __get__(self, instance: Any, owner: type | None = None) -> Any:
            if instance is None:
                return self
            value = instance.__dict__[self._name] = self._make(instance)
            return value
