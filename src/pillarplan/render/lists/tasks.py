"""The plan as tasks: what to-do lists of every kind have in common."""

from collections.abc import Iterator
from datetime import date

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.item import Item, Practice
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.roadmap import OPEN, PlannedItem, Rerating, State
from pillarplan.domain.reports.packet import Packet
from pillarplan.domain.text import in_hours, one_line

RATING = "rating"
"""The kind of a task that asks to rate a skill again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """An item of the plan, or a skill to rate again; its texts are clean lines."""

    key: str
    """Its name for ever: ``item/getting-to-yes``, ``rating/negotiation``."""
    summary: str
    """The title with the effort: ``Getting to Yes (book, 8 h)``."""
    kind: str
    """The kind of resource, ``practice``, or ``rating``."""
    skill: str | None
    """Id of the skill that it serves first, if that is known."""
    notes: tuple[str, ...]
    """Why it is in the plan, and what to do with it."""
    url: str | None = None
    starts_on: date
    due_on: date
    state: State = State.PLANNED
    begun_on: date | None = None
    """The day of the first hours that were spent on it."""
    ended_on: date | None = None
    """The day on which it was done or dropped."""
    after: tuple[str, ...] = ()
    """Keys of the tasks that it builds on; each stands earlier in the list."""


def list_tasks(packet: Packet) -> tuple[Task, ...]:
    """Return the items of the plan in their order, then the skills to rate again."""
    begun = {spent.item: spent.on for spent in reversed(packet.profile.spent)}
    ended = end_days(packet.profile)
    tasks: dict[str, Task] = {}
    for item in packet.roadmap.items:
        task = _work(packet, item, begun.get(item.id), ended.get(item.id), tasks)
        tasks[task.key] = task
    for each in sorted(packet.roadmap.rerate, key=lambda rerating: rerating.on):
        task = _rating(packet, each)
        tasks[task.key] = task
    return tuple(tasks.values())


def end_days(profile: Profile) -> dict[str, date]:
    """Return on which day each item was done or, if it never was, dropped."""
    return {end.item: end.on for end in (*profile.dropped, *profile.done)}


def item_notes(item: PlannedItem, entry: Item | None) -> Iterator[str]:
    """Yield clean lines: why an item is in the plan, and what to do with it."""
    if item.reason:
        yield one_line(item.reason)
    said: tuple[tuple[str, str], ...] = ()
    if isinstance(entry, Practice):
        said = ("Task", entry.task), ("Evidence", entry.evidence)
    elif entry is not None:
        said = (("Try", entry.apply),)
    yield from (f"{label}: {one_line(e, LONGEST_NOTE)}" for label, e in said if e)


LONGEST_NOTE = 1000
"""Characters; as long as a text of the knowledge base may be."""


def item_url(entry: Item | None) -> str | None:
    """Return where a resource is found, if that is known."""
    if entry is None or isinstance(entry, Practice):
        return None
    return entry.url or None


def _work(
    packet: Packet,
    item: PlannedItem,
    begun_on: date | None,
    ended_on: date | None,
    earlier: dict[str, Task],
) -> Task:
    entry = packet.items.get(item.id)
    waits_for = (_item_key(name) for name in packet.waits_for.get(item.id, ()))
    return Task(
        key=_item_key(item.id),
        summary=f"{one_line(item.title)} ({item.kind}, {in_hours(item.hours)})",
        kind=item.kind,
        skill=_skill(item, entry),
        notes=tuple(item_notes(item, entry)),
        url=item_url(entry),
        starts_on=item.starts_on,
        due_on=item.ends_on,
        state=item.state,
        begun_on=begun_on,
        ended_on=None if item.state in OPEN else ended_on,
        after=tuple(key for key in waits_for if key in earlier),
    )


def _rating(packet: Packet, rerating: Rerating) -> Task:
    last = packet.profile.own_ratings.get(rerating.skill)
    done = last is not None and last.rated_on >= rerating.on
    return Task(
        key=f"{RATING}/{rerating.skill}",
        summary=f"Rate {one_line(packet.skills[rerating.skill])} again",
        kind=RATING,
        skill=rerating.skill,
        notes=(f"pillarplan assess --skill {rerating.skill}",),
        starts_on=rerating.on,
        due_on=rerating.on,
        state=State.DONE if done else State.PLANNED,
        ended_on=last.rated_on if last and done else None,
        after=tuple(
            _item_key(item.id)
            for item in packet.roadmap.items
            if any(span.skill == rerating.skill for span in item.closes)
        ),
    )


def _skill(item: PlannedItem, entry: Item | None) -> str | None:
    """Return a skill even of an item that was pinned and closes no step."""
    spans = item.closes or (entry.develops if entry else ())
    return spans[0].skill if spans else None


def _item_key(name: str) -> str:
    return f"item/{name}"
