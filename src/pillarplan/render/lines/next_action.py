"""The next action: a line for a prompt, and a card with all one needs to begin."""

from collections.abc import Iterable, Iterator
from datetime import date

from pillarplan.domain.knowledge.item import Item, Practice, Resource
from pillarplan.domain.person.advice import Advice
from pillarplan.domain.plan.roadmap import Booking
from pillarplan.domain.reports.next_action import Act, NextAction, Progress
from pillarplan.domain.text import hours_left, in_hours, join_words, on_day, wrapped
from pillarplan.render.lines.bookings import say_booking
from pillarplan.render.lines.cues import cue_lines
from pillarplan.render.look import Look
from pillarplan.render.pieces import Line, Piece
from pillarplan.render.prices import cost_in_words

WIDEST = 88
"""Wider lines are hard to read."""

BAR = 16
"""Columns of the bar of progress."""

STYLES = {
    Act.RATE: "learn",
    Act.PLAN: "learn",
    Act.RERATE: "again",
    Act.REST: "quiet",
    Act.KEEP: "done",
}
"""The colour of what comes next, where it is no item."""


def next_line(action: NextAction, today: date) -> str:
    """Return the next action in one short line, made for a shell prompt."""
    if action.act is Act.REST and action.on is not None:
        return f"paused, back on {on_day(action.on, year=action.on.year != today.year)}"
    if action.act is not Act.WORK:
        return f"{action.act}: {action.command}"
    assert action.hours_left is not None
    return f"{action.title} ({hours_left(action.hours_left)}, {_when(action, today)})"


def next_card(
    action: NextAction,
    entry: Item | None,
    progress: Progress | None,
    look: Look,
    today: date,
) -> tuple[Line, ...]:
    """Return what comes next, how to begin it, and how to tell that it is done.

    `entry` is what the knowledge base says of an item, if it has it.
    """
    width = min(look.width, WIDEST)
    if action.act is not Act.WORK or progress is None:
        sentence = wrapped(action.sentence, width - 2).split("\n")
        style = STYLES.get(action.act, "learn")
        lines: list[Line] = [(Piece("strong", line),) for line in sentence]
        typed = (Piece("quiet", "Type: "), Piece("", action.command))
        return (*_edged(lines, style, look), *_cues(action, width), (), typed)
    card = [*_head(action, entry, look, width, today)]
    card += _address(action.url)
    card += _entry(entry, width)
    card += _booking(progress.booking, width)
    card += _advice(action.advice, width)
    style = "apply" if isinstance(entry, Practice) else "learn"
    return (
        *_edged(card, style, look),
        *_cues(action, width),
        (),
        *_progress(progress, look, width),
        (),
        *_told(action),
    )


def _cues(action: NextAction, width: int) -> Iterator[Line]:
    """Yield what the person said of when to do something today."""
    for line in cue_lines(action.cues):
        yield ()
        yield from ((Piece("apply", row),) for row in wrapped(line, width).split("\n"))


def _edged(lines: list[Line], style: str, look: Look) -> Iterator[Line]:
    """Yield lines with an edge before them; with ASCII it is before the first only."""
    for number, line in enumerate(lines):
        edge = look.edge if look.unicode or not number else " "
        yield (Piece(style, edge), Piece("", " "), *line)


def _head(
    action: NextAction, entry: Item | None, look: Look, width: int, today: date
) -> Iterator[Line]:
    """Yield the title, what it is, and by whom; on one line what fits there."""
    title, room = action.title or "", width - 2
    left = hours_left(action.hours_left or 0)
    facts = f" {look.dot} ".join((action.kind or "", left, _when(action, today)))
    link = action.url or ""
    if len(title) + len(facts) + 2 <= room:
        gap = " " * (room - len(title) - len(facts))
        yield (Piece("strong", title, link), Piece("quiet", gap + facts))
    else:
        for line in wrapped(title, room).split("\n"):
            yield (Piece("strong", line, link),)
        yield (Piece("quiet", facts),)
    if isinstance(entry, Resource):
        by = f"by {join_words(entry.creators)}" if entry.creators else ""
        said = f" {look.dot} ".join(filter(None, (by, cost_in_words(entry))))
        rows = wrapped(said, room).split("\n") if said else ()
        yield from ((Piece("", line),) for line in rows)


def _address(url: str | None) -> Iterator[Line]:
    """Yield where it is: whole, and alone on its line."""
    if url:
        yield (Piece("learn link", url, url),)


def _entry(entry: Item | None, width: int) -> Iterator[Line]:
    """Yield what the knowledge base says of how to begin."""
    if isinstance(entry, Practice):
        yield from _labelled("Task:", entry.task, width)
        yield from _labelled("Proof:", entry.evidence, width)
    elif entry is not None:
        yield from _labelled("Why this one:", entry.why, width)
        yield from _labelled("Try:", entry.apply, width)


def _labelled(label: str, text: str, width: int) -> Iterator[Line]:
    """Yield a text after its label; nothing if there is no text."""
    if not text:
        return
    first, *rest = wrapped(f"{label} {text}", width - 2).split("\n")
    yield (Piece("quiet", label), Piece("", first.removeprefix(label)))
    yield from ((Piece("", line),) for line in rest)


def _booking(booking: Booking | None, width: int) -> Iterator[Line]:
    if booking is not None:
        yield from _labelled("On:", say_booking(booking), width)


def _advice(advice: Iterable[Advice], width: int) -> Iterator[Line]:
    for each in advice:
        rows = wrapped(each.said, width - 2).split("\n")
        yield from ((Piece("quiet", row),) for row in rows)


def _progress(progress: Progress, look: Look, width: int) -> Iterator[Line]:
    """Yield how far the plan is: a bar, items, hours, and which step this serves."""
    line = (
        *look.bar(progress.items_done / progress.items_total, BAR, "done"),
        Piece("strong", f"  {progress.items_done}"),
        Piece("", f" of {progress.items_total} items   "),
        Piece("strong", f"{progress.hours_done:g}"),
        Piece("", f" of {in_hours(progress.hours_total)}"),
    )
    closes = ", ".join(
        f"{progress.skill_names.get(span.skill, span.skill)} "
        f"{span.from_}{look.arrow}{span.to}"
        for span in progress.closes
    )
    if sum(len(piece.text) for piece in line) + len(closes) + 3 <= width:
        yield (*line, Piece("quiet", f"   {closes}"))
    else:
        yield line
        rows = wrapped(closes, width).split("\n")
        yield from ((Piece("quiet", row),) for row in rows)


def _told(action: NextAction) -> Iterator[Line]:
    """Yield how to open it, and how to tell what was done of it."""
    if action.url:
        yield (Piece("quiet", "open it:     "), Piece("", "pillarplan open"))
    for when, told in (
        ("part of it:  ", f"log {action.number} 1:30"),
        ("all of it:   ", f"done {action.number}"),
    ):
        yield (Piece("quiet", when), Piece("", f"pillarplan {told}"))


def _when(action: NextAction, today: date) -> str:
    time = f" {action.at:%H:%M}" if action.at else ""
    if action.on is None or action.on == today:
        return f"today{time}"
    return f"{on_day(action.on, year=action.on.year != today.year)}{time}"
