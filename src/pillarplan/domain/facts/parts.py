"""What facts are made of: steps and items with their names, options, differences."""

from collections.abc import Iterable, Mapping

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.step import Step, spans


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillSteps:
    """Consecutive steps of one skill, with the name that it has when they are told."""

    skill: str
    name: str
    start: int
    end: int

    @property
    def number(self) -> int:
        """How many steps these are."""
        return self.end - self.start


def name_steps(
    steps: Iterable[Step], names: Mapping[str, str]
) -> tuple[SkillSteps, ...]:
    """Join steps into runs, each with the name of its skill."""
    return tuple(
        SkillSteps(
            skill=span.skill,
            name=names.get(span.skill, span.skill),
            start=span.from_,
            end=span.to,
        )
        for span in spans(tuple(steps))
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """An item with its title."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanOption:
    """An option of ``pillarplan plan`` with its value, as one would type them."""

    name: str
    """With its dashes: ``--budget``."""
    value: str


Options = tuple[PlanOption, ...]
"""What to add to ``pillarplan plan``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What another plan does otherwise."""

    closes: tuple[SkillSteps, ...]
    """What only the other plan closes."""
    opens: tuple[SkillSteps, ...]
    """What only the plan itself closes."""
    hours: float
    """How many more the other one takes; a negative number is a gain, as below."""
    money: float

    @property
    def is_none(self) -> bool:
        """Say whether the other plan is just as good."""
        return not (self.closes or self.opens or self.hours or self.money)
