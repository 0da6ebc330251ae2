"""The plan as a calendar (RFC 5545): sessions, days to rate again, weekly check-ins.

Each component is known by a UID that stays the same from plan to plan, so that a
calendar that reads a later export moves what it has instead of adding to it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Component, Event, Todo
from icalendar.enums import STATUS, TRANSP
from icalendar.prop import vRecur

from pillarplan.domain.plan.roadmap import OPEN, PlannedItem, Roadmap, Session, State
from pillarplan.domain.reports.packet import Packet
from pillarplan.domain.text import in_hours, one_line
from pillarplan.render.calendar.zones import add_zones, find_zone
from pillarplan.render.identity import stable_id
from pillarplan.render.lists.tasks import (
    RATING,
    Task,
    end_days,
    item_notes,
    item_url,
    list_tasks,
)

PRODUCT = "-//pillarplan//pillarplan//EN"
"""By which our own files are known; no version, so that updates change no file."""

A_DAY = timedelta(days=1)
A_WEEK = timedelta(weeks=1)

PROGRESS = {
    State.PLANNED: STATUS.NEEDS_ACTION,
    State.STARTED: STATUS.IN_PROCESS,
    State.DONE: STATUS.COMPLETED,
    State.DROPPED: STATUS.CANCELLED,
}


def calendar(packet: Packet, *, todos: bool, remind_at: time | None) -> str:
    """Return one calendar with everything; see `components`."""
    return _wrap(
        components(packet, todos=todos, remind_at=remind_at),
        f"Roadmap to {one_line(packet.role_name)}",
    )


def files(packet: Packet, *, todos: bool, remind_at: time | None) -> dict[str, str]:
    """Return a calendar for each component, by file name, as in a "vdir".

    See https://vdirsyncer.pimutils.org/en/stable/vdir.html.
    """
    return {
        f"{component.uid}.ics": _wrap([component])
        for component in components(packet, todos=todos, remind_at=remind_at)
    }


def components(
    packet: Packet, *, todos: bool, remind_at: time | None
) -> Iterator[Component]:
    """Yield an event for each session, re-rating and check-in.

    An event lasts all day unless the plan says at what time a session begins.

    With `todos` there is a to-do for each item and re-rating besides; with `remind_at`
    each event has an alarm at that time of its day.
    """
    for event in _events(packet):
        if remind_at is not None:
            event.add_component(_alarm(event, remind_at))
        yield event
    if todos:
        for task in list_tasks(packet):
            yield _todo(task, packet.roadmap)


def is_ours(name: str, content: bytes) -> bool:
    """Say whether `files` made this file and no other program has changed it since."""
    uid = name.removesuffix(".ics")
    lines = content.splitlines()
    return all(line.encode() in lines for line in (f"PRODID:{PRODUCT}", f"UID:{uid}"))


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


def _events(packet: Packet) -> Iterator[Event]:
    roadmap = packet.roadmap
    yield from _sessions(packet)
    for task in list_tasks(packet):
        if task.kind == RATING:
            yield _event(roadmap, task.key, task.due_on, task.summary, task.notes)
    # The last day of a plan is not too late for the first check-in of a short one.
    first = min(roadmap.starts_on + A_WEEK, roadmap.until)
    weekly = _event(
        roadmap, "checkin", first, "Check in", ["Two minutes: pillarplan checkin"]
    )
    weekly.add("RRULE", vRecur(FREQ="WEEKLY", UNTIL=roadmap.until))
    yield weekly


def _sessions(packet: Packet) -> Iterator[Event]:
    """Yield the sessions, but none after the day on which its item ended."""
    items = {item.id: item for item in packet.roadmap.items}
    ended = end_days(packet.profile)
    number: Counter[str] = Counter()
    for session in packet.roadmap.sessions:
        item = items[session.item]
        # By number, not by day: the next plan moves the first session, and keeps it.
        number[item.id] += 1
        if item.state in OPEN or session.on <= ended.get(item.id, session.on):
            key = f"session/{item.id}/{number[item.id]}"
            yield _session(packet, item, session, key)


def _session(packet: Packet, item: PlannedItem, session: Session, key: str) -> Event:
    entry = packet.items.get(item.id)
    hours = in_hours(session.hours)
    event = _event(
        packet.roadmap,
        key,
        _begin(packet.roadmap, session),
        f"{one_line(item.title)} ({hours})",
        [
            f"{item.kind.capitalize()}, {hours} of {in_hours(item.hours)}.",
            *item_notes(item, entry),
        ],
    )
    if session.at is not None:
        # Not an end: with its hours a session is as long as it should be even on the
        # night on which the clocks change (RFC 5545 3.3.6).
        event.DURATION = timedelta(hours=session.hours)
    event.url = item_url(entry)
    return event


def _begin(roadmap: Roadmap, session: Session) -> date:
    """Return the day of a session, or its time where it has one.

    Without a time zone the time is that of wherever the calendar is (RFC 5545 3.3.5).
    """
    if session.at is None:
        return session.on
    zone = find_zone(roadmap.limits.availability.time_zone)
    return datetime.combine(session.on, session.at, zone)


def _event(
    roadmap: Roadmap, key: str, start: date, summary: str, notes: Iterable[str]
) -> Event:
    """Return an event: a whole day, or what begins at a time and has no end yet."""
    is_timed = isinstance(start, datetime)
    return Event.new(
        uid=stable_id("event", key),
        stamp=_stamp(roadmap),
        sequence=_sequence(roadmap),
        summary=summary,
        description="\n".join(notes),
        start=start,
        # RFC 5545 3.6.1: the end is the first day after an all-day event.
        end=None if is_timed else start + A_DAY,
        # What has no hour of the day must not block the day for meetings.
        transparency=TRANSP.OPAQUE if is_timed else TRANSP.TRANSPARENT,
    )


def _alarm(event: Event, at: time) -> Alarm:
    alarm = Alarm.new(description=str(event.summary))
    alarm.add("ACTION", "DISPLAY")
    alarm.TRIGGER = _since_midnight(at)
    if isinstance(event.start, datetime):
        # The trigger counts from the start of the event; later than that is too late.
        begins = _since_midnight(event.start.time())
        alarm.TRIGGER = min(alarm.TRIGGER, begins) - begins
    return alarm


def _since_midnight(at: time) -> timedelta:
    return timedelta(hours=at.hour, minutes=at.minute)


def _todo(task: Task, roadmap: Roadmap) -> Todo:
    todo = Todo.new(
        uid=stable_id("todo", task.key),
        stamp=_stamp(roadmap),
        sequence=_sequence(roadmap),
        summary=task.summary,
        description="\n".join(task.notes),
        start=task.starts_on,
        status=PROGRESS[task.state],
        url=task.url,
    )
    todo.DUE = task.due_on
    if task.state is State.DONE:
        todo.add("COMPLETED", _midnight(task.ended_on or task.due_on))
    return todo


def _stamp(roadmap: Roadmap) -> datetime:
    """Return when the plan was made: the same export has the same bytes."""
    return _midnight(roadmap.made_on)


def _sequence(roadmap: Roadmap) -> int:
    """Return a number that grows from plan to plan, as RFC 5545 3.8.7.4 asks."""
    return roadmap.made_on.toordinal()


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
