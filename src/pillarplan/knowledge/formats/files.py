"""The files of a knowledge base: an entry file, the parts of it, a person's overlay."""

from typing import Annotated

from pydantic import ConfigDict, Field

from pillarplan.domain.knowledge.base import ArticleItem, KnowledgeBase, Part
from pillarplan.domain.knowledge.scale import complete
from pillarplan.knowledge.formats.item import PracticeEntry, ResourceEntry
from pillarplan.knowledge.formats.recommendation import (
    Guests,
    PublicListEntry,
    Recommended,
    Synonyms,
)
from pillarplan.knowledge.formats.skill import (
    USUAL_SCALE,
    ContextEntry,
    PillarEntry,
    ReflectionEntry,
    RoleEntry,
    ScaleEntries,
    SkillEntry,
    Skills,
)
from pillarplan.reading.fields import Level, LevelKey, Line, Slug, Text, Version
from pillarplan.reading.written import Meant, Written

ENTRIES: dict[str, type[Meant]] = {
    "pillar": PillarEntry,
    "skill": SkillEntry,
    "resource": ResourceEntry,
    "practice": PracticeEntry,
    "role": RoleEntry,
    "context": ContextEntry,
    "reflection": ReflectionEntry,
}
"""What an overlay may add, change and hide, by its kind."""


ScaleWas = Annotated[dict[LevelKey, Level], Field(min_length=1)]
"""By each level of an earlier scale the level that it is now."""


class ArticleItemEntry(Meant):
    """One thing that the article behind the knowledge base says, in our words."""

    id: Slug
    text: Text

    def to_domain(self) -> ArticleItem:
        """Return the item."""
        return ArticleItem(**self.content())


class PartFile(Meant):
    """What an included file may hold; it includes no others."""

    pillars: tuple[PillarEntry, ...] = ()
    resources: tuple[ResourceEntry, ...] = ()
    practices: tuple[PracticeEntry, ...] = ()
    roles: tuple[RoleEntry, ...] = ()
    contexts: tuple[ContextEntry, ...] = ()
    reflections: tuple[ReflectionEntry, ...] = ()
    article: tuple[ArticleItemEntry, ...] = ()
    lists: tuple[PublicListEntry, ...] = ()
    """Public lists of recommendations; they and what follows since version 1.1."""
    recommended: Recommended = Field(default_factory=dict)
    guests: Guests = Field(default_factory=dict)
    synonyms: Synonyms = Field(default_factory=dict)

    def to_domain(self) -> Part:
        """Return what the file adds."""
        return Part(**self.content())


class KnowledgeFile(Meant):
    """All that the program knows, as read from its files."""

    format: Annotated[str, Field(pattern=r"^pillarplan-knowledge$")]
    version: Version
    id: Slug = ""
    """The title in small letters and dashes, if none is given."""
    title: Line = ""
    """The name of the file or of its folder, if none is given."""
    include: tuple[str, ...] = ()
    """Sibling files, relative, with more resources and practices."""
    covers: tuple[Slug, ...] = ()
    scale: ScaleEntries = USUAL_SCALE
    """What the levels mean, from 0, not started, or from 1; at most to 10.

    If it is left out, what they mean in the built-in base.
    """
    scale_was: tuple[ScaleWas, ...] = ()
    """Scales that it had before, each known by its highest level: which level each of
    its levels is now; since version 1.1."""
    pillars: tuple[PillarEntry, ...] = ()
    skills: Skills = ()
    """Skills of no pillar; they are shown under the title of the base."""
    default_role: Slug | None = None
    """The role of who names none; if it is left out, the first one."""
    resources: tuple[ResourceEntry, ...] = ()
    practices: tuple[PracticeEntry, ...] = ()
    roles: tuple[RoleEntry, ...] = ()
    contexts: tuple[ContextEntry, ...] = ()
    reflections: tuple[ReflectionEntry, ...] = ()
    article: tuple[ArticleItemEntry, ...] = ()
    """All that the entries together must cover."""
    lists: tuple[PublicListEntry, ...] = ()
    """Public lists of recommendations; they and what follows since version 1.1."""
    recommended: Recommended = Field(default_factory=dict)
    guests: Guests = Field(default_factory=dict)
    synonyms: Synonyms = Field(default_factory=dict)

    def to_domain(self) -> KnowledgeBase:
        """Return the knowledge base, as yet without the files that it includes."""
        return KnowledgeBase(
            **self.content(
                *("format", "version", "include", "skills", "scale", "scale_was")
            ),
            scale=complete((each.to_domain(), each.weeks) for each in self.scale),
            scale_was=tuple(
                tuple(was.get(level, 0) for level in range(max(was) + 1))
                for was in self.scale_was
            ),
        )


class EntryChange(Written):
    """An entry of an overlay: the keys to change, or a whole new entry."""

    model_config = ConfigDict(extra="ignore")

    id: Slug


class PillarChange(Written):
    """A pillar of an overlay, and the skills in it to change or to add."""

    model_config = ConfigDict(extra="ignore")

    id: Slug
    skills: tuple[EntryChange, ...] = ()


class HiddenIds(Written):
    """What is to vanish, by kind: ``{roles: [pm], resources: [getting-to-yes]}``."""

    pillars: tuple[Slug, ...] = ()
    skills: tuple[Slug, ...] = ()
    resources: tuple[Slug, ...] = ()
    practices: tuple[Slug, ...] = ()
    roles: tuple[Slug, ...] = ()
    contexts: tuple[Slug, ...] = ()
    reflections: tuple[Slug, ...] = ()


class OverlayFile(Written):
    """What an overlay may hold; an entry with a known id changes what it names."""

    format: Annotated[str, Field(pattern=r"^pillarplan-overlay$")]
    version: Version
    hide: tuple[Slug, ...] | HiddenIds = ()
    """Ids of entries that are to vanish, with all that mentions them; by kind since
    version 1.1, or in one list, which hides whatever has the id."""
    pillars: tuple[PillarChange, ...] = ()
    resources: tuple[EntryChange, ...] = ()
    practices: tuple[EntryChange, ...] = ()
    roles: tuple[EntryChange, ...] = ()
    contexts: tuple[EntryChange, ...] = ()
    reflections: tuple[EntryChange, ...] = ()
