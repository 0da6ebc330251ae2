"""JSON Schemas by name: of files, for editors, and of what else there is."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from pillarplan.errors import UsageError

MakeSchema = Callable[[], dict[str, Any]]

FILES = ("knowledge", "part", "overlay", "ratings", "checkin")
"""The kinds of file that have a schema; known without any of their models."""


def schema(name: str, more: Mapping[str, MakeSchema]) -> str:
    """Return a JSON Schema as text.

    `more` makes those of a front end: of its settings and its answers.
    Raises UsageError if there is none of this name.
    """
    # Imported here, since it takes all models that there are.
    from pillarplan.services.forms.schemas import FILE_SCHEMAS

    known: dict[str, MakeSchema] = {**FILE_SCHEMAS, **more}
    if name not in known:
        raise UsageError(f"There is no schema {name!r}. There are: {', '.join(known)}.")
    return json.dumps(known[name](), indent=2, ensure_ascii=False) + "\n"
