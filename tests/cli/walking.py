"""All commands of the program, found by asking it, and how to call each of them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from pillarplan.cli.frame.app import app

DATA = Path(__file__).parents[1] / "data"

EXAMPLE = DATA.parents[1] / "examples" / "ladder.csv"

MONDAY = "2026-11-23"

LEVELS = {
    "listening-empathy": "3",
    "negotiation": "1",
    "business-fundamentals": "2",
    "customer-discovery": "3",
    "software-technology": "3",
    "security": "1",
    "pricing": "n/a",
}

RATINGS = (
    *(part for skill in LEVELS for part in ("--set", f"{skill}={LEVELS[skill]}")),
    *("--role", "senior-pm"),
)
"""What Ana says of herself."""

SMALL = str(DATA / "knowledge" / "pillars.yaml")

ARGUMENTS = {
    ("assess",): ("--set", "writing=2"),
    ("amend",): ("1", "--withdraw"),
    ("done",): ("make-a-gap-list", "--applied", "The list"),
    ("log",): ("make-a-gap-list", "1:30"),
    ("checkin",): ("--note", "A quiet week"),
    ("pause",): ("--until", "2026-12-31"),
    ("add",): ("--list",),
    ("kb", "import"): (str(EXAMPLE), "-o", "our-base", "--force"),
    ("kb", "show"): ("negotiation",),
    ("reflect",): ("Grid Monitor",),
    ("export", "sqlite"): ("-o", "record.sqlite", "--force"),
    ("kb", "search"): ("conflict",),
    ("kb", "diff"): (SMALL, SMALL, "--mine"),
    ("config", "set"): ("hours", "4"),
    ("config", "unset"): ("hours",),
    ("restore",): (str(DATA / "written-by-0.1.0" / "backup.zip"), "--yes"),
    ("feedback", "import"): (str(DATA / "feedback" / "form.yaml"),),
}
"""What a command needs to be of use; all others can be called as they are."""

DOCUMENTS = {
    "export",  # each of them writes the format that it is called after
    "feedback request",  # a form
    "help",  # shows text for people, like --help
}
"""Commands, and groups of them, to which ``--json`` means nothing."""

Words = tuple[str, ...]


def _walk(group: Any, context: Any, path: Words) -> Iterator[tuple[Words, bool]]:
    for name in group.list_commands(context):
        _, command, _ = group.resolve_command(context, [name])
        is_group = hasattr(command, "list_commands")
        yield (*path, name), is_group
        if is_group:
            inner = type(context)(command, context, name)
            yield from _walk(command, inner, (*path, name))


def _all() -> tuple[tuple[Words, bool], ...]:
    program = typer.main.get_command(app)
    context = program.make_context("pillarplan", ["help"], resilient_parsing=True)
    return tuple(_walk(program, context, ()))


GROUPS = tuple(path for path, is_group in _all() if is_group)
"""Such as ``kb``."""

LEAVES = tuple(path for path, is_group in _all() if not is_group)
"""Such as ``plan`` or ``kb show``."""

APART = {("kb", "adopt")}
"""What is of use only to a record of which the knowledge base lost something."""

CALLS = tuple((*path, *ARGUMENTS.get(path, ())) for path in LEAVES if path not in APART)
"""Every command with what it needs."""

READING = tuple(
    call
    for call in CALLS
    if not {call[0], " ".join(call)} & DOCUMENTS and call[-1] != "schema"
)
"""Every command that can answer with JSON; a schema is JSON of its own."""
