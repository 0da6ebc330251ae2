"""The distance between where a person is in a skill and where they want to be."""

from collections.abc import Iterable
from dataclasses import field, replace

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.constraint import Constraint
from pillarplan.domain.knowledge.scale import Scale
from pillarplan.domain.knowledge.step import Step

WEIGHTS = {1: 1, 2: 2, 3: 4}
"""What a step of a skill weighs that matters little, as usual, or much."""

NOT_RATED = "Not rated"
"""Why a skill shows no gap of which nobody told anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Target against current level of one skill."""

    skill: str
    name: str
    pillar: str
    current: int | None
    """None if the skill was never rated, or does not apply."""
    target: int
    importance: int
    applies: bool = True
    """False if the person said that the skill does not apply to their work."""
    role_target: int | None = None
    """What the role asks for, if the target is the person's own; None if it is not."""
    is_core: bool = False
    """Whether every product person needs the skill."""
    raised: int = 0
    """By how much the role asks for more than the role below it; 0 for the first."""

    constraint: Constraint | None = None
    """What holds the person back, if it is not the skill."""
    talk: str | None = None
    """The practice that comes before all else for that reason, while it is to be done.
    """

    size: int = field(init=False)
    """Levels that are missing; an unrated skill has no known gap."""
    priority: int = field(init=False)
    """Weight times size."""

    @property
    def weight(self) -> int:
        """What each of its steps weighs: twice as much from one importance to the next.

        So what matters much outweighs a wider gap in what matters as usual.
        """
        return WEIGHTS[self.importance]

    @property
    def next_target(self) -> int:
        """The level to plan for: the next one only, as long as a talk comes first."""
        return self.target if self.talk is None else (self.current or 0) + 1

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps to plan for, lowest first."""
        levels = range((self.current or 0) + 1, self.next_target + 1)
        return tuple(Step(self.skill, level) for level in levels)

    @property
    def is_own_target(self) -> bool:
        """Whether the person set the target, be it above, below or like the role's."""
        return self.role_target is not None

    @property
    def is_asked(self) -> bool:
        """Whether the role or the person asks for the skill, or it was rated."""
        rated = self.current is not None or not self.applies
        return bool(self.target) or self.is_own_target or rated

    def __post_init__(self) -> None:
        known = self.current is not None and self.applies
        size = max(0, self.target - (self.current or 0)) if known else 0
        # A frozen instance can only be completed this way.
        object.__setattr__(self, "size", size)
        object.__setattr__(self, "priority", WEIGHTS[self.importance] * size)


STRONG = 4
"""From this level of five on others can learn from one."""

MOST_STRENGTHS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class StrongSkill:
    """A skill that a person has more of than asked for, or has to give."""

    skill: str
    name: str
    level: int
    practice: str | None = None
    """Something to do at work that gives it on, and takes the person further."""
    title: str | None = None
    """What that practice is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GapReport:
    """Current against target level of every skill, widest gap first."""

    role: str
    role_name: str
    contexts: tuple[str, ...]
    gaps: tuple[Gap, ...]
    strengths: tuple[StrongSkill, ...] = ()
    """The few highest, as far as they were looked for."""
    unasked: int = 0
    """How many skills were left out, which nobody asks for and nobody rated."""

    def asked(self) -> "GapReport":
        """Return the report on what the role or the person asks for, or rated.

        A base may hold thousands of skills of which a role wants twenty.
        """
        gaps = tuple(gap for gap in self.gaps if gap.is_asked)
        return replace(self, gaps=gaps, unasked=len(self.gaps) - len(gaps))


def find_strengths(gaps: Iterable[Gap], scale: Scale) -> tuple[StrongSkill, ...]:
    """Return the few skills that are above target or high anyway, the highest first."""
    held = [
        (gap.current, gap)
        for gap in gaps
        if gap.applies
        and gap.current
        and (scale.of_five(gap.current) >= STRONG or gap.current > gap.target)
    ]
    held.sort(key=lambda each: -each[0])
    return tuple(
        StrongSkill(skill=gap.skill, name=gap.name, level=level)
        for level, gap in held[:MOST_STRENGTHS]
    )


def names_without_gap(gaps: Iterable[Gap]) -> dict[str, list[str]]:
    """Return the names of the skills that show no gap, by why they show none."""
    groups: dict[str, list[str]] = {
        "At target": [],
        NOT_RATED: [],
        "Not applicable": [],
    }
    for gap in gaps:
        if not gap.applies:
            groups["Not applicable"].append(gap.name)
        elif gap.current is None:
            groups[NOT_RATED].append(gap.name)
        elif not gap.size:
            groups["At target"].append(gap.name)
    return {label: names for label, names in groups.items() if names}
