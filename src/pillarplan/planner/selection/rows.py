"""The rows of the question: sums of columns, and what each may amount to at most."""

from collections.abc import Iterator

from pillarplan.domain.knowledge.step import Step
from pillarplan.planner.schedule.calendar import Capacity, Days
from pillarplan.planner.selection.columns import Columns
from pillarplan.planner.selection.solver import Terms

Row = tuple[Terms, int]
"""Terms, and what they may amount to at most."""


def find_rows(
    columns: Columns, capacity: Capacity | None, days: Days | None
) -> Iterator[Row]:
    """Yield all that a choice has to keep to."""
    yield from _step_rows(columns)
    yield from _item_rows(columns)
    yield from _cut_rows(columns)
    yield from _grade_rows(columns)
    if capacity:
        yield from _hour_rows(columns, capacity)
    if days:
        yield from _week_rows(columns, days)
    if columns.choice.budget_cents is not None:
        yield columns.money, columns.choice.budget_cents


def _step_rows(columns: Columns) -> Iterator[Row]:
    """Yield rows: a step is closed only on the one below, learnt and practised.

    That is, if a resource and a practice that cover it are finished or chosen.
    """
    choice = columns.choice
    covering: dict[tuple[Step, bool], list[tuple[int, int]]] = {}
    for item in columns.candidates:
        for step in item.covers:
            covering.setdefault((step, item.is_practice), []).append(
                (columns.items[item.id], -1)
            )
    for step, column in columns.steps.items():
        below = columns.steps.get(step.below)
        if below is not None:
            yield [(column, 1), (below, -1)], 0
        for held, is_practice in ((choice.learnt, False), (choice.practised, True)):
            if step not in held:
                yield [(column, 1), *covering.get((step, is_practice), ())], 0


def _item_rows(columns: Columns) -> Iterator[Row]:
    """Yield rows: what is settled has to be of use, and what is heard to be chosen."""
    for item in columns.candidates:
        column = columns.items[item.id]
        if item.settled and not item.pinned:
            yield [(column, 1), *((columns.steps[s], -1) for s in item.covers)], 0
        if item.id in columns.heard:
            yield [(columns.heard[item.id], 1), (column, -1)], 0


def _cut_rows(columns: Columns) -> Iterator[Row]:
    for cut in columns.choice.cuts:
        found = (columns.items.get(name) for name in sorted(cut.items))
        yield [(column, 1) for column in found if column is not None], cut.most


def _grade_rows(columns: Columns) -> Iterator[Row]:
    """Yield rows: a closed step is learnt from one chosen resource at most."""
    sources: dict[Step, list[tuple[int, int]]] = {}
    for (name, step), (column, _) in columns.learnt_from.items():
        yield [(column, 1), (columns.items[name], -1)], 0
        sources.setdefault(step, []).append((column, 1))
    for step, found in sources.items():
        yield [*found, (columns.steps[step], -1)], 0


def _hour_rows(columns: Columns, capacity: Capacity) -> Iterator[Row]:
    """Yield rows: what is not heard takes its hours from the desk."""
    sizes = {item.id: item.desk_quarters for item in columns.candidates}
    taken = [(columns.items[name], size) for name, size in sizes.items()]
    heard = [(column, sizes[name]) for name, column in columns.heard.items()]
    yield [*taken, *((column, -size) for column, size in heard)], capacity.desk
    if heard:
        yield heard, capacity.listening


def _week_rows(columns: Columns, days: Days) -> Iterator[Row]:
    """Yield rows: the practices of a skill follow on each other."""
    spans: dict[str, dict[int, int]] = {}
    for item in columns.candidates:
        if item.is_practice and item.weeks > 1:
            needed = item.days_needed(days.first)
            for step in item.covers:
                spans.setdefault(step.skill, {})[columns.items[item.id]] = needed
    for found in spans.values():
        if sum(found.values()) > days.number:
            yield list(found.items()), days.number
