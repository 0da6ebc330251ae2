"""All that an export may show of a person and their plan."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.item import Item
from pillarplan.domain.knowledge.scale import Scale
from pillarplan.domain.knowledge.skill import NamesById
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.plan.roadmap import Roadmap
from pillarplan.domain.reports.since_start import SinceStart, find_since_start


@dataclass(frozen=True, slots=True, kw_only=True)
class Packet:
    """A person's adopted roadmap with everything that explains it."""

    today: date
    roadmap: Roadmap
    """With the states that its items have by today."""
    profile: Profile
    role_name: str
    name: str = ""
    """What the person is called, if they said so."""
    gaps: tuple[Gap, ...]
    """Of all skills, by priority."""
    skills: NamesById
    pillars: NamesById
    scale: Scale
    items: Mapping[str, Item]
    """The entries of the planned items, as far as the knowledge base still has them."""
    waits_for: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Ids of the planned items that an item builds on, by its id."""

    @property
    def since_start(self) -> SinceStart:
        """What was done since the person began, over all plans."""
        return find_since_start(self.profile)
