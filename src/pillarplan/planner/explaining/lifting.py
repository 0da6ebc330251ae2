"""Which limits, but for time, keep steps open: each is lifted to see what it gives."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pillarplan.domain.plan.roadmap import Limits
from pillarplan.domain.text import join_words
from pillarplan.planner.fitting.draft import Draft, plan_again
from pillarplan.planner.fitting.fitting import Fit
from pillarplan.planner.selection.candidates import find_choice


@dataclass(frozen=True, slots=True, kw_only=True)
class Lift:
    """What could be planned without one limit; it closes more."""

    limit: str
    """One of LIMITS."""
    fit: Fit


LIMITS: Mapping[str, Mapping[str, Any]] = {
    "money": {"budget": None},
    "formats": {"formats": ()},
    "languages": {"languages": ()},
    "price": {"only_free": False},
}
"""What each of them is called, and how it is lifted."""


OPTIONS = {
    "money": "--budget",
    "formats": "--format",
    "languages": "--language",
    "price": "--only",
}
"""With which option of ``plan`` each is set, and lifted by ``any``."""


def say_limits(limits: Limits) -> str:
    """Return the limits that are set as one would type them; empty if none is."""
    stated = {
        "money": "" if limits.budget is None else f"{limits.budget:g}",
        "formats": ",".join(limits.formats),
        "languages": ",".join(limits.languages),
        "price": "free" * limits.only_free,
    }
    return join_words(
        [f"{OPTIONS[name]} {text}" for name, text in stated.items() if text]
    )


def find_lifts(draft: Draft) -> Iterator[Lift]:
    """Yield the limits without which the plan would close more, each by itself."""
    for limit, lifted in LIMITS.items():
        limits = replace(draft.limits, **lifted)
        if limits == draft.limits or not draft.missing:
            continue
        choice = find_choice(
            draft.choice.worth, limits, draft.items.values(), draft.profile
        )
        fit = plan_again(draft, choice=choice)
        if fit.selection.value > draft.fit.selection.value:
            yield Lift(limit=limit, fit=fit)
