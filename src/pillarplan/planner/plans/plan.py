"""The dated, explained plan for somebody's gaps."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from pillarplan.domain.facts.kept import keep
from pillarplan.domain.knowledge.step import spans
from pillarplan.domain.plan.roadmap import (
    Booking,
    PlannedItem,
    Rerating,
    Roadmap,
    Session,
    State,
    Totals,
    without_meetings,
)
from pillarplan.planner.explaining.not_now import find_not_now
from pillarplan.planner.explaining.notes import (
    count_open_prices,
    find_notes,
    find_risk,
    find_spending,
)
from pillarplan.planner.explaining.reasons import give_reason
from pillarplan.planner.explaining.surplus import find_surplus
from pillarplan.planner.fitting.draft import Draft
from pillarplan.planner.schedule.calendar import QUARTERS
from pillarplan.planner.schedule.growth import first_practised


def as_roadmap(draft: Draft, today: date) -> Roadmap:
    """Return a draft as a roadmap with dates, reasons and what it leaves for later.

    All of it is told in facts; `pillarplan.render.words` has the words.  The same draft
    always gives the same roadmap.
    """
    planned = _planned_items(draft)
    return Roadmap(
        made_on=today,
        starts_on=draft.starts_on,
        until=draft.limits.until,
        role=draft.limits.role,
        focus=tuple(gap.skill for gap in draft.focus),
        items=(*_finished_items(draft), *planned),
        sessions=draft.whole.timetable.sessions,
        bookings=_bookings(draft),
        rerate=tuple(_reratings(draft, planned)),
        not_now=find_not_now(draft),
        totals=_totals(draft),
        limits=without_meetings(draft.limits),
        facts=keep(
            (
                *find_notes(draft),
                *find_risk(draft),
                *find_surplus(draft),
                *find_spending(draft),
            )
        ),
    )


def _planned_items(draft: Draft) -> tuple[PlannedItem, ...]:
    """Return the selected items in the order of their first sessions."""
    first: dict[str, date] = {}
    last: dict[str, date] = {}
    dated: list[Session | Booking] = [*_bookings(draft)]
    for each in [*dated, *draft.whole.timetable.sessions]:
        first.setdefault(each.item, each.on)
        last[each.item] = each.on
    selected = {item.id: item for item in draft.whole.selection.items}
    closed = frozenset(draft.whole.selection.closed)
    waves = {
        item.id: number
        for number, wave in enumerate(draft.whole.waves, 2)
        for item in wave.selection.items
    }
    return tuple(
        PlannedItem(
            id=name,
            kind=draft.items[name].kind,
            title=draft.items[name].title,
            hours=selected[name].quarters / QUARTERS,
            closes=spans([step for step in selected[name].covers if step in closed]),
            starts_on=starts_on,
            ends_on=last[name],
            state=State.STARTED if selected[name].started else State.PLANNED,
            weeks=draft.items[name].weeks,
            wave=waves.get(name, 1),
            facts=keep((give_reason(draft.holding(name), selected[name]),)),
        )
        for name, starts_on in sorted(first.items(), key=lambda begin: begin[1])
    )


def _bookings(draft: Draft) -> tuple[Booking, ...]:
    """Return the events and meetings that were selected, in the order of their days."""
    selected = draft.whole.selection.items
    bookings = (each for item in selected for each in item.bookings)
    return tuple(sorted(bookings, key=lambda booking: booking.on))


def _finished_items(draft: Draft) -> Iterator[PlannedItem]:
    """Yield the items of the adopted roadmap that are done and close wanted steps.

    They end on the day on which they were finished.  Once their skill is rated again,
    their steps are no longer wanted, and they leave the plan.
    """
    adopted = draft.profile.current_roadmap
    ends = {ended.item: ended.on for ended in draft.profile.done}
    for item in adopted.items if adopted else ():
        steps = [step for span in item.closes for step in span.steps]
        wanted = [step for step in steps if step in draft.choice.worth]
        if item.state is State.DONE and wanted:
            ended = ends[item.id]
            yield replace(
                item,
                closes=spans(wanted),
                starts_on=min(item.starts_on, ended),
                ends_on=ended,
                wave=1,
            )


def _reratings(draft: Draft, planned: Sequence[PlannedItem]) -> Iterator[Rerating]:
    """Yield when to rate each skill again: the day after the last session on it.

    Not before its steps had time to settle, though.  A skill whose steps are closed by
    what was finished before is due at once, or as soon as that is so.
    """
    days: dict[str, list[date]] = {}
    for item in planned:
        for span in item.closes:
            days.setdefault(span.skill, []).append(item.ends_on + timedelta(days=1))
    practised = first_practised(planned)
    for step in draft.whole.selection.closed:
        settled = draft.choice.growth.reached(step, practised)
        days.setdefault(step.skill, []).append(settled or draft.starts_on)
    for gap in (*draft.focus, *(wave.gap for wave in draft.whole.waves)):
        if gap.skill in days:
            day = max(draft.starts_on, *days[gap.skill])
            yield Rerating(skill=gap.skill, on=min(day, draft.limits.until))


def _totals(draft: Draft) -> Totals:
    selection, wanted = draft.whole.selection, draft.fit.wanted
    later = sum(wave.gap.size for wave in draft.whole.waves)
    return Totals(
        hours=selection.quarters / QUARTERS,
        money=selection.cents / 100,
        value=selection.value,
        steps=len(selection.closed),
        wanted_hours=wanted.quarters / QUARTERS,
        wanted_steps=len(draft.choice.worth) + later,
        free_hours=draft.free.hours,
        proven_optimal=draft.fit.proven,
        open_prices=count_open_prices(draft),
    )
