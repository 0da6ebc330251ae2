"""What a stretch of time brought: made to be handed to a manager."""

from dataclasses import dataclass
from datetime import date

from pillarplan.domain.roadmap import State


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedItem:
    """An item that was planned for, or finished in, the time."""

    id: str
    kind: str
    title: str
    hours: float
    """Planned in the time for what was planned; ever spent on what was finished."""
    on: date
    """Of what was planned its first session in the time, else the day of its end."""
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class Rise:
    """A skill that the person rates higher than before."""

    skill: str
    name: str
    before: int
    after: int
    on: date
    evidence: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One line of evidence as situation, task, action and result (STAR)."""

    on: date
    skill: str
    name: str
    level: int | None
    """The situation: the person's level before that day."""
    target: int
    tasks: tuple[str, ...]
    """Titles of the practices for the skill that were worked on in the time until
    then."""
    action: str
    """What the person did, in their words."""
    result: int | None
    """The level that they gave themselves on that day or later in the time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What was planned, done and learned from one day to another, both included."""

    since: date
    until: date
    role: str
    role_name: str
    plan_made_on: date | None
    """Only the adopted plan counts; earlier ones are not kept in view."""
    hours_per_week: float | None
    """What that plan counts on."""
    hours_planned: float
    hours: float
    """Really spent, on anything."""
    pace: float
    """Hours a week really spent."""
    planned: tuple[ReviewedItem, ...]
    finished: tuple[ReviewedItem, ...]
    rises: tuple[Rise, ...]
    stories: tuple[Story, ...]

    @property
    def learned(self) -> tuple[ReviewedItem, ...]:
        """The resources that were finished."""
        return tuple(each for each in self.finished if each.kind != "practice")

    @property
    def applied(self) -> tuple[ReviewedItem, ...]:
        """The practices that were finished."""
        return tuple(each for each in self.finished if each.kind == "practice")
