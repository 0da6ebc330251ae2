"""Why a skill is in the focus, or why it is not."""

from datetime import date
from typing import Literal

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.facts.parts import Options, SkillSteps
from pillarplan.domain.knowledge.constraint import Constraint

TieBreak = Literal["importance", "core", "role", "turn", "order"]
"""What decides between equal priorities: the first of these that differs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a skill stands among those that have a gap."""

    kind: Literal["standing"] = "standing"
    level: int
    target: int
    role_target: int | None = None
    """What the role asks for, if the person set the target; else None."""
    priority: int
    importance: int
    gap: int
    place: int
    """By priority, from 1."""
    of: int
    """How many skills have a gap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBack:
    """The person said that it is not the skill that is missing."""

    kind: Literal["held-back"] = "held-back"
    constraint: Constraint
    talk: str | None = None
    """What the talk is called that comes first; None once it is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InFocus:
    """A skill is one of those to work on."""

    kind: Literal["in-focus"] = "in-focus"
    chosen: bool
    """The person chose it."""
    focus: int
    """How many skills are in the focus."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenUp:
    """A skill is taken up when another one is closed."""

    kind: Literal["taken-up"] = "taken-up"
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCloses:
    """The plan closes steps of a skill."""

    kind: Literal["plan-closes"] = "plan-closes"
    steps: tuple[SkillSteps, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OthersFirst:
    """The skills in the focus come before this one."""

    kind: Literal["others-first"] = "others-first"
    chosen: bool
    """The person chose them."""
    focus: int
    least: int
    """The least priority in the focus."""
    is_tie: bool
    """This skill has the same priority."""
    tie_break: TieBreak | None = None
    """Why the last one in the focus comes first all the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WiderFocus:
    """What would come of a focus that also holds a skill."""

    kind: Literal["wider-focus"] = "wider-focus"
    options: Options
    closes: tuple[SkillSteps, ...]
    """Steps of the skill; empty if it would still find no place."""
    more_hours: float
    """How much longer the whole plan takes; negative if it takes less."""
