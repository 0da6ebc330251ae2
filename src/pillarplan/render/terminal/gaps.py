"""Gaps on an axis of levels: where one is, where the role wants one to be."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from pillarplan.domain.knowledge.scale import Scale
from pillarplan.domain.person.rating import MUCH
from pillarplan.domain.plan.gap import (
    NOT_RATED,
    Gap,
    GapReport,
    StrongSkill,
    names_without_gap,
)
from pillarplan.domain.text import counted, wrapped
from pillarplan.render.look import LAST_DIGIT, Look
from pillarplan.render.pieces import Line, Piece
from pillarplan.render.terminal.columns import to_columns
from pillarplan.render.terminal.theme import to_text
from pillarplan.render.words.phrases import say_held_back, say_strength

OWN = "*"
"""Marks a target that the person set."""

ROOMY = 110
"""From this width on there is room for the pillar of each skill."""

LONGEST_NAME = 30
"""Columns for the name of a skill."""

SHORTEST_NAME = 8

NUMBERS = 15
"""Columns beside a name and its axis: marks, levels, priority, and blanks."""

MOST_NAMES = 8
"""More skills than these that are not rated are counted, not named."""

LONGEST_AXIS = 40
"""Columns from level 0 to the top; a longer axis says no more."""


def gaps_view(
    report: GapReport,
    pillars: Mapping[str, str],
    focus: Collection[str],
    scale: Scale,
    look: Look,
) -> RenderableType:
    """Return all gaps by priority, then what has none; `focus` is in hand."""
    open_gaps = [gap for gap in report.gaps if gap.size]
    parts: list[RenderableType] = [_heading(report, look)]
    if open_gaps:
        parts += [Text(""), *_axis(open_gaps, pillars, focus, scale, look)]
    elif any(gap.applies and gap.current is not None for gap in report.gaps):
        parts.append(Text("No gap: every rated skill is at its target or above."))
    else:
        parts.append(Text("No gap: nothing that you rated applies to your work."))
    parts += [Text(""), *_own_targets(report.gaps, look), *_rest(report.gaps, look)]
    if report.unasked:
        beyond = f"{counted(report.unasked, 'skill')}, neither rated nor asked for"
        parts.append(_labelled("Beyond these", [f"{beyond}: pillarplan kb list"], look))
    parts += _strengths(report.strengths, look)
    return Group(*parts)


def _heading(report: GapReport, look: Look) -> Text:
    rated = [gap for gap in report.gaps if gap.applies and gap.current is not None]
    below = sum(gap.size > 0 for gap in rated)
    line = Text.assemble(("Gaps", "strong"), " to ", (report.role_name, "strong"))
    count = f"  {below} of {counted(len(rated), 'rated skill')} below target"
    if line.cell_len + len(count) > look.width:
        count = f"\n{count.strip()}"
    return line.append(count, style="quiet")


def _axis(
    gaps: Sequence[Gap],
    pillars: Mapping[str, str],
    focus: Collection[str],
    scale: Scale,
    look: Look,
) -> Iterator[Text]:
    """Yield the scale, a line for each gap, and what the marks mean."""
    room = look.width - NUMBERS
    names = min(LONGEST_NAME, max(len(_name(gap)) for gap in gaps), room - scale.top)
    names = max(SHORTEST_NAME, names)
    cells = max(1, min(LONGEST_AXIS, room - names) // scale.top)
    yield Text(f"{'':{names + 3}}{_levels(scale.top, cells)}", style="quiet")
    for gap in gaps:
        line = _row(gap, gap.skill in focus, names, cells, scale.top, look)
        if look.width >= ROOMY:
            line.append(f"  {pillars[gap.pillar]}", style="quiet")
        yield line
    much = any(gap.importance == MUCH for gap in gaps)
    yield from (Text(""), *_legend(look, in_hand=bool(focus), much=much))
    if scale.explained:
        yield Text(wrapped(scale.explained, look.width), style="quiet")


def _levels(top: int, cells: int) -> str:
    """Return the numbers above an axis, as many as leave a blank between two."""
    every = -(-(len(str(top)) + 1) // cells) if top > LAST_DIGIT else 1
    return "".join(
        f"{level if level % every == top % every else '':<{cells}}"
        for level in range(top + 1)
    ).rstrip()


def _row(
    gap: Gap, in_focus: bool, names: int, cells: int, top: int, look: Look
) -> Text:
    """Return the line of a skill: name, axis, levels, how much it matters, priority."""
    mark = look.sign("learn" if in_focus else "quiet")
    much = look.sign("apply") if gap.importance == MUCH else " "
    style, name = "strong" if in_focus else "", _name(gap)
    line = Text.assemble((f"{mark} ", "learn" if in_focus else "quiet"))
    line.append(to_columns(Text(name, style=style), names, look)).append(" ")
    line.append(to_text(_stretch(gap, in_focus, cells, top, look)))
    # Numbers of two digits keep what stands behind them in one column.
    digits = 2 * len(str(top)) + len(look.arrow)
    line.append(f" {f'{gap.current}{look.arrow}{gap.target}':{digits}}", style="quiet")
    return line.append(f" {much}", style="apply").append(f"{gap.priority:>3}", style)


def _stretch(gap: Gap, in_focus: bool, cells: int, top: int, look: Look) -> Line:
    """Return where one is, the way to the target, and what lies beyond."""
    reached, way, aim, beyond = "━╌┃·" if look.unicode else "=-|."
    current = gap.current or 0
    return (
        Piece("learn" if in_focus else "", reached * (current * cells)),
        Piece("apply", way * ((gap.target - current) * cells) + aim),
        Piece("quiet", beyond * ((top - gap.target) * cells)),
    )


def _legend(look: Look, *, in_hand: bool, much: bool) -> Iterator[Text]:
    """Yield what the marks mean that are there."""
    reached, way, aim = "━╌┃" if look.unicode else "=-|"
    words = [
        (Piece("learn", look.sign("learn") * in_hand), Piece("quiet", " in hand")),
        (Piece("", reached * 2), Piece("quiet", " now")),
        (Piece("apply", way * 2 + aim), Piece("quiet", " to the target")),
        (Piece("apply", look.sign("apply") * much), Piece("quiet", " matters much")),
        (Piece("quiet", "last"), Piece("quiet", " number: priority")),
    ]
    line = Text()
    for mark, meaning in words:
        if not mark.text:
            continue
        text = to_text((mark, meaning))
        if line and line.cell_len + text.cell_len + 3 > look.width:
            yield line
            line = Text()
        line.append("   " if line else "").append(text)
    yield line


def _name(gap: Gap) -> str:
    return f"{gap.name}{OWN if gap.is_own_target else ''}"


def _own_targets(gaps: Sequence[Gap], look: Look) -> Iterator[Text]:
    """Yield a line on own targets, and one on what else is in the way."""
    own = [
        f"{gap.name} {gap.target} (the role asks for {gap.role_target})"
        for gap in gaps
        if gap.is_own_target
    ]
    if own:
        yield _labelled(f"{OWN} Your own targets", own, look)
    if held := say_held_back(gaps):
        yield _labelled("Not for lack of skill", held, look)


def _strengths(strengths: Sequence[StrongSkill], look: Look) -> Iterator[Text]:
    """Yield what others may learn from the person, with the command that shows how."""
    if not strengths:
        return
    yield from (Text(""), Text("Give it on", style="strong"))
    for each in strengths:
        yield Text(wrapped(say_strength(each), look.width - 1, "  ", "    "))
        if each.practice:
            yield Text(f"    pillarplan kb show {each.practice}", style="quiet")


def _rest(gaps: Iterable[Gap], look: Look) -> Iterator[Text]:
    """Yield one line for each group of skills that show no gap."""
    for label, names in names_without_gap(gaps).items():
        if label == NOT_RATED and len(names) > MOST_NAMES:
            names = [f"{len(names)} skills; for all: pillarplan assess --full"]
        yield _labelled(label, names, look)


def _labelled(label: str, words: Iterable[str], look: Look) -> Text:
    text = wrapped(f"{label}: {', '.join(words)}", look.width)
    start = f"{label}:"
    return Text.assemble((start, "strong"), (text.removeprefix(start), "quiet"))
