"""JSON Schemas by name: of files, for editors, and of answers, for other programs."""

import json
from functools import partial

from pillarplan.errors import UsageError

FILES = ("knowledge", "part", "overlay", "ratings", "checkin")
"""The kinds of file that have a schema; known without any of their models."""


def schema(name: str) -> str:
    """Return the JSON Schema of a kind of file or of an answer, as text."""
    # Imported here, since it takes all models that there are.
    from pillarplan.services.forms.schemas import FILE_SCHEMAS
    from pillarplan.services.library.answers import ANSWERS, answer_schema

    answers = {f"answer-{kind}": partial(answer_schema, kind) for kind in ANSWERS}
    known = FILE_SCHEMAS | answers
    if name not in known:
        raise UsageError(f"There is no schema {name!r}. There are: {', '.join(known)}.")
    return json.dumps(known[name](), indent=2, ensure_ascii=False) + "\n"
