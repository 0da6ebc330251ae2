"""What a calendar has to know of a plan, of those before it, and of their changes."""

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from typing import NamedTuple

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.plan.adoption import NumberedSession
from pillarplan.domain.plan.roadmap import Roadmap
from pillarplan.domain.reports.packet import Packet


class Revision(NamedTuple):
    """When something was last made or changed."""

    number: int
    """Greater for each later change of the same thing, on whatever device."""
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Revisions:
    """The last change of the plan as a whole, of each item and of each skill."""

    plan: Revision
    items: Mapping[str, Revision] = field(default_factory=dict)
    skills: Mapping[str, Revision] = field(default_factory=dict)

    def of_item(self, item: str) -> Revision:
        """Return the last change of an item, or of the plan that holds it."""
        return max(self.plan, self.items.get(item, self.plan))

    def of_skill(self, skill: str) -> Revision:
        """Return the last change of what the plan says of a skill."""
        return max(self.plan, self.skills.get(skill, self.plan))


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A plan as it was, or is, in a calendar."""

    roadmap: Roadmap
    sessions: tuple[NumberedSession, ...]
    record: str
    """Whose plan it is; empty for the names that all records shared once."""
    holds: bool = True
    """False if it was undone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Almanac:
    """The plan that is to stand in a calendar, and what may stand there still."""

    packet: Packet
    now: Edition
    before: tuple[Edition, ...]
    """Earlier ones that reach into the time of this plan, oldest first."""
    revisions: Revisions
    over: frozenset[tuple[str, int]]
    """Items and numbers of the sessions that earlier plans had and that are over."""
    aliases: frozenset[str]
    """What this record may have been called before its devices met."""
