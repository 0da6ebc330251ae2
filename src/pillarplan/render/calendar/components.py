"""The components of a calendar, one by one."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Component, Event, Todo
from icalendar.enums import STATUS, TRANSP

from pillarplan.domain.plan.roadmap import State
from pillarplan.domain.reports.almanac import Edition, Revision
from pillarplan.render.identity import stable_id
from pillarplan.render.lists.tasks import Task

OWNER = "X-PILLARPLAN-RECORD"
"""The property that says whose a component is, where people share a folder."""

FIRST_NUMBER = 1_000_000
"""Earlier versions sent the number of the day since the year 1: ours come after it."""

PROGRESS = {
    State.PLANNED: STATUS.NEEDS_ACTION,
    State.STARTED: STATUS.IN_PROCESS,
    State.DONE: STATUS.COMPLETED,
    State.DROPPED: STATUS.CANCELLED,
}


def new_event(
    edition: Edition,
    key: str,
    revision: Revision,
    start: date,
    summary: str,
    notes: Iterable[str],
) -> Event:
    """Return an event: a whole day, or what begins at a time and has no end yet."""
    is_timed = isinstance(start, datetime)
    event = Event.new(
        uid=_uid(edition.record, "event", key),
        stamp=revision.at,
        sequence=FIRST_NUMBER + revision.number,
        summary=summary,
        description="\n".join(notes),
        start=start,
        # RFC 5545 3.6.1: the end is the first day after an all-day event.
        end=None if is_timed else start + timedelta(days=1),
        # What has no hour of the day must not block the day for meetings.
        transparency=TRANSP.OPAQUE if is_timed else TRANSP.TRANSPARENT,
    )
    _own(event, edition)
    return event


def new_todo(edition: Edition, revision: Revision, task: Task) -> Todo:
    """Return a to-do: an item, or a day to rate a skill again."""
    todo = Todo.new(
        uid=_uid(edition.record, "todo", task.key),
        stamp=revision.at,
        sequence=FIRST_NUMBER + revision.number,
        summary=task.summary,
        description="\n".join((*task.notes, *([task.url] if task.url else ()))),
        start=task.starts_on,
        status=PROGRESS[task.state],
        url=task.url,
    )
    todo.DUE = task.due_on
    if task.state is State.DONE:
        ended = task.ended_on or task.due_on
        todo.add("COMPLETED", datetime.combine(ended, time(), UTC))
    _own(todo, edition)
    return todo


def _own(component: Component, edition: Edition) -> None:
    if edition.record:
        component.add(OWNER, edition.record)


def session_uid(record: str, key: tuple[str, int]) -> str:
    """Return the UID of a session of a record: by its item and its number."""
    item, number = key
    return _uid(record, "event", f"session/{item}/{number}")


def _uid(record: str, kind: str, key: str) -> str:
    return str(stable_id(*([record] if record else []), kind, key))


def add_alarm(event: Event, at: time) -> None:
    """Add to an event an alarm at a time of its day, but not after it begins."""
    alarm = Alarm.new(description=str(event.summary))
    alarm.add("ACTION", "DISPLAY")
    alarm.TRIGGER = _since_midnight(at)
    if isinstance(event.start, datetime):
        # The trigger counts from the start of the event; later than that is too late.
        begins = _since_midnight(event.start.time())
        alarm.TRIGGER = min(alarm.TRIGGER, begins) - begins
    event.add_component(alarm)


def _since_midnight(at: time) -> timedelta:
    return timedelta(hours=at.hour, minutes=at.minute)
