"""What would hold all that is wanted; a script can take the options."""

from datetime import date
from typing import Literal

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.facts.parts import Options, SkillSteps


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreHours:
    """With more hours at the desk everything fits."""

    kind: Literal["more-hours"] = "more-hours"
    options: Options
    hours: float
    """At the desk, in a week."""
    instead_of: float
    listens: bool
    """There are hours for listening besides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterEnd:
    """With a later last day everything fits."""

    kind: Literal["later-end"] = "later-end"
    options: Options
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ShorterBuffer:
    """With fewer days kept free everything fits."""

    kind: Literal["shorter-buffer"] = "shorter-buffer"
    options: Options
    days: int
    instead_of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveOut:
    """Without some steps it fits, and so it is planned: nothing is to be done."""

    kind: Literal["leave-out"] = "leave-out"
    options: Options = ()
    steps: tuple[SkillSteps, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneStep:
    """Nothing fits, but one step alone would, a while later."""

    kind: Literal["one-step"] = "one-step"
    options: Options
    steps: tuple[SkillSteps, ...]
    done_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftLimit:
    """Without a limit, other than time, more steps are closed."""

    kind: Literal["lift-limit"] = "lift-limit"
    options: Options
    more_steps: int


WayOut = MoreHours | LaterEnd | ShorterBuffer | LeaveOut | OneStep | LiftLimit


@dataclass(frozen=True, slots=True, kw_only=True)
class WaysOut:
    """What helps, each way by itself; each was planned to see that it does."""

    kind: Literal["ways-out"] = "ways-out"
    ways: tuple[WayOut, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoWayOut:
    """Nothing fits into the days, however many hours a week there are."""

    kind: Literal["no-way-out"] = "no-way-out"
