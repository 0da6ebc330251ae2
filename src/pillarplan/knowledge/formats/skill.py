"""How pillars and skills are written, and what roles and products ask of them."""

from typing import Annotated

from pydantic import BeforeValidator, Field
from pydantic.config import JsonDict

from pillarplan.domain.bounds import TOP_LEVEL
from pillarplan.domain.knowledge.scale import USUAL, ScaleLevel
from pillarplan.domain.knowledge.skill import (
    Context,
    Pillar,
    Reflection,
    Role,
    Skill,
)
from pillarplan.domain.text import LONGEST_LINE
from pillarplan.knowledge.formats.named import NamedEntry, named
from pillarplan.reading.fields import (
    LEVEL,
    Level,
    LevelKey,
    Line,
    Slug,
    Text,
    one_or_more,
)
from pillarplan.reading.written import Meant

FROM_1_ON: JsonDict = {"propertyNames": {LEVEL: "key"}}
"""What a schema says of the keys; the reader has words of its own for a level 0."""

LINE: JsonDict = {"type": "string", "minLength": 1, "maxLength": LONGEST_LINE}
"""What a schema says of a line."""


def _or_one_text(schema: JsonDict) -> None:
    """Let the schema of levels know that a level may be no more than one behaviour."""
    schema.update(FROM_1_ON)
    schema["additionalProperties"] = {"anyOf": [schema["additionalProperties"], LINE]}


def _or_name(schema: JsonDict) -> None:
    """Let the schema of a list know that an entry may be no more than its name."""
    schema["items"] = {"anyOf": [schema["items"], LINE]}


class ScaleLevelEntry(Meant):
    """One level of the scale that all skills share."""

    level: Level
    name: Line
    test: Line | None = None
    """A short sentence by which to recognise the level."""
    weeks: Annotated[int, Field(ge=0, le=52)] | None = None
    """The fewest weeks from the level below: what is new takes that long to settle.

    Left out, they follow from where the level is on the scale.
    """

    def to_domain(self) -> ScaleLevel:
        """Return the level, as yet without its weeks if they are left out."""
        return ScaleLevel(
            level=self.level,
            name=self.name,
            test=self.test or "",
            weeks=self.weeks or 0,
        )


ScaleEntries = Annotated[
    tuple[ScaleLevelEntry, ...],
    Field(min_length=2, max_length=TOP_LEVEL + 1, json_schema_extra=_or_name),
]
"""The levels of a scale, one after the other; names alone are levels 1, 2 and so on."""

USUAL_SCALE = tuple(
    ScaleLevelEntry(level=level, name=name, test=test)
    for level, (name, test) in enumerate(USUAL.items())
)
"""The scale of a base that says none; it is that of the built-in one."""


SameAs = Annotated[
    tuple[Slug, ...],
    BeforeValidator(one_or_more, json_schema_input_type=Slug | tuple[Slug, ...]),
]
"""One skill, or several: ``same_as: pricing``."""


class SkillEntry(NamedEntry):
    """Something a product leader can be good at, with behaviours for each level."""

    id: Slug = ""
    """The name in small letters and dashes, if none is given."""
    name: Line = ""
    """The id in words, if none is given."""
    summary: Line = ""
    why: Text = ""
    """Why it matters in this job."""
    neglect: Text = ""
    """What happens to a leader who lacks it."""
    delegate: Text = ""
    """Who could take it over for a while."""
    core: bool = False
    """Asked in a quick assessment."""
    draws_on: tuple[Slug, ...] = ()
    """Other pillars that feed this skill."""
    covers: tuple[Slug, ...] = ()
    """Items of the article that this entry answers."""
    was: tuple[Slug, ...] = ()
    """Ids of skills that it took the place of; since version 1.1."""
    same_as: SameAs = ()
    """Skills of the built-in base that it is; their resources and practices serve it,
    and their texts count where it has none; since version 1.1."""
    levels: dict[LevelKey, Annotated[tuple[Line, ...], Field(min_length=1)]] = Field(
        default_factory=dict, json_schema_extra=_or_one_text
    )
    """For each level above 0 that is told, what one can observe on it."""

    def to_domain(self) -> Skill:
        """Return the skill."""
        return Skill(**named(self.content()))


Skills = Annotated[tuple[SkillEntry, ...], Field(json_schema_extra=_or_name)]
"""Skills in their order; one may be written as no more than its name."""


class PillarEntry(NamedEntry):
    """A family of skills."""

    id: Slug = ""
    name: Line = ""
    summary: Text = ""
    covers: tuple[Slug, ...] = ()
    skills: Annotated[Skills, Field(min_length=1)]

    def to_domain(self) -> Pillar:
        """Return the pillar with its skills."""
        return Pillar(**named(self.content()))


class RoleEntry(NamedEntry):
    """A job, by the level that it asks for in each skill."""

    id: Slug = ""
    name: Line = ""
    summary: Text = ""
    """What changes from the role before."""
    was: tuple[Slug, ...] = ()
    """Ids of roles that it took the place of; since version 1.1."""
    targets: dict[Slug, Level]

    def to_domain(self) -> Role:
        """Return the role."""
        return Role(**named(self.content()))


class ContextEntry(NamedEntry):
    """A kind of product that asks for more of some skills than the role alone."""

    id: Slug = ""
    name: Line = ""
    summary: Text = ""
    raises: dict[Slug, Annotated[int, Field(ge=1, le=TOP_LEVEL)]]
    """How many levels are added to the target of a skill, up to the highest."""

    def to_domain(self) -> Context:
        """Return the context."""
        return Context(**named(self.content()))


class ReflectionEntry(NamedEntry):
    """A question to ask of one's product."""

    id: Slug = ""
    """The question in small letters and dashes, if none is given."""
    skill: Slug
    pillar: Slug | None = None
    """The pillar from which the question looks at the skill, if any."""
    question: Text
    look_for: Text = ""
    """What a good answer contains."""
    practice: Slug | None = None
    """The practice that an open point calls for."""
    covers: tuple[Slug, ...] = ()

    def to_domain(self) -> Reflection:
        """Return the question."""
        return Reflection(**self.content())
