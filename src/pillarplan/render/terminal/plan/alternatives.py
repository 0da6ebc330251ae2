"""Good plans side by side: what each comes to, and in what it differs."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from pillarplan.domain.plan.variant import Alternative, Alternatives
from pillarplan.domain.text import counted, in_hours, on_day
from pillarplan.render.look import Look
from pillarplan.render.prices import money_of


def alternatives_view(answer: Alternatives, look: Look) -> RenderableType:
    """Return the best plan with all its items, and how each other one differs."""
    parts: list[RenderableType] = []
    for plan in answer.plans:
        parts += [*_heading(plan, look), *_difference(plan), Text("")]
    if len(answer.plans) < answer.asked:
        parts.append(Text("No other good plan differs by a third of its items."))
    return Group(*parts)


def _heading(plan: Alternative, look: Look) -> Iterator[Text]:
    best = f", the best{_for_what(plan)}" if plan.number == 1 else ""
    yield Text(f"Plan {plan.number}{best}", style="strong")
    totals, sessions = plan.roadmap.totals, plan.roadmap.sessions
    facts = [counted(totals.steps, "step"), in_hours(totals.hours)]
    facts += money_of(totals)
    if sessions:
        facts.append(f"done on {on_day(sessions[-1].on)}")
    yield Text(f" {look.dot} ".join(facts), style="quiet")


def _for_what(plan: Alternative) -> str:
    """Say for what it is the best: what comes later gets what is left."""
    follow = any(item.wave > 1 for item in plan.roadmap.items)
    return " for what is in hand" if follow else ""


def _difference(plan: Alternative) -> Iterator[RenderableType]:
    if plan.number == 1:
        yield from _list("", [item.title for item in plan.roadmap.items])
        return
    yield Text(plan.sentence)
    yield from _list("New:", plan.comes)
    yield from _list("Not in it:", plan.goes)


def _list(title: str, entries: Sequence[str]) -> Iterator[RenderableType]:
    if title and entries:
        yield Text(title)
    for entry in entries:
        yield Padding(Text(entry), (0, 0, 0, 2))
