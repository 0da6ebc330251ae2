"""What a review looks back on."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.skill import NamesById
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.roadmap import Roadmap
from pillarplan.knowledge.index.index import KnowledgeIndex

OUTSIDE = "outside"
"""The kind of what neither a plan nor the knowledge base has."""


@dataclass(frozen=True)
class Lookback:
    """A person's whole record, and the days from `since` to `until`, both included."""

    knowledge: KnowledgeIndex
    profile: Profile
    roadmaps: tuple[Roadmap, ...]
    """All that were ever adopted, oldest first."""
    targets: Mapping[str, int]
    """What the role asks for, or the person themselves."""
    since: date
    until: date

    def covers(self, day: date) -> bool:
        """Say whether `day` is one of the days."""
        return self.since <= day <= self.until

    @cached_property
    def skills(self) -> NamesById:
        """The names of the skills."""
        return self.knowledge.skill_names()

    def kind_and_title(self, item: str) -> tuple[str, str]:
        """Return what an item is called, as it was last planned."""
        planned = (roadmap.item(item) for roadmap in reversed(self.roadmaps))
        meant = (end.meant for end in self.profile.done if end.item == item)
        found = (
            next(filter(None, planned), None)
            or next(filter(None, meant), None)
            or self.knowledge.item(item)
        )
        if found is None and item in self.profile.outside:
            return OUTSIDE, self.profile.outside[item].title
        return (found.kind, found.title) if found else ("item", item)
