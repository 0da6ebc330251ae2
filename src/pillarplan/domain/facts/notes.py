"""What a person should know about a plan: what does not fit, is in vain, or is free."""

from datetime import date
from typing import Literal

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.facts.parts import Options, SkillSteps


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortage:
    """What is wanted takes more time than there is, or other time."""

    kind: Literal["shortage"] = "shortage"
    wanted: int
    """Steps."""
    closable: int
    """How many of them could be closed at all."""
    needs: float
    """Hours that these take."""
    free: float
    """Hours that there are."""
    listening: float
    """How many of them are for listening."""
    first: date
    last: date
    """The last day on which a session may be."""
    until: date
    kept_free: int
    """Days up to `until` that are kept free of sessions."""
    too_soon: bool = False
    """Some steps could not settle by the last day, whatever the hours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DepthInVain:
    """What has to be done uses up the hours, so that none are left for better books."""

    kind: Literal["depth-in-vain"] = "depth-in-vain"
    hours: float
    """What is left of them."""
    options: Options
    """What shows a plan with fewer skills in hand, which may leave more for each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingCloses:
    """Nothing closes some steps, however much time there is."""

    kind: Literal["nothing-closes"] = "nothing-closes"
    steps: tuple[SkillSteps, ...]
    limits: Options
    """What the person asked for that keeps items out; empty if nothing does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoEntries:
    """Bare steps stand in the plan, since the knowledge base has nothing for them."""

    kind: Literal["no-entries"] = "no-entries"
    steps: tuple[SkillSteps, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRanOut:
    """The plan is not proven to be the best one."""

    kind: Literal["time-ran-out"] = "time-ran-out"


@dataclass(frozen=True, slots=True, kw_only=True)
class TooLight:
    """Lighter days have too little time for a session."""

    kind: Literal["too-light"] = "too-light"
    first: date
    last: date
    hours: float
    """What one of the days has at most."""
    options: Options
    """What would use it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingsTake:
    """Meetings leave less time than the person stated, however hours are spread."""

    kind: Literal["meetings-take"] = "meetings-take"
    hours: float
    stated: float
    """Hours that there would be without meetings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PinnedInVain:
    """Items are pinned that were dropped, or that serve no gap."""

    kind: Literal["pinned-in-vain"] = "pinned-in-vain"
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoReserve:
    """One missed week would break a plan with a deadline."""

    kind: Literal["no-reserve"] = "no-reserve"
    ends_on: date
    options: Options
    """What would keep a week free."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldsEveryGap:
    """Much time stays free, and nothing is left to work on."""

    kind: Literal["holds-every-gap"] = "holds-every-gap"
    takes: float
    """Hours."""
    free: float
    unrated: int
    """Skills that have no level yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyListeningLeft:
    """Much time to listen stays free, and none at the desk to try what is heard."""

    kind: Literal["only-listening-left"] = "only-listening-left"
    hours: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillsFitToo:
    """Much time stays free, and other skills would fit whole."""

    kind: Literal["skills-fit-too"] = "skills-fit-too"
    takes: float
    free: float
    options: Options
    skills: tuple[str, ...]
    names: tuple[str, ...]
    in_all: float
    """Hours that the wider focus takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepsFitToo:
    """Much time stays free, and some steps of another skill would fit."""

    kind: Literal["steps-fit-too"] = "steps-fit-too"
    takes: float
    free: float
    options: Options
    steps: tuple[SkillSteps, ...]
    in_all: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SpendsMoney:
    """The plan costs money, which others may pay."""

    kind: Literal["spends-money"] = "spends-money"
    at_most: float
    """As far as prices have an upper end."""
    open_prices: int
    """How many have none."""
