"""The items of a roadmap under the skills that they develop."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from rich.console import RenderableType
from rich.text import Text

from pillarplan.domain.knowledge.item import Item, Practice
from pillarplan.domain.knowledge.step import Span, spans
from pillarplan.domain.plan.numbering import item_numbers
from pillarplan.domain.plan.roadmap import Booking, PlannedItem, Roadmap, State
from pillarplan.domain.plan.waves import at_hand, later_waves
from pillarplan.domain.text import counted, in_hours, on_day, wrapped
from pillarplan.render.look import Look
from pillarplan.render.terminal.plan.rows import (
    add_item,
    columns_for,
    new_table,
    title_of,
)


def skills_view(
    roadmap: Roadmap,
    skills: Mapping[str, str],
    entries: Mapping[str, Item],
    important: frozenset[str],
    today: date,
    look: Look,
    width: int,
) -> Iterator[RenderableType]:
    """Yield what is in hand skill by skill, then in a line each what follows."""
    drawing = _Drawing(roadmap, skills, entries, important, today, look, width)
    for skill, items in _by_skill(roadmap).items():
        yield Text("")
        yield from drawing.section(skill, items)
    if later_waves(roadmap):
        yield from (Text(""), Text("Then", style="strong"), drawing.later())
    if roadmap.not_now:
        yield from (Text(""), drawing.not_now())


def _by_skill(roadmap: Roadmap) -> dict[str, list[PlannedItem]]:
    """Return what is in hand under the first skill that each develops, focus first.

    Items that close no step, as pinned ones may, stand last under an empty name.
    """
    items = at_hand(roadmap)
    groups: dict[str, list[PlannedItem]] = {skill: [] for skill in roadmap.focus}
    for item in sorted(items, key=lambda item: not item.closes):
        skill = item.closes[0].skill if item.closes else ""
        groups.setdefault(skill, []).append(item)
    return {skill: group for skill, group in groups.items() if group}


class _Drawing:
    """A roadmap while its skills are drawn."""

    def __init__(
        self,
        roadmap: Roadmap,
        skills: Mapping[str, str],
        entries: Mapping[str, Item],
        important: frozenset[str],
        today: date,
        look: Look,
        width: int,
    ) -> None:
        self.roadmap, self.skills, self.entries = roadmap, skills, entries
        self.important, self.today, self.look, self.width = (
            important,
            today,
            look,
            width,
        )
        self.numbers = item_numbers(roadmap.items)
        self.in_hand = {item.id for item in in_hand(roadmap)}
        self.dates = max(
            columns_for(at_hand(roadmap), roadmap.starts_on, look),
            *(len(self.from_day(wave)) for wave in later_waves(roadmap)),
            0,
        )

    def section(
        self, skill: str, items: Sequence[PlannedItem]
    ) -> Iterator[RenderableType]:
        """Yield the heading of a skill, its items, and when to rate it again."""
        yield from self.heading(skill, items)
        table = new_table(self.width, self.dates)
        for item in items:
            title, number = self.title(item, skill), self.numbers[item.id]
            add_item(table, item, title, number, self.roadmap.starts_on, self.look)
        yield table
        for each in self.roadmap.rerate:
            if each.skill == skill:
                words = f"{self.look.sign('again')} rate again {self.day(each.on)}"
                yield Text(f"    {words}", style="again")

    def heading(self, skill: str, items: Sequence[PlannedItem]) -> Iterator[Text]:
        """Yield the name of a skill with its steps, and by when they are closed."""
        if not skill:
            yield Text("Also in the plan", style="strong")
            return
        sign = f"{self.look.sign('learn')} "
        line = Text.assemble((sign, "learn"), (self.skills.get(skill, skill), "strong"))
        line.append(f" {self.steps(skill, items)}", style="quiet")
        if skill in self.important:
            line.append(f"  {self.look.sign('apply')} matters much", style="apply")
        by = f"by {self.day(max(item.ends_on for item in items))}"
        gap = max(2, self.width - line.cell_len - len(by))
        if line.cell_len + gap + len(by) <= self.width:
            line.append(" " * gap).append(by, style="quiet")
        yield line

    def steps(self, skill: str, items: Iterable[PlannedItem]) -> str:
        """Return from which level to which the items lead: ``1→3``."""
        own = [span for item in items for span in item.closes if span.skill == skill]
        whole = spans([step for span in own for step in span.steps])
        return ", ".join(f"{span.from_}{self.look.arrow}{span.to}" for span in whole)

    def title(self, item: PlannedItem, skill: str) -> Text:
        """Return the title of an item, and below it what one needs to know now."""
        entry, is_in_hand = self.entries.get(item.id), item.id in self.in_hand
        title = title_of(item, entry, is_in_hand=is_in_hand)
        others = [self.span(span) for span in item.closes if span.skill != skill]
        if others:
            title.append(f"  also {', '.join(others)}", style="quiet")
        if is_in_hand and entry is not None:
            title.append(_needed(entry), style="quiet")
        days = [
            each
            for each in self.roadmap.bookings
            if each.item == item.id and each.on >= self.today
        ]
        if days and item.state not in (State.DONE, State.DROPPED):
            title.append(f"\n{self.booking(days)}", style="again")
        return title

    def span(self, span: Span) -> str:
        """Return the steps of a skill: ``Negotiation 1→3``."""
        name = self.skills.get(span.skill, span.skill)
        return f"{name} {span.from_}{self.look.arrow}{span.to}"

    def booking(self, days: Sequence[Booking]) -> str:
        """Return on which day something takes place next, and how often after it."""
        first, *more = days
        said = "" if first.is_exact else "about "
        said += self.day(first.on)
        if first.book_by:
            said += f", book it by {self.day(first.book_by)}"
        return f"{said}, and {counted(len(more), 'more day')}" if more else said

    def later(self) -> RenderableType:
        """Return a line for each skill that is taken up when another one is closed."""
        table = new_table(self.width, self.dates)
        for wave in later_waves(self.roadmap):
            closes = [step for i in wave for span in i.closes for step in span.steps]
            what = ", ".join(self.span(span) for span in spans(closes))
            table.add_row(
                "",
                Text(self.look.mark(State.PLANNED), style="quiet"),
                Text(what),
                Text(self.from_day(wave)),
                Text(in_hours(sum(item.hours for item in wave))),
            )
        return table

    def from_day(self, wave: Sequence[PlannedItem]) -> str:
        """Return when a later skill is taken up."""
        return f"from {self.day(wave[0].starts_on)}"

    def not_now(self) -> Text:
        """Return in a sentence what the plan leaves for later.

        Of a skill that it raises by some levels only the others are.
        """
        tops: dict[str, int] = {}
        for span in (span for item in self.roadmap.items for span in item.closes):
            tops[span.skill] = max(span.to, tops.get(span.skill, 0))
        # A skill may be left out for two reasons, a step each.
        left = [*dict.fromkeys(each.skill for each in self.roadmap.not_now)]
        names = (
            self.skills.get(skill, skill)
            + (f" above {tops[skill]}" if skill in tops else "")
            for skill in left
        )
        label = "Not now: "
        text = wrapped(
            f"{label}{', '.join(names)}. Why: pillarplan explain NAME", self.width
        )
        return Text.assemble((label, "strong"), (text.removeprefix(label), "quiet"))

    def day(self, day: date) -> str:
        """Return a day, with its year where it is far off."""
        return on_day(day, year=(day - self.roadmap.starts_on).days > 330)


def in_hand(roadmap: Roadmap) -> Iterator[PlannedItem]:
    """Yield what is begun; if nothing is, what comes first."""
    items = [*roadmap.open_items()]
    begun = [item for item in items if item.state is State.STARTED]
    yield from begun or items[:1]


def _needed(entry: Item) -> str:
    if isinstance(entry, Practice):
        return f"\nproof: {entry.evidence}" if entry.evidence else ""
    return f"\ntry: {entry.apply}" if entry.apply else ""
