"""What each thing in a plan is in a calendar."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

from icalendar import Component, Event
from icalendar.prop import vRecur

from pillarplan.domain.knowledge.item import Item
from pillarplan.domain.plan.adoption import NumberedSession
from pillarplan.domain.plan.roadmap import (
    OPEN,
    Booking,
    PlannedItem,
    Roadmap,
    Session,
)
from pillarplan.domain.plan.zone import find_zone
from pillarplan.domain.reports.almanac import Almanac, Edition, Revision
from pillarplan.domain.reports.packet import Packet
from pillarplan.domain.text import in_hours, on_day, one_line
from pillarplan.render.calendar.components import new_event, new_todo
from pillarplan.render.lists.tasks import (
    RATING,
    Task,
    end_days,
    item_notes,
    item_url,
    list_tasks,
)

A_WEEK = timedelta(weeks=1)


class CalendarPart(NamedTuple):
    """A component, and what decides whether a calendar is to have it."""

    component: Component
    last_day: date
    holds: bool = True
    """False for a session whose item ended before."""


def parts(
    almanac: Almanac, edition: Edition, *, todos: bool
) -> dict[str, CalendarPart]:
    """Return all components of an edition of the plan by their UIDs."""
    packet = _packet(almanac, edition)
    found = [
        *_sessions(almanac, edition),
        *_bookings(almanac, edition),
        *_days(almanac, edition, packet),
    ]
    if todos:
        found += [_todo(almanac, edition, task) for task in list_tasks(packet)]
    return {str(part.component.uid): part for part in found}


def _packet(almanac: Almanac, edition: Edition) -> Packet:
    if edition.roadmap is almanac.packet.roadmap:
        return almanac.packet
    return replace(almanac.packet, roadmap=edition.roadmap)


def _sessions(almanac: Almanac, edition: Edition) -> Iterator[CalendarPart]:
    """Yield the sessions; those after the day on which their item ended do not hold."""
    items = {item.id: item for item in edition.roadmap.items}
    ended = end_days(almanac.packet.profile)
    for numbered in edition.sessions:
        session = numbered.session
        item = items[session.item]
        over = item.state not in OPEN and session.on > ended.get(item.id, session.on)
        yield CalendarPart(
            _session(almanac, edition, item, numbered), session.on, holds=not over
        )


def _session(
    almanac: Almanac, edition: Edition, item: PlannedItem, numbered: NumberedSession
) -> Event:
    session, entry = numbered.session, almanac.packet.items.get(item.id)
    hours, revisions = in_hours(session.hours), almanac.revisions
    event = new_event(
        edition,
        f"session/{item.id}/{numbered.number}",
        revisions.plan if item.state in OPEN else revisions.of_item(item.id),
        _begin(edition.roadmap, session),
        f"{one_line(item.title)} ({hours})",
        [
            f"{item.kind.capitalize()}, {hours} of {in_hours(item.hours)}.",
            *_cue(almanac, item),
            *item_notes(item, entry),
            *_address(entry),
        ],
    )
    if session.at is not None:
        # Not an end: with its hours a session is as long as it should be even on the
        # night on which the clocks change (RFC 5545 3.3.6).
        event.DURATION = timedelta(hours=session.hours)
    event.url = item_url(entry)
    return event


def _cue(almanac: Almanac, item: PlannedItem) -> Iterator[str]:
    """Yield when the person means to do an item, until it is over.

    A plan that was replaced knows nothing of what ended since.
    """
    profile = almanac.packet.profile
    cue = profile.cues.get(item.id)
    if cue is not None and item.id not in profile.finished | profile.dropped_items:
        then = f": {one_line(cue.then)}" if cue.then else ""
        yield f"When: {one_line(cue.when)}{then}"


def _bookings(almanac: Almanac, edition: Edition) -> Iterator[CalendarPart]:
    """Yield the events and meetings, each as a day."""
    items = {item.id: item for item in edition.roadmap.items}
    numbers: Counter[str] = Counter()
    for booking in edition.roadmap.bookings:
        item, numbers[booking.item] = items[booking.item], numbers[booking.item] + 1
        entry = almanac.packet.items.get(item.id)
        event = new_event(
            edition,
            f"booking/{item.id}/{numbers[item.id]}",
            almanac.revisions.plan,
            booking.on,
            f"{one_line(item.title)} ({in_hours(booking.hours)})",
            [*_to_book(booking), *item_notes(item, entry), *_address(entry)],
        )
        event.url = item_url(entry)
        yield CalendarPart(event, booking.on)


def _address(entry: Item | None) -> Iterator[str]:
    """Yield the address once more: many calendars hide the property that has it."""
    if url := item_url(entry):
        yield url


def _to_book(booking: Booking) -> Iterator[str]:
    """Yield what to do before an event."""
    if not booking.is_exact:
        yield "Look up the true day, and move this one."
    if booking.book_by:
        yield f"Book it by {on_day(booking.book_by)}."


def _begin(roadmap: Roadmap, session: Session) -> date:
    """Return the day of a session, or its time where it has one.

    Without a time zone the time is that of wherever the calendar is (RFC 5545 3.3.5).
    """
    if session.at is None:
        return session.on
    zone = find_zone(roadmap.limits.availability.time_zone)
    return datetime.combine(session.on, session.at, zone)


def _days(almanac: Almanac, edition: Edition, packet: Packet) -> Iterator[CalendarPart]:
    """Yield the days to rate a skill again, and the weekly check-in."""
    plan = almanac.revisions.plan
    for task in list_tasks(packet):
        if task.kind == RATING:
            rating = new_event(
                edition, task.key, plan, task.due_on, task.summary, task.notes
            )
            yield CalendarPart(rating, task.due_on)
    yield _checkins(edition, packet, plan)


def _checkins(edition: Edition, packet: Packet, revision: Revision) -> CalendarPart:
    roadmap = edition.roadmap
    # The last day of a plan is not too late for the first check-in of a short one.
    first = min(roadmap.starts_on + A_WEEK, roadmap.until)
    notes = ["Two minutes: pillarplan checkin"]
    weekly = new_event(edition, "checkin", revision, first, "Check in", notes)
    weekly.add("RRULE", vRecur(FREQ="WEEKLY", UNTIL=roadmap.until))
    weeks = range((roadmap.until - first) // A_WEEK + 1)
    days = (first + number * A_WEEK for number in weeks)
    paused = [day for day in days if packet.profile.pause_on(day)]
    if paused:
        weekly.add("EXDATE", paused)
    return CalendarPart(weekly, roadmap.until)


def _todo(almanac: Almanac, edition: Edition, task: Task) -> CalendarPart:
    todo = new_todo(edition, _revision_of(task, almanac), task)
    return CalendarPart(todo, task.due_on)


def _revision_of(task: Task, almanac: Almanac) -> Revision:
    name = task.key.split("/", 1)[1]
    if task.kind == RATING:
        return almanac.revisions.of_skill(name)
    return almanac.revisions.of_item(name)
