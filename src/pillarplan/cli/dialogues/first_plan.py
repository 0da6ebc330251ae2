"""What a first plan has to know, asked with a sentence each; Enter is no mistake."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

from pillarplan.cli.dialogues.asking import Asking
from pillarplan.cli.dialogues.stated import as_stated, read_option
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.cli.input.days import weekdays_called
from pillarplan.cli.input.parsing import parse_names
from pillarplan.domain.plan.availability import (
    USUAL_SHORTEST,
    spread,
    spread_over,
)
from pillarplan.domain.text import file_name, on_day
from pillarplan.errors import UsageError
from pillarplan.render.words.dials import say_week, week_option
from pillarplan.services.planning.limits import USUAL_WEEKS

HOURS = (
    "\nHow many hours a week do you really have? What you would have kept last month, "
    "not what you hope for. (Enter: no plan now)"
)
DAYS = (
    "\nOn which days? Time that has its day is kept more often. Such as: tue, thu or "
    "mon-fri. (Enter: {usual})"
)
BREAKS = (
    "\nWhen are you off? Holidays, a launch, parental leave: nothing is planned then. "
    "Such as: 2026-12-20..2027-01-03, more with commas. (Enter: the end of the "
    "year only)"
)
CALENDAR = (
    "\nIs there a calendar to plan around? A file (.ics) or a folder of them on this "
    "machine; no title is kept. (Enter: none)"
)
UNTIL = (
    "\nIs there a day when you want to be there, such as a review or a new role? What "
    "closes most by then is planned. (Enter: half a year, {usual})"
)


def ask_for_first_plan(here: Surroundings) -> list[str]:
    """Return the words for ``plan`` that somebody's answers are; none for no plan."""
    asking = Asking(here)
    read = partial(_checked, here)
    hours = asking.read(HOURS, read("hours"))
    if hours is None:
        return []
    words = ["--hours", hours if "=" in hours else _ask_days(here, asking, hours)]
    usual = on_day(here.today + timedelta(weeks=USUAL_WEEKS))
    for name, question in (
        ("breaks", BREAKS),
        ("busy", CALENDAR),
        ("until", UNTIL.format(usual=usual)),
    ):
        if answer := asking.read(question, read(name)):
            words += [f"--{name}", answer]
    return words


def _ask_days(here: Surroundings, asking: Asking, stated: str) -> str:
    """Return the hours with the days on which they are to be, if there are any."""
    week = read_option(here, "hours", stated)
    hours = sum(week)
    question = DAYS.format(usual=say_week(spread(hours)))
    days = asking.read(question, partial(_days, hours))
    return week_option(spread_over(hours, days)) if days else stated


def _checked(here: Surroundings, name: str) -> Callable[[str], str]:
    """Return what turns an answer into an option, or raises UsageError."""

    def check(text: str) -> str:
        stated = as_stated(here, name, text)
        value = read_option(here, name, stated)
        if name == "busy" and not all(Path(each).exists() for each in value):
            raise UsageError(f"There is no {file_name(text)} on this machine.")
        return stated

    return check


def _days(hours: float, text: str) -> tuple[int, ...]:
    """Return the weekdays of ``mon-fri, sat``; raise UsageError if it names others."""
    found: dict[int, None] = {}
    for name in parse_names(text):
        days = weekdays_called(name)
        if not days:
            raise UsageError(f"{name!r} is no weekday. Write mon, thu or mon-fri.")
        found |= dict.fromkeys(days)
    if hours < len(found) * USUAL_SHORTEST:
        raise UsageError("That is less than half an hour a day. Name fewer days.")
    return tuple(sorted(found))
