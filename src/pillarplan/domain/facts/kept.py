"""The facts that a roadmap keeps, and the way to plain data and back.

Everyday commands read roadmaps, but no facts: making so many classes takes longer than
a prompt may wait.  So a roadmap keeps its facts as plain data until somebody asks.
"""

from collections.abc import Iterable, Sequence

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.facts import not_now, notes, reasons, ways_out
from pillarplan.domain.facts.plain import FactRecord
from pillarplan.domain.record import from_record, to_record

Reason = reasons.ClosesSteps | reasons.StandsIn | reasons.OnlyPinned
"""Why an item stands in a plan."""

NotNowReason = (
    not_now.DoesNotApply
    | not_now.NotRated
    | not_now.AtTarget
    | not_now.OutsideFocus
    | not_now.NoEntry
    | not_now.TooLittleMoney
    | not_now.NeedsDesk
    | not_now.TooSoon
    | not_now.TooFewHours
    | not_now.HoursDoNotSuit
)
"""Why a skill is left for later."""

PlanNote = (
    notes.Shortage
    | notes.DepthInVain
    | notes.NothingCloses
    | notes.TimeRanOut
    | notes.TooLight
    | notes.NoEntries
    | notes.MeetingsTake
    | notes.PinnedInVain
    | notes.NoReserve
    | notes.HoldsEveryGap
    | notes.OnlyListeningLeft
    | notes.SkillsFitToo
    | notes.StepsFitToo
    | notes.SpendsMoney
    | ways_out.WaysOut
    | ways_out.NoWayOut
)
"""What a person should know about a plan."""

KeptFact = Reason | NotNowReason | PlanNote


@dataclass(frozen=True, slots=True)
class _Kept:
    facts: tuple[KeptFact, ...]


def keep(facts: Iterable[KeptFact]) -> tuple[FactRecord, ...]:
    """Return facts as plain data, in which a roadmap keeps them."""
    return tuple(to_record(fact) for fact in facts)


def read_kept(records: Sequence[FactRecord]) -> tuple[KeptFact, ...] | None:
    """Return the facts that were kept; None if a newer program tells other ones."""
    try:
        return from_record(_Kept, {"facts": records}).facts
    except (KeyError, TypeError, ValueError):
        return None
