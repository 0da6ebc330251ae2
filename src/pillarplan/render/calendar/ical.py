"""The plan as a calendar (RFC 5545): sessions, days to rate again, weekly check-ins.

Each component is known by a UID that stays the same from plan to plan, so that a
calendar that reads a later export moves what it has instead of adding to it.  What an
earlier export brought and the plan has no more is sent as cancelled.
"""

from collections.abc import Iterable, Iterator
from datetime import time

from icalendar import Calendar, Component, Event
from icalendar.enums import STATUS, TRANSP

from pillarplan.domain.reports.almanac import Almanac, Edition
from pillarplan.domain.text import one_line
from pillarplan.render.calendar.components import OWNER, add_alarm, session_uid
from pillarplan.render.calendar.parts import CalendarPart, parts
from pillarplan.render.calendar.zones import add_zones

PRODUCT = "-//pillarplan//pillarplan//EN"
"""By which our own files are known; no version, so that updates change no file."""


def calendar(almanac: Almanac, *, todos: bool, remind_at: time | None) -> str:
    """Return one calendar with everything; see `components`."""
    return _wrap(
        components(almanac, todos=todos, remind_at=remind_at),
        f"Roadmap to {one_line(almanac.packet.role_name)}",
    )


def files(almanac: Almanac, *, todos: bool, remind_at: time | None) -> dict[str, str]:
    """Return a calendar for each component that holds, by file name, as in a "vdir".

    See https://vdirsyncer.pimutils.org/en/stable/vdir.html.
    """
    return {
        f"{component.uid}.ics": _wrap([component])
        for component in _held(almanac, todos=todos, remind_at=remind_at)
    }


def components(
    almanac: Almanac, *, todos: bool, remind_at: time | None
) -> Iterator[Component]:
    """Yield an event for each session, re-rating and check-in; then what is cancelled.

    An event lasts all day unless the plan says at what time a session begins.

    With `todos` there is a to-do for each item and re-rating besides; with `remind_at`
    each event has an alarm at that time of its day.
    """
    yield from _held(almanac, todos=todos, remind_at=remind_at)
    now = parts(almanac, almanac.now, todos=todos)
    gone = {uid: part for uid, part in now.items() if not part.holds}
    for edition in almanac.before:
        gone |= _left_over(almanac, edition, now, todos=todos)
    for part in gone.values():
        yield _cancelled(part.component)


def _held(
    almanac: Almanac, *, todos: bool, remind_at: time | None
) -> Iterator[Component]:
    for part in _past(almanac).values():
        yield part.component
    for part in parts(almanac, almanac.now, todos=todos).values():
        if part.holds:
            if remind_at is not None and isinstance(part.component, Event):
                add_alarm(part.component, remind_at)
            yield part.component


def _past(almanac: Almanac) -> dict[str, CalendarPart]:
    """Return the sessions that are over of the plans that reach into this one.

    They are sent again as they were in the end: a calendar that missed an export may
    have them on days that a pause, or its end, has changed since.
    """
    over = {_uid_of(almanac, key) for key in almanac.over}
    return {
        uid: part
        for edition in almanac.before
        if edition.holds and edition.record
        for uid, part in parts(almanac, edition, todos=False).items()
        if uid in over
    }


def _left_over(
    almanac: Almanac, edition: Edition, now: dict[str, CalendarPart], *, todos: bool
) -> dict[str, CalendarPart]:
    """Return what an earlier plan had in the time of this one, which has it no more.

    What was before is the past, and stays in every calendar as it was.
    """
    made_on = almanac.now.roadmap.made_on
    stays = now.keys() | {_uid_of(almanac, key) for key in almanac.over}
    return {
        uid: part
        for uid, part in parts(almanac, edition, todos=todos).items()
        if uid not in stays and part.last_day >= made_on
    }


def _uid_of(almanac: Almanac, key: tuple[str, int]) -> str:
    return session_uid(almanac.now.record, key)


def _cancelled(component: Component) -> Component:
    for name in ("DESCRIPTION", "URL", "STATUS", "COMPLETED", "TRANSP", "EXDATE"):
        component.pop(name, None)
    component.add("STATUS", STATUS.CANCELLED)
    if isinstance(component, Event):
        component.add("TRANSP", TRANSP.TRANSPARENT)
    return component


def is_ours(name: str, content: bytes, almanac: Almanac, once: Iterable[str]) -> bool:
    """Say whether this record made a file that no other program has changed since.

    `once` are the UIDs that its plans had in earlier versions, whose files do not say
    whose they are.
    """
    uid = name.removesuffix(".ics")
    lines = content.splitlines()
    if not all(line.encode() in lines for line in (f"PRODID:{PRODUCT}", f"UID:{uid}")):
        return False
    owners = [line for line in lines if line.startswith(f"{OWNER}:".encode())]
    if not owners:
        return uid in once
    return any(f"{OWNER}:{each}".encode() in owners for each in almanac.aliases)


def kept_names(almanac: Almanac) -> set[str]:
    """Return the names of files of sessions that are over: they tell what was."""
    return {f"{_uid_of(almanac, key)}.ics" for key in almanac.over}


def once_called(almanac: Almanac, editions: Iterable[Edition]) -> set[str]:
    """Return all UIDs that some plans have."""
    return {uid for edition in editions for uid in parts(almanac, edition, todos=True)}


def _wrap(parts: Iterable[Component], name: str | None = None) -> str:
    whole = Calendar()
    whole.add("VERSION", "2.0")
    whole.add("PRODID", PRODUCT)
    if name:
        whole.calendar_name = name
    for part in parts:
        whole.add_component(part)
    add_zones(whole)
    return bytes(whole.to_ical()).decode()
