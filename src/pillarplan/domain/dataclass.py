"""Frozen dataclasses whose methods are written once somebody looks for them.

The standard library writes and compiles six methods of a dataclass as soon as it is
defined.  A command defines fifty to eighty of them and calls few of their methods, yet
that was a quarter of all that it did before its first line.  Here classes are the same,
but each method is written when it is first looked for.
"""

import dataclasses
from collections.abc import Callable, Iterable
from dataclasses import MISSING, Field
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:  # so that checkers know this one as well as the standard one
    from dataclasses import dataclass as dataclass
else:

    def dataclass(
        *, frozen: bool, slots: bool = False, kw_only: bool = False
    ) -> Callable[[type], type]:
        """Return the decorator that the standard one of this name would be."""
        assert frozen, "values that change are best left to the standard library"
        decorate = dataclasses.dataclass(
            init=False, repr=False, eq=False, slots=slots, kw_only=kw_only
        )
        return lambda cls: _with_late_methods(decorate(cls))


METHODS = ("__init__", "__repr__", "__eq__", "__hash__")
"""What is written late."""


def _with_late_methods(cls: Any) -> Any:
    cls.__setattr__ = cls.__delattr__ = _refuse
    cls.__getstate__, cls.__setstate__ = _values, _restore
    for name in METHODS:
        setattr(cls, name, _Late(cls, name))
    return cls


def _values(self: Any) -> list[Any]:
    """Return what a copy is made of, in this process or in another."""
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _restore(self: Any, values: list[Any]) -> None:
    """Give a copy its values, past what refuses every other change."""
    for field, value in zip(dataclasses.fields(self), values, strict=True):
        object.__setattr__(self, field.name, value)


class _Late:
    """Stands for a method in a class, and makes way for it when it is looked for."""

    def __init__(self, owner: type, name: str) -> None:
        self._owner = owner
        self._name = name

    def __get__(self, instance: object, cls: type) -> Any:
        owner, name = self._owner, self._name
        write = _written_init if name == "__init__" else _written_by_the_library
        setattr(owner, name, write(owner, name))
        return getattr(cls if instance is None else instance, name)


def _written_by_the_library(owner: type, name: str) -> Any:
    """Return a method as the standard library writes it for a class of these fields."""
    twin = dataclasses.make_dataclass(
        owner.__qualname__,
        [(field.name, field.type, field) for field in dataclasses.fields(owner)],
        namespace={"__doc__": owner.__doc__},  # else it is written, and that is slow
        init=False,
        repr=name == "__repr__",
        eq=name == "__eq__",
        unsafe_hash=name == "__hash__",
    )
    return vars(twin)[name]


def _written_init(owner: Any, name: str) -> Any:
    """Return ``__init__``, in as few lines as will do, since compiling takes long.

    Not by the library, which would write two methods more for a class that is frozen.
    The default MISSING stands for a value that is made when it is needed.
    """
    fields = [field for field in dataclasses.fields(owner) if field.init]
    places = [each for each in fields if not each.kw_only]
    keywords = [each for each in fields if each.kw_only]
    names = ["self", *_names(places), *(["*"] if keywords else []), *_names(keywords)]
    lines = [
        f"def {name}({', '.join(names)}):",
        f"for _name, _value in zip(_names, ({''.join(map(_given, fields))})):",
        "    _set(self, _name, _value)",
    ]
    if hasattr(owner, "__post_init__"):
        lines.append("self.__post_init__()")
    scope: dict[str, Any] = {
        f"_make_{each.name}": each.default_factory for each in fields
    }
    scope |= {"_names": _names(fields), "_set": object.__setattr__, "_MISSING": MISSING}
    exec("\n    ".join(lines), scope)
    init = scope[name]
    init.__defaults__ = tuple(each.default for each in places if _may_lack(each))
    init.__kwdefaults__ = {
        each.name: each.default for each in keywords if _may_lack(each)
    }
    init.__qualname__ = f"{owner.__qualname__}.{name}"
    init.__annotations__ = {each.name: each.type for each in fields} | {"return": None}
    return init


def _names(fields: Iterable[Field[Any]]) -> tuple[str, ...]:
    return tuple(field.name for field in fields)


def _given(field: Field[Any]) -> str:
    """Return, as code, what a field gets: what is given, or a value made just now."""
    if field.default_factory is MISSING:
        return f"{field.name}, "
    return f"_make_{field.name}() if {field.name} is _MISSING else {field.name}, "


def _may_lack(field: Field[Any]) -> bool:
    return field.default is not MISSING or field.default_factory is not MISSING


def _refuse(self: object, name: str, *_: object) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot change {name!r}")
