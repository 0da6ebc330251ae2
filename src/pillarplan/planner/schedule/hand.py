"""How many skills may be in hand at once."""

from collections.abc import Mapping, Set
from dataclasses import field

from pillarplan.domain.dataclass import dataclass
from pillarplan.planner.schedule.headway import Headway
from pillarplan.planner.schedule.job import Job
from pillarplan.planner.schedule.rules import numbers


@dataclass(frozen=True, slots=True)
class Hand:
    """How many skills may be in hand at once, and which of them comes first."""

    most: int | None = None
    """None is no limit."""
    ranks: Mapping[str, int] = field(default_factory=dict)
    """By skill its place among those of the plan."""
    begun: Set[str] = frozenset()
    """The skills for which something was finished before."""

    def skill_of(self, task: Job) -> str:
        """Return the skill to which a task belongs: the first of those it serves."""
        skills = (step.skill for step in task.closes)
        return min(skills, key=lambda skill: self.ranks.get(skill, 0), default="")


ANY_NUMBER = Hand()
"""Of skills may be in hand at once."""


class Grip:
    """The skills in hand, while the days go by."""

    def __init__(self, hand: Hand, headway: Headway) -> None:
        self._most, self._headway = hand.most, headway
        self._skill_of = [hand.skill_of(task) for task in headway.tasks]
        self._before = hand.begun
        self._seen = (-1, -1)
        self._begun = hand.begun
        self._is_free = True

    def may_take_up(self, task: int) -> bool:
        """Say whether the skill of a task is in hand, or a hand is free for it."""
        if self._most is None:
            return True
        far = self._headway
        if self._seen != (far.begun, far.done):
            self._look()
        return self._is_free or self._skill_of[task] in self._begun

    def _look(self) -> None:
        """See which skills are begun, and whether all hands are full."""
        far, skills = self._headway, self._skill_of
        self._seen = (far.begun, far.done)
        self._begun = self._before | {skills[n] for n in numbers(far.begun)}
        going_on = {skill for skill, left in zip(skills, far.left, strict=True) if left}
        self._is_free = len(self._begun & going_on) < (self._most or 0)
