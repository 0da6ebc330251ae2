"""The unit of growth: one skill's move from one level to the next."""

from collections.abc import Collection, Set
from typing import NamedTuple

from pillarplan.domain.dataclass import dataclass


class Step(NamedTuple):
    """One skill's move up to `level` from the level below."""

    skill: str
    level: int
    """The level that is reached, from 1 on."""

    @property
    def below(self) -> "Step":
        """The step that comes before; below the first one, what is no step."""
        return Step(self.skill, self.level - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Consecutive steps of one skill; written ``{skill: …, from: 1, to: 3}``."""

    skill: str
    from_: int
    to: int

    @property
    def steps(self) -> tuple[Step, ...]:
        """The single steps, lowest first."""
        return tuple(
            Step(self.skill, level) for level in range(self.from_ + 1, self.to + 1)
        )


def climb(wanted: Collection[Step], done: Set[Step]) -> frozenset[Step]:
    """Return what is closed of the wanted steps, lower ones first, once some are done.

    A step is closed only if the wanted one below it is.
    """
    closed = set[Step]()
    for step in wanted:
        if step in done and (step.below in closed or step.below not in wanted):
            closed.add(step)
    return frozenset(closed)


def spans(steps: "tuple[Step, ...] | list[Step]") -> tuple[Span, ...]:
    """Join steps into as few spans as possible, by skill in order of appearance."""
    levels: dict[str, list[int]] = {}
    for step in steps:
        levels.setdefault(step.skill, []).append(step.level)
    return tuple(
        Span(skill=skill, from_=run[0] - 1, to=run[-1])
        for skill, reached in levels.items()
        for run in _runs(sorted(set(reached)))
    )


def _runs(numbers: list[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs
