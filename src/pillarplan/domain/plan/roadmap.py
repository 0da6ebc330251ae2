"""The plan: items with reasons, sessions with dates, and what is not now."""

from collections.abc import Iterable
from dataclasses import field, replace
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Self

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.facts.plain import FactRecord, names_in
from pillarplan.domain.knowledge.step import Span
from pillarplan.domain.plan.availability import Availability, Pool
from pillarplan.domain.plan.depth import Depth


class State(StrEnum):
    """How far an item of the roadmap is."""

    PLANNED = "planned"
    STARTED = "started"
    DONE = "done"
    DROPPED = "dropped"


NO_HOLIDAYS = "none"
"""What somebody says who works on all holidays."""

OPEN = (State.PLANNED, State.STARTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedItem:
    """A resource or practice that stands in a plan."""

    id: str
    kind: str
    """The kind of resource, or ``practice``."""
    title: str
    hours: float
    """What is still to be spent on it when the plan is made."""
    closes: tuple[Span, ...]
    starts_on: date
    ends_on: date
    state: State = State.PLANNED
    reason: str = ""
    weeks: int | None = None
    """Over how many weeks it goes at least."""
    wave: int = 1
    """1 is for the skills in hand now; each skill that is taken up later has its own.
    """
    facts: tuple[FactRecord, ...] = ()
    """What `reason` says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A dated block of work on one item."""

    on: date
    item: str
    hours: float
    pool: Pool = Pool.DESK
    at: time | None = None
    """When it begins, if the person said at what time they work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """A day on which something takes place that needs no time at the desk."""

    item: str
    on: date
    hours: float
    book_by: date | None = None
    """Until when one has to sign up, if that is known."""
    is_exact: bool = True
    """False if only its month or its rhythm is known: look the day up, and move it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rerating:
    """When to rate a skill again: after the last session on it."""

    skill: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class NotNow:
    """A skill that the plan leaves for later, and why."""

    skill: str
    reason: str = ""
    facts: tuple[FactRecord, ...] = ()
    """What `reason` says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """The plan in numbers."""

    hours: float
    money: float
    """What it costs at most, as far as prices have an upper end."""
    value: int
    """Summed weight of the steps that the plan closes."""
    steps: int
    wanted_hours: float
    """Least effort that would close every wanted step, if hours did not matter."""
    wanted_steps: int
    free_hours: float
    """What the person's calendar offers between the first and the last day.

    Days that have less than the shortest session do not count.
    """
    proven_optimal: bool
    """No plan within the limits closes more; False if that is not proven."""
    open_prices: int = 0
    """How many items cost money of which no upper end is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What the person asked of the plan; kept so that it can be made again."""

    availability: Availability
    starts_on: date
    until: date
    """The last day; sessions may be until then, or until the buffer before it."""
    role: str
    contexts: tuple[str, ...] = ()
    focus: int | None = 3
    """How many skills to have in hand at once; None means all.  When one is closed, the
    next is taken up."""
    once: bool = False
    """Take up no other skill when one is closed."""
    skills: tuple[str, ...] = ()
    """Skills that the person chose; empty to take the widest gaps."""
    depth: Depth = Depth.SOLID
    """How many hours a better resource is worth."""
    budget: float | None = None
    """The most that may be spent, in the currency of the prices; None is no limit."""
    only_free: bool = False
    formats: tuple[str, ...] = ()
    """Kinds of resource to use; empty for all."""
    languages: tuple[str, ...] = ()
    pinned: tuple[str, ...] = ()
    """Items that the plan must hold."""
    dropped: tuple[str, ...] = ()
    """Items that the plan must not hold."""
    holidays: str = ""
    """Whose public holidays are breaks: a country, DE, or a part of it, US-CA.

    If nobody said, the end of the year is one; with `NO_HOLIDAYS` nothing is.
    """
    busy: tuple[str, ...] = ()
    """Calendar files, and folders of them, that say when the person is busy."""
    buffer_days: int = 0
    """So many days up to the last one are kept free of sessions, for what slips."""
    has_deadline: bool = False
    """The person named the last day; else it is half a year off."""

    @property
    def work_until(self) -> date:
        """The last day on which a session may be."""
        return self.until - timedelta(days=self.buffer_days)


def without_meetings(limits: Limits) -> Limits:
    """Return limits as a roadmap keeps them: other people's times are not in them."""
    if limits.availability.meetings is None:
        return limits
    return replace(limits, availability=replace(limits.availability, meetings=None))


@dataclass(frozen=True, slots=True, kw_only=True)
class Roadmap:
    """A dated, explained plan."""

    made_on: date
    starts_on: date
    until: date
    role: str
    focus: tuple[str, ...]
    items: tuple[PlannedItem, ...]
    """In the order in which they start."""
    sessions: tuple[Session, ...]
    rerate: tuple[Rerating, ...]
    not_now: tuple[NotNow, ...]
    totals: Totals
    limits: Limits
    notes: tuple[str, ...] = field(default=())
    """What does not fit, in plain words with numbers and ways out."""
    facts: tuple[FactRecord, ...] = ()
    """What the notes say, a fact for each."""
    bookings: tuple[Booking, ...] = ()
    """Events and meetings, in the order of their days; no session is for them."""
    chosen_by_length: bool = False
    """A version made it that always took the shortest way."""

    def item(self, item_id: str) -> PlannedItem | None:
        """Return the planned item with this id, if the plan holds it."""
        return next((item for item in self.items if item.id == item_id), None)

    @property
    def not_now_by_reason(self) -> dict[str, tuple[str, ...]]:
        """Skill ids of the not-now list by reason, since many share one."""
        reasons: dict[str, tuple[str, ...]] = {}
        for each in self.not_now:
            reasons[each.reason] = (*reasons.get(each.reason, ()), each.skill)
        return reasons

    @property
    def skill_names(self) -> dict[str, str]:
        """The names of the skills that it works on; plans made long ago tell none."""
        return dict(name for item in self.items for name in names_in(item.facts))

    def with_states(self, states: dict[str, State]) -> Self:
        """Return a copy in which the named items have the given states."""
        return replace(
            self,
            items=tuple(
                replace(item, state=states.get(item.id, item.state))
                for item in self.items
            ),
        )

    def open_items(self) -> Iterable[PlannedItem]:
        """The items that are neither done nor dropped, in order."""
        return (item for item in self.items if item.state in OPEN)
