"""Models as plain data and back: the one bridge to JSON and to the journal.

`from_record` trusts its input more than a file reader may: it is for data that the
program wrote itself.  It ignores unknown keys, so that an older program can read what
a newer one of the same major version wrote.
"""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, cast, get_args, get_origin, get_type_hints

from pillarplan.domain.bounds import spelling

Model = TypeVar("Model")


def to_record(value: Any) -> Any:
    """Return `value` as dicts, lists, text, numbers, booleans and None."""
    if is_dataclass(value):
        return {
            spelling(field.name): to_record(getattr(value, field.name))
            for field in fields(value)
        }
    if isinstance(value, Mapping):
        return {str(key): to_record(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [to_record(each) for each in value]
    if isinstance(value, frozenset | set):
        return sorted(to_record(each) for each in value)
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def from_record(model: type[Model], record: Mapping[str, Any]) -> Model:
    """Build a dataclass from what `to_record` made of it.

    Raises KeyError, TypeError or ValueError if a field is missing or does not fit.
    """
    values = {}
    for name, key, kind, required in _shape(model):
        if key in record:
            values[name] = _read(kind, record[key])
        elif required:
            raise KeyError(f"{model.__name__} needs {key!r}")
    return model(**values)


@cache
def _shape(model: type) -> tuple[tuple[str, str, Any, bool], ...]:
    hints = get_type_hints(model)
    return tuple(
        (
            field.name,
            spelling(field.name),
            hints[field.name],
            field.default is MISSING and field.default_factory is MISSING,
        )
        for field in fields(model)
    )


def _read(kind: Any, value: Any) -> Any:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _read(arguments[0], value)
    if origin is UnionType or NoneType in arguments:
        inner = next(each for each in arguments if each is not NoneType)
        return None if value is None else _read(inner, value)
    if origin is tuple:
        inner = arguments[0]
        return tuple(_read(inner, each) for each in value)
    if origin is frozenset:
        return frozenset(_read(arguments[0], each) for each in value)
    if origin is not None and issubclass(origin, Mapping):
        return {_key(arguments[0], k): _read(arguments[1], v) for k, v in value.items()}
    if is_dataclass(kind):
        return from_record(cast(type, kind), value)
    if kind is date:
        return date.fromisoformat(value)
    if issubclass(kind, Enum):
        return kind(value)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, kind):
        raise TypeError(f"{value!r} is not {kind.__name__}")
    return value


def _key(kind: Any, text: str) -> Any:
    plain = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    return plain(text)
