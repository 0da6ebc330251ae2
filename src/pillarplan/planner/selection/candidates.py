"""What the choice of items depends on: wanted steps, and what could close them."""

from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from math import ceil
from typing import Literal

from pillarplan.domain.knowledge.item import Item, Practice
from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.availability import Pool
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.plan.roadmap import Limits, Roadmap
from pillarplan.planner.schedule.calendar import QUARTERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An item that may enter the plan, with all that speaks for or against it."""

    id: str
    is_practice: bool
    covers: tuple[Step, ...]
    """The wanted steps that it helps to close."""
    quarters: int
    """What is left to do, in quarter-hours, at least one."""
    cents: int
    listen: bool
    pinned: bool
    """The plan must hold it."""
    started: bool
    place: int | None
    """Where it stands in the adopted roadmap, from 0; None if it does not."""
    heard: bool
    """The adopted roadmap has it in the listening pool."""
    due: date | None = None
    """When the adopted roadmap ends it, if its steps are still worth as much."""
    kept: bool = False
    """The person wants to keep it, if it is of use."""

    @property
    def adopted(self) -> bool:
        """Whether the adopted roadmap holds it."""
        return self.place is not None

    @property
    def settled(self) -> bool:
        """Whether it comes before all others that close the same."""
        return self.started or self.kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """Items of which the plan may hold only some, so that it differs from another."""

    items: Set[str]
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is to be chosen from: a question that `selection` answers."""

    worth: Mapping[Step, int]
    """The wanted steps, lower ones first, with the importance of each."""
    learnt: Set[Step]
    """Wanted steps for which a resource is finished already."""
    practised: Set[Step]
    """Wanted steps for which a practice is finished already."""
    candidates: tuple[Candidate, ...]
    """In the order of the knowledge base."""
    budget_cents: int | None
    """None is no limit."""
    cuts: tuple[Cut, ...] = ()


def wanted_steps(focus: Iterable[Gap]) -> dict[Step, int]:
    """Return the steps from the current to the target level, with their importance."""
    return {
        Step(gap.skill, level): gap.importance
        for gap in focus
        for level in range((gap.current or 0) + 1, gap.target + 1)
    }


def find_choice(
    worth: Mapping[Step, int], limits: Limits, items: Collection[Item], profile: Profile
) -> Choice:
    """Return what could close the steps of `worth` within all limits but the hours."""
    held = [item for item in items if item.id in profile.finished]
    spent = profile.hours_spent
    sessions = profile.roadmap.sessions if profile.roadmap else ()
    pools = {session.item: session.pool for session in sessions}
    places = {name: place for place, name in enumerate(pools)}
    ends = {session.item: session.on for session in sessions}
    dues = ends if _is_worth_as_adopted(worth, profile.roadmap) else {}
    dropped = profile.dropped_items.difference(limits.pinned).union(limits.dropped)
    unwanted = profile.finished | dropped
    return Choice(
        worth=worth,
        learnt=_covered(worth, (i for i in held if not isinstance(i, Practice)))
        | profile.learnt.intersection(worth),
        practised=_covered(worth, (i for i in held if isinstance(i, Practice)))
        | profile.practised.intersection(worth),
        candidates=tuple(
            Candidate(
                id=item.id,
                is_practice=isinstance(item, Practice),
                covers=tuple(s for s in dict.fromkeys(item.steps) if s in worth),
                quarters=max(1, ceil((item.hours - spent.get(item.id, 0)) * QUARTERS)),
                cents=round((item.most_money or 0) * 100),
                listen=item.listen,
                pinned=item.id in limits.pinned,
                started=item.id in spent,
                place=places.get(item.id),
                heard=pools.get(item.id) is Pool.LISTENING,
                due=dues.get(item.id),
            )
            for item in items
            if item.id not in unwanted
            and (
                item.id in limits.pinned
                or _is_useful(item, worth, limits, paid=item.id in spent.keys() | ends)
            )
        ),
        budget_cents=None if limits.budget is None else round(limits.budget * 100),
    )


def is_allowed(item: Item, limits: Limits) -> bool:
    """Say whether the person's limits on formats, languages and price admit `item`.

    Practices are always allowed.
    """
    return forbidden_by(item, limits) is None


def forbidden_by(
    item: Item, limits: Limits
) -> Literal["formats", "languages", "price", "money"] | None:
    """Return which limit keeps `item` out; None if none does."""
    if isinstance(item, Practice):
        return None
    if limits.formats and item.kind not in limits.formats:
        return "formats"
    if limits.languages and item.language not in limits.languages:
        return "languages"
    if limits.only_free and not item.is_free:
        return "price"
    if limits.budget is not None and item.most_money is None:
        return "money"
    return None


def _is_useful(
    item: Item, worth: Mapping[Step, int], limits: Limits, *, paid: bool
) -> bool:
    """Say whether an item may help; what is adopted or begun counts as paid for."""
    asked = replace(limits, budget=None) if paid else limits
    return is_allowed(item, asked) and any(step in worth for step in item.steps)


def _is_worth_as_adopted(worth: Mapping[Step, int], roadmap: Roadmap | None) -> bool:
    """Say whether the person changed nothing about what the roadmap closes."""
    items = roadmap.items if roadmap else ()
    closed = {step for item in items for span in item.closes for step in span.steps}
    value = sum(worth.get(step, 0) for step in closed)
    return roadmap is not None and roadmap.totals.value == value


def _covered(worth: Mapping[Step, int], items: Iterable[Item]) -> frozenset[Step]:
    return frozenset(step for item in items for step in item.steps if step in worth)
