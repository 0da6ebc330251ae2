"""Looking after a knowledge base: counting, linting, and schemas for editors."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from pillarplan.domain.knowledge.base import KnowledgeBase
from pillarplan.domain.reports.library import Statistics
from pillarplan.errors import InvalidInputError, UsageError
from pillarplan.knowledge.base.builtin import bundled_path
from pillarplan.knowledge.base.loading import load
from pillarplan.knowledge.checking import lint as linting
from pillarplan.knowledge.checking.statistics import statistics
from pillarplan.knowledge.formats import schema as schemas
from pillarplan.reading.schema import schema_of
from pillarplan.services.forms.checkin import CheckInFile
from pillarplan.services.forms.ratings import RatingsFile
from pillarplan.services.workspace import Workspace

SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "knowledge": schemas.knowledge_schema,
    "part": schemas.part_schema,
    "overlay": schemas.overlay_schema,
    "ratings": lambda: schema_of(RatingsFile, "Ratings for pillarplan"),
    "checkin": lambda: schema_of(CheckInFile, "A check-in for pillarplan"),
}
"""What each kind of file is checked against, by name."""


def count(workspace: Workspace) -> Statistics:
    """Count what the knowledge base holds, the person's overlay included."""
    return statistics(_load(workspace, None))


def lint(
    workspace: Workspace,
    entry: Path | None,
    on_links: Callable[[int, int], None] | None = None,
) -> tuple[linting.Finding, ...]:
    """Return what maintainers should mend in a knowledge base.

    With `on_links`, which is told the progress, its addresses are asked too.
    """
    base = _load(workspace, entry)
    findings = linting.lint(base, workspace.today)
    if on_links is None:
        return findings
    # Imported here, so that nothing else ever loads what speaks to a network.
    from pillarplan.services.library.links import find_dead_links

    return (*findings, *find_dead_links(base.resources, on_links))


def schema(name: str) -> str:
    """Return the JSON Schema of a kind of file or of an answer, as text."""
    # Imported here, since it takes all models that there are.
    from pillarplan.services.library.answers import ANSWERS, answer_schema

    answers = {f"answer-{kind}": partial(answer_schema, kind) for kind in ANSWERS}
    known = SCHEMAS | answers
    if name not in known:
        raise UsageError(f"There is no schema {name!r}. There are: {', '.join(known)}.")
    return json.dumps(known[name](), indent=2, ensure_ascii=False) + "\n"


def _load(workspace: Workspace, entry: Path | None) -> KnowledgeBase:
    if entry is None:
        return load(bundled_path(), workspace.overlay)
    try:
        return load(entry)
    except OSError as error:
        raise InvalidInputError(f"{entry}: {error.strerror}.") from None
