"""A check-in: what somebody reports of the time since the last one."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.person.cue import Cue
from pillarplan.domain.person.debrief import Account
from pillarplan.domain.person.recall import Grade


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """An item that the person will not do."""

    item: str
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewQuestion:
    """A question that the person leaves to their future self."""

    item: str
    question: str
    answer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideWork:
    """Hours on something that is told by its title, since nothing else has it."""

    title: str
    hours: float
    skills: tuple[str, ...]
    """What it was for."""
    applied: str | None = None
    """What was applied of it: evidence of its skills."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """What somebody reports, be it by flags, in a file or in the dialogue."""

    id: str | None = None
    """A name for this check-in: a second one with the same name changes nothing."""
    on: date | None = None
    """The day that it is about; None for today."""
    hours: Mapping[str, float] = field(default_factory=dict)
    """Hours spent on items."""
    outside: tuple[OutsideWork, ...] = ()
    """Hours spent on what neither the plan nor the knowledge base has."""
    done: tuple[str, ...] = ()
    applied: Mapping[str, str] = field(default_factory=dict)
    """What was applied of an item, or what shows a practice: evidence of its skills."""
    debrief: Mapping[str, Account] = field(default_factory=dict)
    """What is said of items afterwards; what happened is evidence of their skills."""
    when: Mapping[str, Cue | None] = field(default_factory=dict)
    """When the person means to do items; None takes back what they said before."""
    drop: tuple[Drop, ...] = ()
    pause_until: date | None = None
    """The last day of a pause that begins today."""
    rate: Mapping[str, int] = field(default_factory=dict)
    evidence: Mapping[str, str] = field(default_factory=dict)
    questions: tuple[NewQuestion, ...] = ()
    recall: Mapping[str, Grade] = field(default_factory=dict)
    """How well the answers to questions came to mind, by their ids."""
    promise: str | None = None
    """A sentence for whoever gets the plan to read."""
    note: str | None = None
    private: bool = False
    """Its evidence and its note are for nobody else."""
    nothing: bool = False
    """Nothing happened this time, which is worth telling too."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to record."""
        return not any(
            (
                self.hours,
                self.outside,
                self.done,
                self.applied,
                self.debrief,
                self.when,
                self.drop,
                self.pause_until,
                self.rate,
                self.evidence,
                self.questions,
                self.recall,
                self.promise,
                self.note,
                self.nothing,
            )
        )
