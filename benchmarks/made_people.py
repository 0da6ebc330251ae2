"""576 made-up people who want a plan, always the same, and the plan of each.

Six roles, four patterns of ratings, two seeds; focus 3, 5 or 8; 2, 3, 4 or 6 hours a
week over 26 weeks.  They stand for whom the planner meets; `benchmarks.people` says
what their plans are like.  This one prints nothing.
"""

import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from datetime import time as clock
from itertools import groupby, product
from pathlib import Path

from benchmarks.instances import MONDAY
from benchmarks.selection import greedy
from pillarplan.domain.knowledge.skill import SkillOutline
from pillarplan.domain.person.rating import Rating
from pillarplan.domain.plan.availability import spread
from pillarplan.domain.plan.depth import Depth
from pillarplan.domain.plan.roadmap import Roadmap
from pillarplan.planner.plans.plan import as_roadmap
from pillarplan.services.naming.known import known_role
from pillarplan.services.planning.proposing import draft_plan
from pillarplan.services.planning.wishes import Wishes
from pillarplan.services.rating.stating import record_ratings
from pillarplan.services.workspace import Workspace

ROLES = ("associate-pm", "pm", "senior-pm", "group-pm", "director", "cpo")
SEEDS = (0, 1)
FOCUSES = (3, 5, 8)
HOURS = (2, 3, 4, 6)
WEEKS = 26

DRAWS = {"mixed": (0, 1, 1, 2, 3), "low": (1, 2, 3), "near": (0, 0, 1)}
"""How many levels somebody is below the target of their role, drawn by skill."""

PATTERNS = (*DRAWS, "pillar")
"""In the last one, one pillar is low and all others are near."""

IMPORTANCE = (1, 2, 2, 2, 3)


@dataclass(frozen=True)
class Person:
    """Somebody with ratings, who wants a plan."""

    role: str
    pattern: str
    seed: int
    focus: int
    hours: int
    """A week."""
    depth: Depth = Depth.SOLID

    @property
    def self(self) -> tuple[str, str, int]:
        """What the ratings come from; those who share it differ in their wishes."""
        return self.role, self.pattern, self.seed


@dataclass(frozen=True)
class Planned:
    """The plan of a person, and what it cost to make it."""

    person: Person
    roadmap: Roadmap
    choosing: float
    """Choice and dates, in milliseconds of the processor."""
    telling: float
    """All that the plan says besides, in milliseconds of the processor."""
    value: int
    """Of the steps of the focus that are closed."""
    greedy: int
    """What of it one reaches who takes the best step per hour each time."""


def everybody(depth: Depth = Depth.SOLID) -> Iterator[Person]:
    """Yield all people; those with the same ratings follow one another."""
    for made in product(ROLES, PATTERNS, SEEDS, FOCUSES, HOURS):
        yield Person(*made, depth)


def alike(people: Sequence[Person]) -> Iterator[tuple[Person, ...]]:
    """Yield groups of people with the same ratings."""
    for _, group in groupby(people, key=lambda person: person.self):
        yield tuple(group)


def plan_for(people: tuple[Person, ...], cache: Path) -> list[Planned]:
    """Return the plans of people with the same ratings, from a record of their own."""
    with tempfile.TemporaryDirectory() as home:
        workspace = open_workspace(Path(home), cache, MONDAY)
        rate(workspace, people[0])
        _plan(workspace, people[0])  # what is imported on first use costs nobody
        planned = [_plan(workspace, person) for person in people]
        workspace.close()
    return planned


def open_workspace(home: Path, cache: Path, today: date) -> Workspace:
    """Return a record below `home`, on a day."""
    return Workspace(
        data=home / "data",
        state=home / "state",
        cache=cache,
        find_base=lambda: None,
        find_overlay=lambda: None,
        today=today,
        now=datetime.combine(today, clock(12), UTC),
        host="desk",
        warn=lambda _: None,
    )


def rate(workspace: Workspace, person: Person) -> None:
    """Record the ratings of a person, with what matters to them."""
    knowledge = workspace.knowledge
    targets = known_role(knowledge, person.role).targets
    rng = random.Random("/".join(map(str, person.self)))
    outlines = knowledge.outlines()
    weak = rng.choice([pillar.id for pillar in knowledge.pillars()])
    ratings = [
        Rating(
            skill=outline.id,
            level=max(
                0, targets.get(outline.id, 0) - _below(rng, person, weak, outline)
            ),
            importance=rng.choice(IMPORTANCE),
            rated_on=workspace.today,
        )
        for outline in outlines
    ]
    record_ratings(workspace, ratings, person.role)


def _below(rng: random.Random, person: Person, weak: str, outline: SkillOutline) -> int:
    """Draw how far somebody is below the target of a skill."""
    pattern = person.pattern
    if pattern not in DRAWS:
        pattern = "low" if outline.pillar == weak else "near"
    return rng.choice(DRAWS[pattern])


def _plan(workspace: Workspace, person: Person) -> Planned:
    wishes = Wishes(desk=spread(person.hours), focus=person.focus, depth=person.depth)
    start = time.process_time()
    draft = draft_plan(workspace, wishes)
    chosen = time.process_time()
    roadmap = as_roadmap(draft, workspace.today)
    told = time.process_time()
    return Planned(
        person=person,
        roadmap=roadmap,
        choosing=(chosen - start) * 1000,
        telling=(told - chosen) * 1000,
        value=draft.fit.selection.value,
        greedy=greedy(draft.choice, draft.free),
    )
