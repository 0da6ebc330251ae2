"""The words for a plan and the calendars that it was made around."""

from collections.abc import Iterator

from pillarplan.domain.facts.about_calendars import CalendarsSay, EndOfYear
from pillarplan.domain.text import counted, file_name


def say_end_of_year(_: EndOfYear) -> str:
    """Return which days stay free if nobody says otherwise, and how to say it."""
    return (
        "24 to 26 and 31 December and 1 January stay free. Public holidays of a "
        "country instead: --holidays DE; no day at all: --holidays none"
    )


def say_calendars(fact: CalendarsSay) -> str:
    """Return which sessions collide by now, and which calendars may know more."""
    return "\n".join(_lines(fact))


def _lines(fact: CalendarsSay) -> Iterator[str]:
    if fact.collide:
        them = "it" if fact.collide == 1 else "them"
        collide = "collides" if fact.collide == 1 else "collide"
        yield (
            f"{fact.collide} of the next {counted(fact.sessions, 'session')} now "
            f"{collide} with meetings; to move {them}: pillarplan plan"
        )
    if fact.changed:
        many = f"{len(fact.changed)} calendar files have"
        one = f"{file_name(fact.changed[0])} has"
        yield (
            f"{one if len(fact.changed) == 1 else many} changed since the plan looked; "
            "to look again: pillarplan plan"
        )
