"""Which keys a map may have, by the model that reads it."""

from collections.abc import Sequence
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pillarplan.reading.written import Written


def keys_at(model: Any, path: Sequence[str | int]) -> tuple[str, ...]:
    """Return the keys that the map at `path` may have; none if it is not a model."""
    kinds = _alternatives(model)
    for step in path:
        kinds = [inner for kind in kinds for inner in _inside(kind, step)]
    return tuple(key for kind in kinds if _is_model(kind) for key in _keys(kind))


def _keys(model: type[Written]) -> dict[str, Any]:
    fields = model.model_fields.items()
    return {field.alias or name: field.annotation for name, field in fields}


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Written)


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
