"""JSON Schemas by name: of files, for editors, and of answers, for other programs."""

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from pillarplan.errors import UsageError

MakeSchema = Callable[[], dict[str, Any]]

FILES = ("knowledge", "part", "overlay", "ratings", "checkin")
"""The kinds of file that have a schema; known without any of their models."""


def schema(name: str, more: Mapping[str, MakeSchema]) -> str:
    """Return the JSON Schema of a kind of file or of an answer, as text.

    `more` makes those of files that the services do not know, as those of a front end.
    Raises UsageError if there is none of this name.
    """
    # Imported here, since it takes all models that there are.
    from pillarplan.services.forms.schemas import FILE_SCHEMAS
    from pillarplan.services.library.answers import ANSWERS, answer_schema

    answers = {f"answer-{kind}": partial(answer_schema, kind) for kind in ANSWERS}
    known: dict[str, MakeSchema] = {**FILE_SCHEMAS, **more, **answers}
    if name not in known:
        raise UsageError(f"There is no schema {name!r}. There are: {', '.join(known)}.")
    return json.dumps(known[name](), indent=2, ensure_ascii=False) + "\n"
