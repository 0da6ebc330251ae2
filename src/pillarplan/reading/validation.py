"""Plain data as models of the domain, by the strictest reading that pydantic has."""

import json
import re
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter
from pydantic_core import PydanticCustomError, SchemaValidator, ValidationError

from pillarplan.reading.source import MAX_FAULTS
from pillarplan.reading.wording import Complaint, in_plain_words

Model = TypeVar("Model")

A_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
A_WHOLE_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,14}")


def validate(data: Any, model: type[Model]) -> tuple[Model | None, list[Complaint]]:
    """Return the model that the data describe, or all that is wrong with them.

    JSON mode is strict about everything that JSON can tell apart, yet reads dates and
    the words of enums, which have no form of their own there.
    """
    kind: Any = model
    try:
        return _validator(kind).validate_json(json.dumps(data)), []
    except ValidationError as error:
        details = error.errors(include_url=False)[:MAX_FAULTS]
    return None, in_plain_words(details, data, model)


@cache
def adapter_for(model: Any) -> TypeAdapter[Any]:
    """Return the (costly) adapter of a model, made once."""
    return TypeAdapter(model)


@cache
def _validator(model: Any) -> SchemaValidator:
    return SchemaValidator(_stricter(adapter_for(model).core_schema))


def _stricter(schema: Any) -> Any:
    """Let a core schema accept one spelling only of dates and of numbers as keys.

    Pydantic takes digits in quotes for a date (as seconds since 1970), and the keys 1,
    01 and 1.0 for one number, so that one of them would silently win.
    """
    if isinstance(schema, list | tuple):
        return type(schema)(map(_stricter, schema))
    if not isinstance(schema, dict):
        return schema
    stricter = {key: _stricter(value) for key, value in schema.items()}
    if schema.get("type") == "date":
        return _only(A_DATE, "date_type", stricter)
    if schema.get("type") == "dict" and schema["keys_schema"]["type"] == "int":
        keys = _only(A_WHOLE_NUMBER, "int_parsing", stricter["keys_schema"])
        return {**stricter, "keys_schema": keys}
    return stricter


def _only(form: re.Pattern[str], error: str, schema: dict[str, Any]) -> dict[str, Any]:
    def check(value: Any) -> Any:
        if not isinstance(value, str) or not form.fullmatch(value):
            raise PydanticCustomError(error, "")
        return value

    return {
        "type": "function-before",
        "function": {"type": "no-info", "function": check},
        "schema": {**schema, "strict": False},
    }
