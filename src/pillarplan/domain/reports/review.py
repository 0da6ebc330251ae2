"""What a stretch of time brought: made to be handed to a manager."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.habit.lights import Backing
from pillarplan.domain.person.debrief import Debrief
from pillarplan.domain.person.work import Evidence
from pillarplan.domain.plan.gap import StrongSkill
from pillarplan.domain.plan.roadmap import State
from pillarplan.domain.reports.status import Consistency


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedItem:
    """An item that was planned for, worked on in, or finished in the time."""

    id: str
    kind: str
    title: str
    hours: float
    """Planned in the time for what was planned, spent in it on what is under way, and
    ever spent on what was finished."""
    on: date
    """Of what was planned its first session in the time, of what is under way the last
    day with hours, else the day of its end."""
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """An item that was given up, or that a later plan does not hold."""

    id: str
    kind: str
    title: str
    on: date
    """When it was dropped, or when the plan without it was made."""
    dropped: bool
    reason: str = ""
    """Why it was dropped, if the person said so and wants it told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """An item that comes next."""

    id: str
    kind: str
    title: str
    hours_left: float
    """0 for what took longer than the plan had in mind."""
    on: date | None
    """Its next session; None if the plan has none."""
    planned_on: date | None
    """The day in the time for which it had been planned, if it had."""
    started: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rise:
    """A skill that the person rates higher than before."""

    skill: str
    name: str
    before: int
    after: int
    target: int
    """What the role asks for, or the person themselves."""
    own_target: bool = False
    """Whether the person set the target."""
    on: date
    means: tuple[str, ...]
    """What one can observe in somebody on the new level."""
    evidence: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Evidence for one skill as situation, task, action and result (STAR)."""

    skill: str
    name: str
    level: int | None
    """The situation: the person's level before."""
    situation: str | None
    """What they said when they gave themselves that level."""
    target: int
    """What the role asks for, or the person themselves."""
    own_target: bool = False
    """Whether the person set the target."""
    tasks: tuple[str, ...]
    """Titles of the practices for the skill that were worked on in the time until
    then."""
    actions: tuple[Evidence, ...]
    """What the person did, in their words; what a debrief tells stands there."""
    debriefs: tuple[Debrief, ...] = ()
    """What they said of it afterwards, each with the first skill that it was for."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """What the items of the debriefs are called, by id."""
    result: int | None
    """The level that they gave themselves afterwards, in the time."""
    result_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What was planned, done and learned from one day to another, both included."""

    since: date
    until: date
    role: str
    role_name: str
    plans_made_on: tuple[date, ...]
    """When the plans were made that held in the time."""
    hours_planned: float
    """What each of them had in mind for the days on which it held, but for pauses."""
    hours: float
    """Really spent, on anything."""
    pace: float | None
    """Hours a week really spent; breaks and the days before the record do not count.
    None if no other day is left."""
    consistency: Consistency | None
    """None for less than two weeks with check-ins."""
    planned: tuple[ReviewedItem, ...]
    """All whose sessions were due; what was moved in time to another day was not."""
    finished: tuple[ReviewedItem, ...]
    under_way: tuple[ReviewedItem, ...]
    """What was worked on and is still open."""
    left_out: tuple[LeftOut, ...]
    ahead: tuple[Ahead, ...]
    """What was due and is not under way, and what comes after it."""
    rises: tuple[Rise, ...]
    stories: tuple[Story, ...]
    strengths: tuple[StrongSkill, ...] = ()
    """What others may learn from the person."""
    outside: tuple[ReviewedItem, ...] = ()
    """What was learnt that neither a plan nor the knowledge base has."""
    lit: Mapping[Backing, int] = field(default_factory=dict)
    """How many lights of each source shine at the end, behind a level that had none of
    it at the begin."""

    @property
    def learned(self) -> tuple[ReviewedItem, ...]:
        """The resources that were finished."""
        return tuple(each for each in self.finished if each.kind != "practice")

    @property
    def applied(self) -> tuple[ReviewedItem, ...]:
        """The practices that were finished."""
        return tuple(each for each in self.finished if each.kind == "practice")
