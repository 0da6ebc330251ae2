"""A roadmap as one Markdown page, to bring to a one-on-one.

The text follows GitHub Flavored Markdown (https://github.github.com/gfm/).
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from pillarplan.domain.knowledge.item import Item, Practice
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.plan.roadmap import PlannedItem, Roadmap, State
from pillarplan.domain.plan.waves import at_hand, by_month
from pillarplan.domain.reports.packet import Packet
from pillarplan.domain.text import counted, in_hours, join_words, on_day, wrapped
from pillarplan.render.lines.bookings import booking_lines
from pillarplan.render.lines.later import later_lines, not_now_lines
from pillarplan.render.lines.since_start import done_before_lines, since_start_line
from pillarplan.render.words.phrases import say_held_back

WIDTH = 80
"""Columns of a page that is also read on the screen."""

SPECIAL = re.compile(r"([\\`*_{}\[\]|~#<>&!])")
"""What has a meaning inside a line: GFM 2.4 and 6."""

LINE_START = re.compile(r"^(\s*)([-+=]|\d+(?=[.)](?:\s|$)))")
"""What has a meaning at the start of a line only: GFM 4 and 5."""

BARE_LINK = re.compile(r"(?i)(https?|ftp)(:)|(www)(\.)")
"""What GitHub turns into a link without being asked: GFM 6.9.

So it does with e-mail addresses, whatever one writes; those links do no harm.
"""


STEP = r"\b({level}) to ({level})\b"
"""How a sentence names the levels between which a skill is to rise."""


def escape(text: str) -> str:
    """Return Markdown that shows `text` literally, on one line."""
    literal = SPECIAL.sub(r"\\\1", " ".join(text.split()))
    literal = BARE_LINK.sub(_unlink, literal)
    return LINE_START.sub(_shield, literal)


ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|&#(\d{1,7});")
"""What `escape` writes for a single character: GFM 2.4 and 6.2."""


def unescape(text: str) -> str:
    """Return the text that `escape` made literal."""
    return ESCAPED.sub(lambda match: match[1] or chr(int(match[2])), text)


def _unlink(match: re.Match[str]) -> str:
    scheme, colon, www, _ = match.groups()
    return f"{scheme}&#58;" if colon else f"{www}&#46;"


def _shield(match: re.Match[str]) -> str:
    space, sign = match.groups()
    if sign.isdigit():
        return f"{space}&#{ord(sign[0])};{sign[1:]}"
    return f"{space}\\{sign}"


def roadmap_page(packet: Packet, *, levels: bool = True) -> str:
    """Return the page: focus, dated items, re-rating, evidence, and what is not now.

    Without `levels` it says nowhere which level the person has or wants.
    """
    roadmap = packet.roadmap
    parts = [
        f"# {_whose(packet)} to {escape(packet.role_name)}",
        _summary(roadmap, levels),
        escape(since_start_line(packet.since_start, packet.skills)) if levels else "",
        _focus(packet) if levels else section("Focus", _focus_names(packet)),
        _plan(packet, levels),
        section("Then", _later(packet, levels)),
        section("Done before this plan", _done_before(packet)),
        section("Dates to keep", map(escape, booking_lines(roadmap))),
        section("Rate again", _reratings(packet)),
        section("Evidence so far", _evidence(packet)),
        section("Not now", _not_now(packet, levels)),
        section("Good to know", _notes(packet, levels)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _whose(packet: Packet) -> str:
    return f"{escape(packet.name)}: roadmap" if packet.name else "Roadmap"


def _later(packet: Packet, levels: bool) -> Iterator[str]:
    arrow = " to " if levels else ""
    return map(escape, later_lines(packet.roadmap, packet.skills, arrow))


def _done_before(packet: Packet) -> Iterator[str]:
    return map(escape, done_before_lines(packet.since_start, packet.roadmap))


def _reratings(packet: Packet) -> Iterator[str]:
    for each in sorted(packet.roadmap.rerate, key=lambda rerating: rerating.on):
        yield f"{escape(packet.skills[each.skill])}: {on_day(each.on)}"


def _evidence(packet: Packet) -> Iterator[str]:
    for each in packet.profile.evidence:
        skill = escape(packet.skills[each.skill])
        yield f"{on_day(each.on)}, {skill}: {escape(each.text)}"


def _not_now(packet: Packet, levels: bool) -> Iterator[str]:
    if levels:
        return map(escape, not_now_lines(packet.roadmap, packet.skills))
    # The reasons tell how wide a gap is.
    return (escape(packet.skills[each.skill]) for each in packet.roadmap.not_now)


def _notes(packet: Packet, levels: bool) -> Iterator[str]:
    notes, level = packet.roadmap.notes, "|".join(map(str, packet.scale.names))
    step = re.compile(STEP.format(level=level))
    return (escape(note) for note in notes if levels or not step.search(note))


def _summary(roadmap: Roadmap, levels: bool) -> str:
    totals = roadmap.totals
    week = in_hours(roadmap.limits.availability.hours_per_week)
    steps = f", {counted(totals.steps, 'step')} up" if levels else ""
    return (
        f"{on_day(roadmap.starts_on)} to {on_day(roadmap.until)}, {week} a week: "
        f"{counted(len(roadmap.items), 'item')}, {in_hours(totals.hours)}{steps}. "
        f"Made on {on_day(roadmap.made_on)}."
    )


def _focus_names(packet: Packet) -> Iterator[str]:
    return (escape(packet.skills[skill]) for skill in packet.roadmap.focus)


def _focus(packet: Packet) -> str:
    chosen = {gap.skill: gap for gap in packet.gaps}
    rows = [
        f"| {escape(gap.name)} | {gap.current} | {_target(gap)} | {gap.priority} |"
        for skill in packet.roadmap.focus
        if (gap := chosen.get(skill)) is not None
    ]
    if not rows:
        return ""
    head = ["| Skill | Now | Target | Priority |", "| --- | ---: | ---: | ---: |"]
    in_focus = [chosen[each] for each in packet.roadmap.focus if each in chosen]
    held = join_words([escape(each) for each in say_held_back(in_focus)])
    said = f"\n\nNot for lack of skill: {held}." if held else ""
    named = packet.scale.explained
    levels = f"\n\n{paragraph(escape(named))}" if named else ""
    return "## Focus\n\n" + "\n".join(head + rows) + levels + said


def _target(gap: Gap) -> str:
    if not gap.is_own_target:
        return str(gap.target)
    return f"{gap.target} (own; the role asks for {gap.role_target})"


def _plan(packet: Packet, levels: bool) -> str:
    months = [
        f"### {month}\n\n" + "\n".join(_entry(item, packet, levels) for item in items)
        for month, items in by_month(at_hand(packet.roadmap))
    ]
    return "\n\n".join(["## Plan", *months]) if months else ""


def _entry(item: PlannedItem, packet: Packet, levels: bool) -> str:
    """Return an item as a task list entry, with what to do beneath it."""
    box = "x" if item.state is State.DONE else " "
    state = f" ({item.state})" if item.state in {State.STARTED, State.DROPPED} else ""
    dates = (
        f"{on_day(item.starts_on, year=False)} to {on_day(item.ends_on, year=False)}"
    )
    reason = item.reason if levels else _purpose(item, packet)
    lines = [
        f"- [{box}] {_title(item, packet.items)}{state}",
        f"  {dates}, {in_hours(item.hours)}, {item.kind}. {escape(reason)}".rstrip(),
    ]
    lines += [f"  {line}" for line in _advice(packet.items.get(item.id))]
    return "\\\n".join(lines[:2]) + "".join(f"\\\n{line}" for line in lines[2:])


def _purpose(item: PlannedItem, packet: Packet) -> str:
    """Return what an item is for, but not from which level to which."""
    names = dict.fromkeys(packet.skills[span.skill] for span in item.closes)
    return f"For {join_words(names)}." if names else ""


def _title(item: PlannedItem, details: Mapping[str, Item]) -> str:
    title = f"**{escape(item.title)}**"
    entry = details.get(item.id)
    if entry is None or isinstance(entry, Practice):
        return title
    by = f" by {escape(', '.join(entry.creators))}" if entry.creators else ""
    return f"[{title}](<{entry.url}>){by}" if entry.url else f"{title}{by}"


def _advice(entry: Item | None) -> Iterator[str]:
    if isinstance(entry, Practice):
        if entry.task:
            yield escape(entry.task)
        if entry.evidence:
            yield f"*Evidence:* {escape(entry.evidence)}"
    elif entry is not None and entry.apply:
        yield f"*Try:* {escape(entry.apply)}"


def section(title: str, lines: Iterable[str]) -> str:
    """Return a heading with a list; empty if there is nothing to list."""
    rows = [f"- {line}" for line in lines]
    return f"## {title}\n\n" + "\n".join(rows) if rows else ""


def bullet(text: str, depth: int = 0, mark: str = "-") -> str:
    """Return an entry of a list in lines that are wrapped; `text` is Markdown."""
    start = f"{'  ' * depth}{mark} "
    return paragraph(text, start, " " * len(start))


def paragraph(text: str, first: str = "", margin: str = "") -> str:
    """Return Markdown in lines that are wrapped, with what they begin with."""
    head, *rest = wrapped(text, WIDTH, first, margin).split("\n")
    # What stood inside a line may begin one now.
    return "\n".join([head, *(LINE_START.sub(_shield, line) for line in rest)])
