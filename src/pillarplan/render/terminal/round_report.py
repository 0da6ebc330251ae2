"""The end of an interview: what changed, what is strong, and what to work on."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from pillarplan.domain.person.rating import IMPORTANCE_WORDS
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.reports.round_report import LevelChange, RoundReport
from pillarplan.domain.text import counted, wrapped
from pillarplan.render.lines.tendency import tendency_line
from pillarplan.render.look import Look


def round_view(outcome: RoundReport, top: int, look: Look) -> RenderableType:
    """Return the outcome of a round as a few short lists."""
    parts = [
        *([_changes(outcome, look)] if outcome.repeated else ()),
        *([_strengths(outcome)] if len(outcome.asked) > 1 else ()),
        _gaps(outcome, top, look),
        ("A hint; nothing is changed by it", [*map(tendency_line, outcome.tendencies)]),
    ]
    lines: list[RenderableType] = []
    for title, rows in parts:
        if rows:
            lines += [Text(title, style="strong"), *_fitted(rows, look), Text("")]
    return Group(*lines[:-1])


Part = tuple[str, list[str]]
"""A title, and what stands below it."""


def _changes(outcome: RoundReport, look: Look) -> Part:
    rows = [_change(each, look) for each in outcome.changes]
    same = outcome.repeated - len(rows)
    if same:
        rows.append(f"{counted(same, 'level')} as before")
    risen = [e for e in outcome.changes if e.after > e.before and not e.evidence]
    if risen:
        rows.append("A level counts more with a line that shows it:")
        more = "…" if look.unicode else "..."
        rows.append(f'pillarplan checkin --evidence {risen[0].skill}="{more}"')
    return "Since last time", rows


def _change(each: LevelChange, look: Look) -> str:
    shown = f": {each.evidence}" if each.evidence else ""
    return f"{each.name} {each.before} {look.arrow} {each.after}{shown}"


def _strengths(outcome: RoundReport) -> Part:
    rows = [
        f"{each.name}: {each.level} {each.level_name}" for each in outcome.strengths
    ]
    return "Strengths", rows


def _gaps(outcome: RoundReport, top: int, look: Look) -> Part:
    """Return the widest gaps; of a round about one skill its own."""
    if len(outcome.asked) == 1:
        (gap,) = outcome.gaps
        return f"Against {outcome.role_name}", [_gap(gap, top, look)]
    title = f"Widest gaps to {outcome.role_name}"
    if not outcome.widest:
        return title, ["None: every rated skill is at its target or above."]
    return title, [_gap(gap, top, look) for gap in outcome.widest]


def _gap(gap: Gap, top: int, look: Look) -> str:
    if gap.current is None:
        return f"{gap.name}: not rated" if gap.applies else f"{gap.name}: n/a"
    if not gap.size:
        whose = "your own" if gap.is_own_target else "its"
        return f"{gap.name}: {gap.current}, at {whose} target of {gap.target}"
    return (
        f"{look.levels(gap.current, gap.target, top)} {gap.name}: {gap.current} of "
        f"{gap.target}{_whose(gap)}, matters: {IMPORTANCE_WORDS[gap.importance]}"
    )


def _whose(gap: Gap) -> str:
    return ", your own target" if gap.is_own_target else ""


def _fitted(rows: list[str], look: Look) -> Iterator[Text]:
    for row in rows:
        yield Text(wrapped(row, look.width - 1, "  ", "    "))
