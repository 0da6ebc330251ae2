"""Which limits, but for time, keep steps open: each is lifted to see what it gives."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from math import ceil
from typing import Any, Literal

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.facts.parts import Options, PlanOption
from pillarplan.domain.facts.ways_out import LiftLimit, WaysOut
from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.plan.roadmap import Limits
from pillarplan.planner.fitting.draft import Draft, plan_again
from pillarplan.planner.fitting.fitting import Fit
from pillarplan.planner.selection.question import find_choice

Limit = Literal["money", "formats", "languages", "price"]
"""What may keep steps open, but for time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lift:
    """What could be planned without one limit; it closes more."""

    limit: Limit
    fit: Fit


LIMITS: Mapping[Limit, Mapping[str, Any]] = {
    "money": {"budget": None},
    "formats": {"formats": ()},
    "languages": {"languages": ()},
    "price": {"only_free": False},
}
"""What each of them is called, and how it is lifted."""


OPTIONS: Mapping[Limit, str] = {
    "money": "--budget",
    "formats": "--format",
    "languages": "--language",
    "price": "--only",
}
"""With which option of ``plan`` each is set, and lifted by ``any``."""


def stated_limits(limits: Limits) -> Options:
    """Return the limits that are set, as one would type them; empty if none is."""
    stated: dict[Limit, str] = {
        "money": "" if limits.budget is None else f"{limits.budget:g}",
        "formats": ",".join(limits.formats),
        "languages": ",".join(limits.languages),
        "price": "free" * limits.only_free,
    }
    return tuple(
        PlanOption(name=OPTIONS[limit], value=text)
        for limit, text in stated.items()
        if text
    )


def lifted(limit: Limit) -> Options:
    """Return the option that lifts a limit."""
    return (PlanOption(name=OPTIONS[limit], value="any"),)


def find_lifts(draft: Draft) -> Iterator[Lift]:
    """Yield the limits without which the plan would close more, each by itself."""
    for limit, without in LIMITS.items():
        limits = replace(draft.limits, **without)
        if limits == draft.limits or not draft.missing:
            continue
        wide = find_choice(
            draft.wide.worth,
            limits,
            draft.items.values(),
            draft.profile,
            draft.scale,
        )
        fit = plan_again(draft, choice=wide.only_for(draft.choice.worth))
        if fit.selection.value > draft.fit.selection.value:
            yield Lift(limit=limit, fit=fit)


def find_lifting(draft: Draft) -> Iterator[WaysOut]:
    """Yield with which limits lifted, other than time, the plan would close more."""
    closed = frozenset(draft.fit.selection.closed)
    if ways := tuple(_lifting(lift, closed) for lift in find_lifts(draft)):
        yield WaysOut(ways=ways)


def _lifting(lift: Lift, closed: Set[Step]) -> LiftLimit:
    """Return what to type to lift a limit, and how many more steps that closes."""
    budget = f"{ceil(lift.fit.selection.cents / 100)}"
    enough = (PlanOption(name=OPTIONS["money"], value=budget),)
    return LiftLimit(
        options=enough if lift.limit == "money" else lifted(lift.limit),
        more_steps=len(set(lift.fit.selection.closed) - closed),
    )
