"""The items of the plan in full: what, when, why, and what to try at work."""

from collections.abc import Iterator

from pillarplan.domain.knowledge.item import Item, Practice, Resource
from pillarplan.domain.person.work import Ended
from pillarplan.domain.plan.roadmap import OPEN, PlannedItem, State
from pillarplan.domain.plan.waves import at_hand, by_month
from pillarplan.domain.reports.packet import Packet
from pillarplan.domain.text import in_hours, on_day
from pillarplan.render.html.markup import Markup, link, tag
from pillarplan.render.prices import cost_in_words


def items_section(packet: Packet) -> Markup | None:
    """Return what is at hand by the month in which it starts; None if nothing is."""
    if not at_hand(packet.roadmap):
        return None
    months = (
        tag("div", tag("h3", month), *(_article(item, packet) for item in items))
        for month, items in by_month(at_hand(packet.roadmap))
    )
    return tag("section", tag("h2", "What to do"), *months, class_="items")


def _article(item: PlannedItem, packet: Packet) -> Markup:
    entry = packet.items.get(item.id)
    title = (
        link(entry.url, item.title)
        if isinstance(entry, Resource)
        else tag("span", item.title)
    )
    state = (
        tag("span", _state(item, packet), class_="badge")
        if item.state is not State.PLANNED
        else None
    )
    kind = "apply" if item.kind == "practice" else "learn"
    return tag(
        "article",
        tag("h4", title, " ", state),
        tag("p", " · ".join(_facts(item, entry)), class_="meta"),
        tag("dl", *_words(item, entry, packet)) if item.state in OPEN else None,
        class_=f"{kind} {item.state}",
    )


def _state(item: PlannedItem, packet: Packet) -> str:
    if item.state in OPEN:
        return f"{in_hours(packet.profile.hours_spent.get(item.id, 0.0))} spent"
    ended = packet.profile.done + packet.profile.dropped
    last = _last(item.id, ended)
    day = f" on {on_day(last.on)}" if last else ""
    why = f": {last.reason}" if last and last.reason else ""
    return f"{item.state.capitalize()}{day}{why}"


def _last(item: str, ended: tuple[Ended, ...]) -> Ended | None:
    return next((each for each in reversed(ended) if each.item == item), None)


def _facts(item: PlannedItem, entry: Item | None) -> Iterator[str]:
    if item.starts_on == item.ends_on:
        yield on_day(item.starts_on)
    else:
        yield f"{on_day(item.starts_on, year=False)} to {on_day(item.ends_on)}"
    yield in_hours(item.hours)
    yield item.kind
    if isinstance(entry, Resource):
        if entry.creators:
            yield f"by {', '.join(entry.creators)}"
        if cost := cost_in_words(entry):
            yield cost


def _words(item: PlannedItem, entry: Item | None, packet: Packet) -> Iterator[Markup]:
    if isinstance(entry, Practice):
        yield from _word("Task", entry.task)
        yield from _word("Evidence", entry.evidence)
    if isinstance(entry, Resource):
        yield from _word("Why this one", entry.why)
        yield from _word("Try", entry.apply)
    yield from _word("In the plan", item.reason or _steps(item, packet))


def _steps(item: PlannedItem, packet: Packet) -> str:
    steps = (
        f"{packet.skills[span.skill]} {span.from_} to {span.to}" for span in item.closes
    )
    return ", ".join(steps) or "You asked for it."


def _word(name: str, text: str) -> Iterator[Markup]:
    yield tag("dt", name)
    yield tag("dd", text)
