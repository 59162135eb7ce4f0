"""Named tuples that cost little to define.

`typing.NamedTuple` compiles a constructor for each class, and every annotation: all those of a short run take longer
than its check. Here the constructor of a class, the same as there, is made with the first tuple; its code is compiled
once for all classes of so many fields.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from collections import _tuplegetter
    from functools import cache
    from types import CodeType, FunctionType

    class _Definition(type):
        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            if bases == (tuple,):
                return super().__new__(cls, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"{name}: a field without a default stands behind one with a default")
            body |= {field: _tuplegetter(place, "") for place, field in enumerate(fields)}
            body |= {"__slots__": (), "__match_args__": fields, "_fields": fields, "_field_defaults": defaults}
            return super().__new__(cls, name, bases, body)

    class NamedTuple(tuple, metaclass=_Definition):
        """What `typing.NamedTuple` is, for classes that are never themselves inherited from."""

        __slots__ = ()

        def __new__(cls, /, *values: Any, **named: Any) -> Any:
            cls.__new__ = staticmethod(_constructor(cls._fields, cls._field_defaults))
            return cls.__new__(cls, *values, **named)

        @classmethod
        def _make(cls, values: Any) -> Any:
            return cls(*values)

        def _replace(self, /, **named: Any) -> Any:
            return type(self)(**self._asdict() | named)

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            fields = ", ".join(f"{name}={value!r}" for name, value in self._asdict().items())
            return f"{type(self).__name__}({fields})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

    def _constructor(fields: tuple[str, ...], defaults: dict[str, Any]) -> Any:
        code = _code(len(fields)).replace(co_varnames=("cls", *fields))
        return FunctionType(code, {"make": tuple.__new__}, "__new__", tuple(defaults.values()))

    @cache
    def _code(count: int) -> CodeType:
        """What makes a tuple of so many values: compiled once, for to give it other names takes no time."""
        names = ", ".join(f"_{place}" for place in range(count))
        make: Any = eval(f"lambda cls, {names}: make(cls, ({names},))", {})
        return make.__code__
