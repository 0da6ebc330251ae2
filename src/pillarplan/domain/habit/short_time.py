"""What fits into a few minutes that one has now."""

from enum import StrEnum

from pillarplan.domain.dataclass import dataclass


class ShortKind(StrEnum):
    """What there is to do in a short time."""

    RECALL = "recall"
    """Answer a question of one's past self."""
    DEBRIEF = "debrief"
    """Say what came of a practice that is done."""
    QUESTION = "question"
    """Leave a question about something that is learnt."""
    FINISH = "finish"
    """End an item."""
    PART = "part"
    """Go on with something that can be left half-way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortTask:
    """Something that fits."""

    sort: ShortKind
    minutes: int
    """What it takes, at most."""
    command: str
    """What to type for it, or afterwards."""
    item: str | None = None
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortTime:
    """What fits into some minutes: what waits for an answer first, then the plan."""

    minutes: int
    tasks: tuple[ShortTask, ...]
