"""A plan that is tuned, beside the plan that one has: skill by skill, item by item."""

from collections.abc import Iterator, Mapping
from datetime import date

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.plan.roadmap import PlannedItem, Roadmap


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """The levels that a roadmap closes in a skill."""

    from_: int
    to: int
    on: date
    """When it is rated again; where a plan tells none, when its last item ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillChange:
    """How far a skill comes in the present plan and in the tuned one."""

    name: str
    before: Reach | None
    after: Reach | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemChange:
    """Where an item stands in the present plan and in the tuned one."""

    before: PlannedItem | None
    after: PlannedItem | None

    @property
    def item(self) -> PlannedItem:
        """The item, as it would stand."""
        item = self.after or self.before
        assert item is not None
        return item


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What comes of the dials."""

    role: str
    """Its name."""
    names: Mapping[str, str]
    """The name of each skill."""
    present: Roadmap | None
    """The adopted plan."""
    roadmap: Roadmap | None
    """The tuned one; None if there is nothing to adopt."""
    remark: str = ""
    """What one should know about it before one adopts it."""
    problem: str = ""
    """Why there is nothing to adopt."""

    @property
    def skills(self) -> Iterator[SkillChange]:
        """How far each skill comes: what falls out, then what the tuned plan holds."""
        before = _reach(self.present) if self.present else {}
        after = _reach(self.roadmap) if self.roadmap else {}
        gone = [skill for skill in before if skill not in after]
        for skill in (*gone, *after):
            yield SkillChange(
                name=self.names.get(skill, skill),
                before=before.get(skill),
                after=after.get(skill),
            )

    @property
    def items(self) -> Iterator[ItemChange]:
        """What is still to be done, by day, with what falls out in its old place."""
        before = {i.id: i for i in self.present.open_items()} if self.present else {}
        after = {i.id: i for i in self.roadmap.open_items()} if self.roadmap else {}
        both = [
            ItemChange(before=before.get(each), after=after.get(each))
            for each in {**after, **before}
        ]
        yield from sorted(both, key=lambda change: change.item.starts_on)


def _reach(roadmap: Roadmap) -> dict[str, Reach]:
    """Return how far a roadmap brings each of its skills, the soonest first."""
    levels: dict[str, set[int]] = {}
    ends: dict[str, date] = {}
    for item in roadmap.items:
        for span in item.closes:
            levels.setdefault(span.skill, set()).update((span.from_, span.to))
            ends[span.skill] = max(item.ends_on, ends.get(span.skill, item.ends_on))
    ends |= {each.skill: each.on for each in roadmap.rerate if each.skill in ends}
    return {
        skill: Reach(from_=min(levels[skill]), to=max(levels[skill]), on=on)
        for skill, on in sorted(ends.items(), key=lambda end: end[1])
    }
