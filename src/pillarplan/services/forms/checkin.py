"""The file format in which scripts hand in a check-in."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from pillarplan.domain.person.checkin import CheckIn, Drop, NewQuestion, OutsideWork
from pillarplan.domain.person.cue import Cue
from pillarplan.domain.person.debrief import Account
from pillarplan.domain.person.recall import Grade
from pillarplan.reading.fields import (
    Day,
    ItemId,
    Line,
    Slug,
    SpentHours,
    StatedLevel,
    Text,
    Version,
)
from pillarplan.reading.written import Meant

NONE = "none"


class DropEntry(Meant):
    """An item that the person will not do."""

    item: ItemId
    reason: Line | None = None

    def to_domain(self) -> Drop:
        """Return the item and why."""
        return Drop(**self.content())


def _expand(value: Any) -> Any:
    """Return a dropped item that may be its id only: ``drop: [some-item]``."""
    return {"item": value} if isinstance(value, str) else value


Dropped = Annotated[
    DropEntry, BeforeValidator(_expand, json_schema_input_type=ItemId | DropEntry)
]


class OutsideWorkEntry(Meant):
    """Hours on something that neither the plan nor the knowledge base has."""

    title: Line
    hours: Annotated[SpentHours, Field(gt=0)]
    skills: Annotated[tuple[Slug, ...], Field(min_length=1)]
    """What it was for."""
    applied: Line | None = None
    """What was applied of it: evidence of its skills."""

    def to_domain(self) -> OutsideWork:
        """Return the hours and what they were for."""
        return OutsideWork(**self.content())


class NewQuestionEntry(Meant):
    """A question that the person leaves to their future self."""

    item: ItemId
    question: Line
    answer: Line | None = None

    def to_domain(self) -> NewQuestion:
        """Return the question."""
        return NewQuestion(**self.content())


class AccountEntry(Meant):
    """What is said of a practice once it is done; any line may be left out."""

    meant: Line | None = None
    """What was meant to happen."""
    happened: Line | None = None
    """What did happen: evidence of the skills that were practised."""
    why: Line | None = None
    """Why it went so."""
    next_time: Line | None = None
    """What to do the next time."""

    def to_domain(self) -> Account:
        """Return the four lines."""
        return Account(**{name: line or "" for name, line in self.content().items()})


class CueEntry(Meant):
    """When the person means to do an item."""

    when: Line
    """After which event of their week; ``none`` takes back what they said before."""
    obstacle: Line | None = None
    """What could stop them."""
    then: Line | None = None
    """What they mean to do then; without it, the item as it stands."""

    def to_domain(self) -> Cue | None:
        """Return the moment; None if it is taken back."""
        if self.when.lower() == NONE:
            return None
        return Cue(when=self.when, obstacle=self.obstacle or "", then=self.then or "")


def _expand_cue(value: Any) -> Any:
    """Return a moment that may be its words only."""
    return {"when": value} if isinstance(value, str) else value


CueLine = Annotated[
    CueEntry, BeforeValidator(_expand_cue, json_schema_input_type=Line | CueEntry)
]


class CheckInFile(Meant):
    """What somebody reports."""

    format: Annotated[str, Field(pattern=r"^pillarplan-checkin$")] = (
        "pillarplan-checkin"
    )
    version: Version = "1.0"
    id: Slug | None = None
    """A name for this check-in: a second one with the same name changes nothing."""
    on: Day | None = None
    hours: dict[ItemId, SpentHours] = Field(default_factory=dict)
    """Hours spent on items."""
    outside: tuple[OutsideWorkEntry, ...] = ()
    """Hours spent on what neither the plan nor the knowledge base has."""
    done: tuple[ItemId, ...] = ()
    applied: dict[ItemId, Line] = Field(default_factory=dict)
    """What was applied of an item, or what shows a practice: evidence of its skills."""
    debrief: dict[ItemId, AccountEntry] = Field(default_factory=dict)
    """What is said of items once they are done."""
    when: dict[ItemId, CueLine] = Field(default_factory=dict)
    """When the person means to do items: after which event of their week."""
    drop: tuple[Dropped, ...] = ()
    pause_until: Day | None = None
    """The last day of a pause that begins today."""
    rate: dict[Slug, StatedLevel] = Field(default_factory=dict)
    evidence: dict[Slug, Line] = Field(default_factory=dict)
    questions: tuple[NewQuestionEntry, ...] = ()
    recall: dict[Slug, Grade] = Field(default_factory=dict)
    """How well the answers to questions came to mind, by their ids."""
    promise: Line | None = None
    """A sentence for whoever gets the plan to read."""
    note: Text | None = None
    private: bool = False
    """Its evidence and its note are for nobody else."""
    nothing: bool = False
    """Nothing happened this time, which is worth telling too."""

    def to_domain(self) -> CheckIn:
        """Return the check-in."""
        return CheckIn(**self.content("format", "version"))
