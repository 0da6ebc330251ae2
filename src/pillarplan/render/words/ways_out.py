"""The words for ways out."""

from collections.abc import Callable, Mapping
from typing import Any

from pillarplan.domain.facts.ways_out import (
    LaterEnd,
    LeaveOut,
    LiftLimit,
    MoreHours,
    NoWayOut,
    OneStep,
    ShorterBuffer,
    WayOut,
    WaysOut,
)
from pillarplan.domain.text import counted, in_hours, join_words, say_day
from pillarplan.render.words.phrases import say_few_steps, say_options, say_steps


def say_ways_out(fact: WaysOut) -> str:
    """Return what helps, as a choice."""
    ways = [say_way_out(way) for way in fact.ways]
    return f"{'Ways' if len(ways) > 1 else 'A way'} out: {join_words(ways, 'or')}."


def say_no_way_out(_: NoWayOut) -> str:
    """Return that nothing helps."""
    return "Nothing fits into these days, and no hours a week would change that."


def say_way_out(way: WayOut) -> str:
    """Return one way out, as a part of a sentence."""
    return WORDS_OF_WAYS[type(way)](way)


def _say_more_hours(way: MoreHours) -> str:
    at_desk = " at a desk" if way.listens else ""
    more = f"{in_hours(way.hours)} a week{at_desk}"
    return f"{more} instead of {in_hours(way.instead_of)}"


def _say_later_end(way: LaterEnd) -> str:
    return f"{say_day(way.until)} as the last day"


def _say_shorter_buffer(way: ShorterBuffer) -> str:
    fewer = counted(way.days, "day") if way.days else "no day"
    return f"{fewer} kept free instead of {way.instead_of}"


def _say_leave_out(way: LeaveOut) -> str:
    return f"without {say_few_steps(way.steps)}, as planned here"


def _say_one_step(way: OneStep) -> str:
    return f"{say_steps(way.steps)} alone, done by {say_day(way.done_on)}"


def _say_lift_limit(way: LiftLimit) -> str:
    return (
        f"{say_options(way.options)} ({counted(way.more_steps, 'step')} more in hand)"
    )


WORDS_OF_WAYS: Mapping[type, Callable[[Any], str]] = {
    MoreHours: _say_more_hours,
    LaterEnd: _say_later_end,
    ShorterBuffer: _say_shorter_buffer,
    LeaveOut: _say_leave_out,
    OneStep: _say_one_step,
    LiftLimit: _say_lift_limit,
}
