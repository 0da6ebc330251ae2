"""JSON Schemas by name: of files, for editors, and of what else there is."""

import json
from collections.abc import Callable, Collection, Mapping
from typing import Any

from pillarplan.domain.bounds import TOP_LEVEL
from pillarplan.errors import InvalidInputError, UsageError
from pillarplan.services.workspace import Workspace

MakeSchema = Callable[[], dict[str, Any]]

FILES = ("knowledge", "part", "overlay", "ratings", "checkin", "mapping")
"""The kinds of file that have a schema; known without any of their models."""


def schema(workspace: Workspace, name: str, more: Mapping[str, MakeSchema]) -> str:
    """Return a JSON Schema as text; levels are those of the base in use.

    `more` makes those of a front end: of its settings and its answers.
    Raises UsageError if there is none of this name.
    """
    # Imported here, since it takes all models that there are.
    from pillarplan.services.forms.file_schemas import FILE_SCHEMAS

    if name in more:
        made = more[name]()
    elif name in FILE_SCHEMAS:
        made = FILE_SCHEMAS[name](*_levels(workspace))
    else:
        known = ", ".join((*FILE_SCHEMAS, *more))
        raise UsageError(f"There is no schema {name!r}. There are: {known}.")
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def _levels(workspace: Workspace) -> tuple[int, Collection[str]]:
    """Return the highest level, and the names of all.

    To mend a broken base, of which neither is known, takes its schema as well.
    """
    try:
        scale = workspace.knowledge.scale()
    except InvalidInputError:
        return TOP_LEVEL, ()
    return scale.top, scale.names.values()
