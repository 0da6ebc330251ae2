"""Gaps as a table: where one is, where the role wants one to be."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from pillarplan.domain.person.rating import IMPORTANCE_WORDS
from pillarplan.domain.plan.gap import Gap, GapReport, names_without_gap
from pillarplan.render.look import Look

OWN = "*"
"""Marks a target that the person set."""

ROOMY = 96
"""From this width on there is room for the pillar of each skill."""


def gaps_view(report: GapReport, pillars: dict[str, str], look: Look) -> RenderableType:
    """Return all gaps by priority, then what has none."""
    open_gaps = [gap for gap in report.gaps if gap.size]
    parts: list[RenderableType] = [Text(f"Gaps to {report.role_name}", style="strong")]
    if open_gaps:
        parts += [Text(""), _table(open_gaps, pillars, look)]
    elif any(gap.applies and gap.current is not None for gap in report.gaps):
        parts.append(Text("No gap: every rated skill is at its target or above."))
    else:
        parts.append(Text("No gap: nothing that you rated applies to your work."))
    parts += [Text(""), *_own_targets(report.gaps), *_rest(report.gaps)]
    return Group(*parts)


def _table(gaps: Iterable[Gap], pillars: dict[str, str], look: Look) -> Table:
    table = Table(box=None, pad_edge=False, header_style="quiet", padding=(0, 2, 0, 0))
    table.add_column("Skill", overflow="fold")
    if look.width >= ROOMY:
        table.add_column("Pillar", style="quiet", overflow="fold")
    table.add_column("Level", no_wrap=True)
    table.add_column("Now", justify="right")
    table.add_column("Target", justify="right")
    table.add_column("Matters")
    table.add_column("Priority", justify="right")
    for gap in gaps:
        pillar = [pillars[gap.pillar]] if look.width >= ROOMY else []
        table.add_row(
            *map(
                Text,
                (
                    gap.name,
                    *pillar,
                    look.levels(gap.current, gap.target),
                    str(gap.current),
                    f"{gap.target}{OWN if gap.is_own_target else ''}",
                    IMPORTANCE_WORDS[gap.importance],
                    str(gap.priority),
                ),
            )
        )
    return table


def _own_targets(gaps: Iterable[Gap]) -> Iterable[Text]:
    """Yield a line on the targets that the person set, with gap or without."""
    own = [
        f"{gap.name} {gap.target} (the role asks for {gap.role_target})"
        for gap in gaps
        if gap.is_own_target
    ]
    if own:
        yield Text.assemble((f"{OWN} Your own targets: ", "strong"), ", ".join(own))


def _rest(gaps: Iterable[Gap]) -> Iterable[Text]:
    """Yield one line for each group of skills that show no gap."""
    for label, names in names_without_gap(gaps).items():
        yield Text.assemble((f"{label}: ", "strong"), ", ".join(names))
