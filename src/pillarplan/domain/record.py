"""Models as plain data and back: the one bridge to JSON and to the journal.

`from_record` trusts its input more than a file reader may: it is for data that the
program wrote itself.  It ignores unknown keys, so that an older program can read what
a newer one of the same major version wrote.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, time
from enum import Enum
from functools import cache, lru_cache, partial
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, cast, get_args, get_origin

from pillarplan.domain.bounds import FIRST_DAY, LAST_DAY

Model = TypeVar("Model")


def spelling(name: str) -> str:
    """Return how a field is spelt in files and in JSON: ``from_`` is ``from``."""
    return name.rstrip("_")


def to_record(value: Any) -> Any:
    """Return `value` as dicts, lists, text, numbers, booleans and None."""
    kind = type(value)
    if kind in PLAIN:
        return value
    return _writer(kind)(value)  # type: ignore[arg-type]  # a class can be hashed


PLAIN = frozenset({str, int, float, bool, NoneType})
"""What is plain already, as most values are."""

Writer = Callable[[Any], Any]
"""Turns a value of one kind into plain data."""


@cache
def _writer(kind: type) -> Writer:
    """Return what writes values of a kind; made once, since values are many."""
    if is_dataclass(kind):
        keys = tuple((field.name, spelling(field.name)) for field in fields(kind))
        return lambda value: {
            key: to_record(getattr(value, name)) for name, key in keys
        }
    if issubclass(kind, Mapping):
        return lambda value: {str(key): to_record(each) for key, each in value.items()}
    if issubclass(kind, tuple | list):
        return lambda value: list(map(to_record, value))
    if issubclass(kind, frozenset | set):
        return lambda value: sorted(map(to_record, value))
    if issubclass(kind, date):
        return lambda value: value.isoformat()
    if issubclass(kind, time):
        return lambda value: value.isoformat().removesuffix(":00")
    return (
        (lambda value: value.value) if issubclass(kind, Enum) else lambda value: value
    )


def from_record(model: type[Model], record: Mapping[str, Any]) -> Model:
    """Build a dataclass from what `to_record` made of it.

    Raises KeyError, TypeError or ValueError if a field is missing or does not fit.
    """
    if type(record) is not dict and not isinstance(record, Mapping):
        raise TypeError(f"{record!r} is not a map")
    values = {}
    for name, key, kind, read, required in _shape(model):  # type: ignore[arg-type]  # a class can be hashed
        if key in record:
            value = record[key]
            values[name] = value if type(value) is kind else read(value)
        elif required:
            raise KeyError(f"{model.__name__} needs {key!r}")
    return model(**values)


Reader = Callable[[Any], Any]
"""Turns plain data into a value of one kind."""


@cache
def _shape(model: type) -> tuple[tuple[str, str, type | None, Reader, bool], ...]:
    """Return of each field its name, key and reader, and whether it must be there.

    Where its value is plain and of the very kind that is named, it needs no reader.
    """
    return tuple(
        (
            field.name,
            spelling(field.name),
            next((kind for kind in _kinds(field.type) if kind in PLAIN), None),
            _reader(cast(Any, field.type)),
            field.default is MISSING and field.default_factory is MISSING,
        )
        for field in fields(model)
    )


def _kinds(kind: Any) -> tuple[Any, ...]:
    """Return a kind, or what a union such as ``str | None`` is made of."""
    return get_args(kind) if get_origin(kind) is UnionType else (kind,)


@cache
def _reader(kind: Any) -> Reader:
    """Return what reads values of a kind; made once, since records are many."""
    origin, arguments = get_origin(kind), get_args(kind)
    if kind is Any:
        return lambda value: value
    if origin is Literal:
        return partial(_one_of, arguments)
    if origin is UnionType or NoneType in arguments:
        return _reader_of_union(arguments)
    if origin in (tuple, frozenset):
        inner = _reader(arguments[0])
        return lambda value: origin(map(inner, _list(value)))
    if origin is not None and issubclass(origin, Mapping):
        read_key, inner = arguments[0], _reader(arguments[1])
        return lambda value: {read_key(k): inner(v) for k, v in value.items()}
    if is_dataclass(kind):
        return partial(from_record, cast(type, kind))
    if kind is date:
        return read_day
    if kind is time:
        return time.fromisoformat
    if issubclass(kind, Enum):
        return partial(_member, kind, {each.value: each for each in kind})
    if kind is float:
        return _float
    return partial(_exactly, kind)


def _reader_of_union(kinds: tuple[Any, ...]) -> Reader:
    """Return what reads a value or None, or one of several classes by its ``kind``."""
    if NoneType in kinds:
        inner = _reader(next(each for each in kinds if each is not NoneType))
        return lambda value: None if value is None else inner(value)
    readers = {_kind(each): _reader(each) for each in kinds}
    return lambda value: readers[value["kind"]](value)


def _kind(model: Any) -> Any:
    return next(field.default for field in fields(model) if field.name == "kind")


def _one_of(choices: tuple[Any, ...], value: Any) -> Any:
    if value not in choices:
        raise ValueError(f"{value!r} is none of {choices}")
    return value


def _member(kind: type[Enum], members: Mapping[Any, Enum], value: Any) -> Enum:
    # The names are few and are read often; only what is none of them is asked for.
    known = members.get(value) if type(value) is str else None
    return known or kind(value)


@lru_cache(maxsize=4096)  # much is told of each day
def read_day(value: str) -> date:
    """Return the day that `value` says, or raise ValueError if nobody lives on it."""
    day = date.fromisoformat(value)
    if not FIRST_DAY <= day <= LAST_DAY:
        raise ValueError(f"{value!r} is not between {FIRST_DAY} and {LAST_DAY}")
    return day


def _list(value: Any) -> Any:
    if not isinstance(value, list | tuple):
        raise TypeError(f"{value!r} is not a list")
    return value


def _float(value: Any) -> float:
    return float(value) if type(value) is int else _exactly(float, value)


def _exactly(kind: type[Model], value: Any) -> Model:
    # A bool is an int to Python, but not to people.
    if type(value) is not kind:
        raise TypeError(f"{value!r} is not {kind.__name__}")
    return value
