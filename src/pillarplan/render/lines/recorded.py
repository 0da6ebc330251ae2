"""What a check-in recorded, and what it adds up to."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pillarplan.domain.plan.roadmap import State
from pillarplan.domain.text import counted, in_hours, wrapped
from pillarplan.render.look import Look
from pillarplan.render.pieces import Line, Piece

BAR = 16
"""Columns of the bar of the week."""

WIDEST = 88
"""Wider lines are hard to read."""


class Recorded(NamedTuple):
    """What is told back; items and skills are called by their names."""

    hours: Mapping[str, float]
    done: Sequence[str]
    dropped: Sequence[str]
    rated: Mapping[str, int]
    shown: Mapping[str, int]
    """How many lines show each skill of which one is new."""
    questions: int
    week_hours: float
    week_planned: float


def recorded_lines(told: Recorded, look: Look) -> Iterator[Line]:
    """Yield a line for each thing that was recorded, then the week against the plan."""
    facts = [*_facts(told, look)]
    yield (Piece("strong", "Recorded:" if facts else "Recorded."),)
    width = min(look.width, WIDEST)
    for mark, style, fact in facts:
        first, *rest = wrapped(fact, width - 4).split("\n")
        yield (Piece(style, f"  {mark} "), Piece("", first))
        yield from ((Piece("", f"    {line}"),) for line in rest)
    # A week without hours is not held against anybody.
    if told.week_planned and told.week_hours:
        share = told.week_hours / told.week_planned
        hours = f"{told.week_hours:g} of {in_hours(told.week_planned)}"
        yield (
            Piece("quiet", "This week "),
            *look.bar(share, BAR, "done"),
            Piece("", f" {hours}"),
        )


def _facts(told: Recorded, look: Look) -> Iterator[tuple[str, str, str]]:
    """Yield mark, style and words of each thing."""
    begun, done = look.mark(State.STARTED), look.mark(State.DONE)
    for item, hours in told.hours.items():
        if item in told.done:
            yield done, "done", f"{in_hours(hours)} on {item}, done"
        else:
            yield begun, "learn", f"{in_hours(hours)} on {item}"
    for item in told.done:
        if item not in told.hours:
            yield done, "done", f"{item}, done"
    for item in told.dropped:
        yield look.mark(State.DROPPED), "quiet", f"{item}, dropped"
    for skill, lines in told.shown.items():
        # A level that rises uses up the lines that show it.
        count = f"{counted(lines, 'line')} of evidence by now" if lines else "evidence"
        yield done, "done", f"{skill}: {count}"
    for skill, level in told.rated.items():
        yield done, "done", f"{skill} at {level}"
    if told.questions:
        yield done, "done", counted(told.questions, "question")
