"""The planning screen: dials, and what comes of them beside the plan that one has."""

from collections.abc import Iterator

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.plan.dials import DIALS, Dials
from pillarplan.domain.plan.outlook import Outlook
from pillarplan.render.look import Look
from pillarplan.render.pieces import Line, Piece
from pillarplan.render.screens.changes import change_lines
from pillarplan.render.screens.screen import (
    NARROWEST,
    Screen,
    cut,
    fit,
    help_lines,
    key_lines,
    styled,
    wrap,
)
from pillarplan.render.screens.totals import total_lines
from pillarplan.render.words.dials import LABELS, MEANINGS, say_beside, say_dial

KEYS = (
    ("↑↓", "choose"),
    ("←→", "change"),
    ("0-9", "type"),
    ("PgDn", "more"),
    ("Enter", "adopt"),
    ("Esc", "leave"),
    ("?", "help"),
)
FEW_KEYS = (("↑↓←→", "tune"), ("Enter", "adopt"), ("Esc", "leave"), ("?", "help"))

HELP = (
    ("↑↓", "Choose a row; Tab goes on to the next one."),
    ("←→", "Change it; + and - do the same."),
    ("0-9", "Type a value, or e: 4, mon=0.5,sat=2, 2027-06-30, any. Enter takes it."),
    ("PgDn", "See more of the plan; PgUp goes back."),
    ("r", "Put all back as they were."),
    ("Enter", "Adopt the plan that you see; undo takes that back."),
    ("Esc", "Leave; nothing changes. So do q and Ctrl-C."),
)

LESS, MORE = (
    "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}",
    "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}",
)

VALUE = 13
"""Columns for the value of a dial."""

BESIDE = 10
"""In fewer columns nothing is said beside a value."""

MEANING = 2
"""Lines for what the chosen dial means, so that nothing below it jumps."""

SMALLEST = 8
"""In fewer lines only the chosen dial is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tuned:
    """What the screen shows."""

    dials: Dials
    start: Dials
    chosen: str
    """The dial that the keys turn."""
    outlook: Outlook
    """What comes of the dials, or came of them before."""
    message: str = ""
    is_planning: bool = False
    top: int = 0
    """The first line of the plan that is shown."""
    helps: bool = False
    is_over: bool = False
    """The plan is adopted: no keys any more."""


def tuning_screen(tuned: Tuned, look: Look, height: int) -> Screen:
    """Return the screen in at most `height` lines: the dials, and as much as fits."""
    width = max(NARROWEST, look.width) - 1
    place = DIALS.index(tuned.chosen)
    keys = [] if tuned.is_over else key_lines(KEYS, FEW_KEYS, width, look, room=False)
    rows = [_dial(tuned, name, width, look) for name in DIALS]
    head, top, page = [_title(tuned, width, look), *rows], 0, 1
    if height < SMALLEST:
        place, head = -1, [rows[place]]
        middle = _said(tuned, width)[: max(0, height - 2)]
    else:
        room = height - len(head) - len(keys)
        middle, top, page = _middle(tuned, width, room, look)
    lines = [fit(line, width) for line in (*head, *middle, *keys)]
    return Screen((*lines[: max(1, height)],), 1 + place, top, page)


def _title(tuned: Tuned, width: int, look: Look) -> Line:
    title = f"Plan to {tuned.outlook.role}"
    mark = ("planning…" if look.unicode else "planning...") if tuned.is_planning else ""
    gap = width - len(title) - len(mark)
    if gap < 1:
        return (Piece("strong", title[:width]),)
    return (Piece("strong", title), Piece("quiet", " " * gap + mark))


def _dial(tuned: Tuned, name: str, width: int, look: Look) -> Line:
    """Return a row: what it is, its value, and what it was."""
    dials, start = tuned.dials, tuned.start
    is_chosen = name == tuned.chosen
    value = say_dial(name, dials)
    less, more = (LESS, MORE) if look.unicode else "<>"
    left = less if is_chosen and dials.turned(name, -1, start) else " "
    right = more if is_chosen and dials.turned(name, 1, start) else " "
    before = say_dial(name, start)
    was = f"was {before}" if before != value else ""
    beside = filter(None, (was, say_beside(name, dials, tuned.outlook.names)))
    column = max(map(len, LABELS.values()))
    label = f"{LABELS[name]:{column}}  {left} "
    ends = f" {right}".ljust(2 + VALUE - len(value))
    room = width - 2 - len(label) - len(value) - len(ends) - 1
    room = room if room >= BESIDE else 0
    style = "strong" if is_chosen else ""
    return (
        Piece("learn", f"{look.edge} " if is_chosen else "  "),
        Piece(style, label),
        Piece("strong" if is_chosen or was else "", value),
        Piece(style, f"{ends} "),
        Piece("quiet", cut(f" {look.dot} ".join(beside), room, look)),
    )


def _said(tuned: Tuned, width: int) -> list[Line]:
    """Return what is to be said about the last key, or else about the chosen dial."""
    style = "strong" if tuned.message else "quiet"
    text = tuned.message or MEANINGS[tuned.chosen]
    return styled(style, text, width)[:MEANING]


def _middle(
    tuned: Tuned, width: int, room: int, look: Look
) -> tuple[list[Line], int, int]:
    """Return what stands between dials and keys; where the plan begins; its page."""
    said = _said(tuned, width)[:room]
    if room >= SMALLEST:
        said += [()] * (MEANING - len(said))
    lines = [*said, *_totals(tuned, width, room - len(said), look)]
    room -= len(lines) + 1
    if room < 1:
        return lines, 0, 1
    body = _body(tuned, width, look)
    if len(body) > room:
        room -= 1
    top = max(0, min(tuned.top, len(body) - room))
    shown = body[top : top + room]
    lines += [(), *shown]
    if left := len(body) - top - len(shown):
        lines.append((Piece("quiet", f"  {left} more lines: PgDn"),))
    elif top:
        lines.append((Piece("quiet", "  the end: PgUp goes back"),))
    return lines, top, room


def _totals(tuned: Tuned, width: int, room: int, look: Look) -> list[Line]:
    if tuned.helps:
        return []
    return [*total_lines(tuned.outlook, width, look)][: max(0, room)]


def _body(tuned: Tuned, width: int, look: Look) -> list[Line]:
    if tuned.helps:
        return help_lines(HELP, width, look)
    return [*_plan(tuned.outlook, width, look)]


def _plan(outlook: Outlook, width: int, look: Look) -> Iterator[Line]:
    """Yield the plan line by line, or why there is none."""
    if outlook.roadmap is None:
        for text in outlook.problem.split("\n"):
            yield from styled("", text, width)
        return
    yield from change_lines(outlook, width, look)
    notes = [*outlook.roadmap.notes, *filter(None, outlook.remark.split("\n"))]
    if notes:
        yield ()
        yield (Piece("strong", "Good to know"),)
    for note in notes:
        yield from ((Piece("", f"  {line}"),) for line in wrap(note, width - 2))
