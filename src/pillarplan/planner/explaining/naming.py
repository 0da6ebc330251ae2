"""Candidates by the titles that facts tell."""

from collections.abc import Iterable

from pillarplan.domain.facts.parts import Titled
from pillarplan.planner.fitting.draft import Draft
from pillarplan.planner.selection.candidates import Candidate


def titled(draft: Draft, items: Iterable[Candidate]) -> tuple[Titled, ...]:
    """Return candidates with their titles, in the given order."""
    return tuple(Titled(id=item.id, title=draft.items[item.id].title) for item in items)
