"""What became of a framework of others: found, left out, changed, missing."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from pillarplan.domain.importing.outcome import (
    Found,
    ImportReport,
    Lack,
    Omission,
    Shortfall,
    Why,
)
from pillarplan.domain.text import counted, wrapped
from pillarplan.render.look import Look

NO_ITEMS = (
    "resources and practices; `same_as` on a skill borrows those of a built-in one"
)

WHY = {
    Why.NO_NAME: ("entry says no name", "entries say no name"),
    Why.NO_TEXT: (
        "entry has a level, but no text",
        "entries have a level, but no text",
    ),
    Why.NO_LEVEL: ("entry does not say a level", "entries do not say a level"),
    Why.NO_SUCH_LEVEL: (
        "word is none of the levels (name those in the mapping: scale)",
        "words are none of the levels (name those in the mapping: scale)",
    ),
    Why.LEVEL_0: (
        "text is of level 0, which nobody has to show",
        "texts are of level 0, which nobody has to show",
    ),
    Why.NOTHING: (
        "text is what the mapping calls nothing",
        "texts are what the mapping calls nothing",
    ),
    Why.LEAD_IN: ("line only leads to a list", "lines only lead to a list"),
    Why.REPEATED: ("text or target stands there twice", "texts or targets stand twice"),
    Why.NOT_TEXT: ("value is no text", "values are no text"),
    Why.EXTRA_CELL: (
        "cell stands beyond the last column",
        "cells stand beyond the last column",
    ),
    Why.OTHER_SUMMARY: (
        "summary differs from the one before it",
        "summaries differ from the one before them",
    ),
    Why.NO_SUCH_SKILL: (
        "target is of a skill that is not there",
        "targets are of skills that are not there",
    ),
    Why.OTHER_TARGET: (
        "target differs from the one before it",
        "targets differ from the one before them",
    ),
    Why.NO_TARGETS: ("role asks for nothing", "roles ask for nothing"),
    Why.NO_TABLE: (
        "part of the source has no such entries",
        "parts of the source have no such entries",
    ),
    Why.UNREADABLE: ("character cannot be seen", "characters cannot be seen"),
    Why.DIVIDED: (
        "sentence is longer than a line and was divided",
        "sentences are longer than a line and were divided",
    ),
    Why.SHORTENED: (
        "summary is longer than a line and was shortened",
        "summaries are longer than a line and were shortened",
    ),
    Why.RENAMED: (
        "id was taken and ends in a number",
        "ids were taken and end in a number",
    ),
}
"""What is said of one and of several."""

CHANGED = frozenset({Why.DIVIDED, Why.SHORTENED, Why.RENAMED})
"""Of these all or most is there."""

LACK = {
    Lack.TEXTS: ("has no text at any level", "have no text at any level"),
    Lack.LEVEL: ("has no text at some level", "have no text at some level"),
    Lack.SUMMARY: ("has no summary", "have no summary"),
}


def import_view(report: ImportReport, look: Look) -> RenderableType:
    """Return what became of a source, as short lists, and what to type next."""
    others = len(report.files) - 1
    more = f" and {counted(others, 'other file')}" if others else ""
    left = [each for each in report.left_out if each.why not in CHANGED]
    changed = [each for each in report.left_out if each.why in CHANGED]
    parts = {
        report.title: [*_found(report.found)],
        "Left out": [*map(_left_out, left)],
        "Changed": [*map(_left_out, changed)],
        "Missing": [*map(_lacking, report.missing), *_always_missing(report.found)],
        "Written": [f"{report.files[0]}{more} in {report.folder}"],
    }
    lines: list[RenderableType] = []
    for title, rows in parts.items():
        if rows:
            fitted = (wrapped(row, look.width, "  ", "    ") for row in rows)
            lines += [Text(title, style="strong"), *map(Text, fitted), Text("")]
    return Group(*lines, Text(f"To use it: {report.next}"))


def _found(found: Found) -> Iterator[str]:
    groups = f" in {counted(found.groups, 'group')}" if found.groups else ""
    yield f"{_many(found.skills, 'skill')}{groups}"
    if found.levels:
        behaviours = _many(found.behaviours, "behaviour")
        yield f"{behaviours} at {len(found.levels)} levels{_names(found.levels)}"
    if not found.ordered:
        yield (
            "The levels are in the order in which they appear. If it is not theirs, "
            "list them in the mapping, the lowest first: scale: [Aware, Able, Expert]"
        )
    if found.roles:
        yield f"{_many(found.roles, 'role')} with {_many(found.targets, 'target')}"
    entries = f"{found.entries:,} {'entry' if found.entries == 1 else 'entries'}"
    yield f"{entries} in {counted(found.files, 'file')} read"


def _names(levels: tuple[str, ...]) -> str:
    """Return the levels by number and name; nothing if a number is all they have."""
    numbered = enumerate(levels, start=1)
    called = [f"{n} {name}" for n, name in numbered if name != f"Level {n}"]
    return f": {', '.join(called)}" if called else ""


def _always_missing(found: Found) -> Iterator[str]:
    if not found.roles:
        yield "roles; in their place there is one for each level"
    yield NO_ITEMS


def _left_out(left: Omission) -> str:
    """Return how often something was left out or changed, why, and the first of it."""
    one, many = WHY[left.why]
    return f"{left.count:,} {one if left.count == 1 else many}{_such(left.examples)}"


def _lacking(lacking: Shortfall) -> str:
    """Return how many skills lack something, and the first of them."""
    one, many = LACK[lacking.what]
    verb = one if lacking.count == 1 else many
    return f"{counted(lacking.count, 'skill')} {verb}{_such(lacking.examples)}"


def _such(examples: tuple[str, ...]) -> str:
    return f": {'; '.join(examples)}" if examples else ""


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
