"""The ratings form that a colleague filled in, as YAML or JSON.

It is a ratings file (`pillarplan.services.forms.ratings`) in which answers may be
empty.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from pillarplan.domain.person.rating import Confidence, Rater, RaterKind
from pillarplan.domain.reports.feedback import Given, Said
from pillarplan.domain.text import LONGEST_LINE, one_line
from pillarplan.reading.complaints import Complaint
from pillarplan.reading.fields import Day, Slug, StatedLevel, Version
from pillarplan.reading.model import read_model
from pillarplan.reading.source import Source
from pillarplan.reading.written import Meant, Written
from pillarplan.services.forms.base_checks import doubt_levels, doubt_skills, too_late
from pillarplan.services.forms.ratings import Format, NotApplicable, read_level
from pillarplan.services.workspace import Workspace

LineOrNothing = Annotated[str, Field(max_length=LONGEST_LINE)]


class Answer(Written):
    """What the form says of one skill."""

    level: Annotated[
        StatedLevel | None,
        BeforeValidator(
            read_level, json_schema_input_type=StatedLevel | NotApplicable | None
        ),
    ] = None
    confidence: Confidence | None = None
    evidence: LineOrNothing | None = None

    @property
    def sentence(self) -> str | None:
        """The evidence as one clean line, if there is any."""
        return one_line(self.evidence or "") or None


def _expand(value: Any) -> Any:
    """Return an entry that may be empty, its level only, or ``n/a``: empty too."""
    return value if isinstance(value, dict) else {"level": value}


Answered = Annotated[
    Answer,
    BeforeValidator(
        _expand, json_schema_input_type=StatedLevel | NotApplicable | Answer | None
    ),
]


class Signature(Meant):
    """Who filled the form in; the name is empty at first."""

    name: LineOrNothing = ""
    kind: RaterKind = RaterKind.PEER

    def to_domain(self) -> Rater:
        """Return the rater."""
        return Rater(name=one_line(self.name), kind=self.kind)


class RatingsForm(Meant):
    """A ratings file of somebody else, some of it perhaps empty."""

    format: Format
    version: Version
    rated_on: Day | None = None
    rater: Signature = Field(default_factory=Signature)
    ratings: dict[Slug, Answered]

    def to_domain(self) -> Given:
        """Return what is filled in."""
        return Given(
            rater=self.rater.to_domain(),
            given_on=self.rated_on,
            said=tuple(
                Said(
                    skill=skill,
                    level=answer.level,
                    confidence=answer.confidence,
                    seen=answer.sentence,
                )
                for skill, answer in self.ratings.items()
                if answer.level is not None
            ),
        )


def read_form(source: Source, workspace: Workspace, rater: Rater | None) -> Given:
    """Return what the form says; `rater` stands in for the one whom it names.

    Raises BrokenFileError with all that is wrong.
    """
    doubt = partial(_doubt, workspace, signed=rater is None)
    form = read_model(source, RatingsForm, doubt, lambda: workspace.knowledge.scale())
    given = form.to_domain()
    return replace(given, rater=rater) if rater else given


def _doubt(
    workspace: Workspace, form: RatingsForm, *, signed: bool
) -> Iterator[Complaint]:
    if signed:
        yield from _doubt_rater(form.rater)
    yield from doubt_skills(workspace, "ratings", form.ratings)
    yield from doubt_levels(workspace, "ratings", form.ratings)
    if message := too_late(workspace, form.rated_on):
        yield Complaint(("rated_on",), message)
    for skill, answer in form.ratings.items():
        if answer.level is None and answer.sentence:
            reach = workspace.knowledge.scale().reach
            message = f"a sentence without a level; write one from {reach}"
            yield Complaint(("ratings", skill, "level"), message)
    if all(answer.level is None for answer in form.ratings.values()):
        yield Complaint(("ratings",), "nothing is filled in", at_key=True)


def _doubt_rater(rater: Signature) -> Iterator[Complaint]:
    if not one_line(rater.name):
        yield Complaint(("rater", "name"), "write your name between the quotes")
    if rater.kind is RaterKind.SELF:
        message = "must be peer or manager; for yourself: pillarplan assess --from FILE"
        yield Complaint(("rater", "kind"), message)
