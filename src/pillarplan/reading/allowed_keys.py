"""Which keys a map may have, by the model that it becomes."""

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pillarplan.domain.bounds import spelling


def keys_at(model: Any, path: Sequence[str | int]) -> tuple[str, ...]:
    """Return the keys that the map at `path` may have; none if it is not a model."""
    kinds = _alternatives(model)
    for step in path:
        kinds = [inner for kind in kinds for inner in _inside(kind, step)]
    return tuple(key for kind in kinds if _is_model(kind) for key in _keys(kind))


@cache
def _keys(model: Any) -> dict[str, Any]:
    hints = get_type_hints(model, include_extras=True)
    return {spelling(field.name): hints[field.name] for field in fields(model)}


def _is_model(kind: Any) -> bool:
    return is_dataclass(kind)


def _inside(kind: Any, step: str | int) -> list[Any]:
    """Return what may stand at one step below a value of this kind."""
    if _is_model(kind):
        return _alternatives(_keys(kind).get(str(step)))
    arguments = get_args(kind)
    return _alternatives(arguments[0 if isinstance(step, int) else -1 :][:1])


def _alternatives(kind: Any) -> list[Any]:
    """Return the members of a union, without annotations."""
    if isinstance(kind, tuple):
        return [each for member in kind for each in _alternatives(member)]
    if get_origin(kind) is Annotated:
        return _alternatives(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return _alternatives(get_args(kind))
    return [] if kind is None or kind is type(None) else [kind]
