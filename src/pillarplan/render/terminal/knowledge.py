"""The knowledge base to read: lists, skills by level, resources and practices."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from pillarplan.domain.knowledge.item import Item, Practice, Resource
from pillarplan.domain.knowledge.scale import Scale
from pillarplan.domain.knowledge.skill import Context, Role, Skill, SkillOutline
from pillarplan.domain.reports.library import Hit, Statistics
from pillarplan.domain.text import in_hours, join_words
from pillarplan.render.lines.item_facts import LINK
from pillarplan.render.look import Look
from pillarplan.render.terminal.theme import style_of

ROOMY = 72
"""From this width on there is room for the pillar of each skill."""


def skill_list_view(
    skills: Sequence[SkillOutline], roles: Sequence[Role], look: Look
) -> RenderableType:
    """Return all skills by pillar, with the target of each role in a column."""
    table = Table(box=None, pad_edge=False, header_style="quiet", padding=(0, 2, 0, 0))
    table.add_column("Skill", overflow="fold")
    table.add_column("Id", style="quiet", overflow="fold")
    for role in roles:
        table.add_column(role.id, justify="right")
    for _, group in groupby(skills, key=lambda skill: skill.pillar):
        members = list(group)
        table.add_row(Text(members[0].pillar_name, style="strong"))
        for skill in members:
            targets = [Text(str(role.targets.get(skill.id, 0))) for role in roles]
            name = f"  {skill.name}{' *' if skill.core else ''}"
            table.add_row(Text(name), Text(skill.id), *targets)
    if not any(skill.core for skill in skills):
        return table
    return Group(table, Text("\n* core: asked in the quick interview", style="quiet"))


def role_difference_view(
    skills: Sequence[SkillOutline], before: Role, after: Role, look: Look
) -> RenderableType:
    """Return what changes from one role to another, largest change first."""
    changes = [
        (after.targets.get(s.id, 0) - before.targets.get(s.id, 0), s) for s in skills
    ]
    table = Table(box=None, pad_edge=False, header_style="quiet", padding=(0, 2, 0, 0))
    table.add_column("Skill")
    if look.width >= ROOMY:
        table.add_column("Pillar")
    for name in (before.id, after.id, "Change"):
        table.add_column(name, justify="right")
    for change, skill in sorted(changes, key=lambda pair: -pair[0]):
        if change:
            old, new = before.targets.get(skill.id, 0), after.targets.get(skill.id, 0)
            pillar = [skill.pillar_name] if look.width >= ROOMY else []
            cells = (skill.name, *pillar, str(old), str(new), f"{change:+d}")
            table.add_row(*map(Text, cells))
    return Group(
        Text(f"From {before.name} to {after.name}", style="strong"),
        *([Text(after.summary, style="quiet")] if after.summary else []),
        Text(""),
        table,
    )


def role_list_view(
    roles: Iterable[Role], contexts: Iterable[Context], look: Look
) -> RenderableType:
    """Return all roles and contexts with what they mean."""
    return Group(
        Text("Roles", style="strong"),
        _definitions(roles),
        Text("\nContexts: what a product asks for besides the role", style="strong"),
        _definitions(contexts),
    )


def _definitions(entries: Iterable[Role | Context]) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for entry in entries:
        table.add_row(
            Text(f"  {entry.id}"),
            Text.assemble((entry.name, "strong"), _after(entry.summary)),
        )
    return table


def _after(text: str) -> str:
    return f": {text}" if text else ""


def skill_view(
    skill: Skill,
    outline: SkillOutline,
    items: Sequence[Item],
    scale: Scale,
    pillars: Mapping[str, str],
    look: Look,
) -> RenderableType:
    """Return a skill: why it matters, its levels, and what leads to each of them."""
    parts: list[RenderableType] = [
        Text.assemble((skill.name, "strong"), (f"  {outline.pillar_name}", "quiet")),
        *([Text(skill.summary)] if skill.summary else []),
    ]
    if about := [*_about(skill, pillars)]:
        parts += [Text(""), *about]
    for level, name in scale.names.items():
        behaviours = skill.levels.get(level, ())
        leading = _leading_to(skill.id, level, items, look)
        if behaviours or leading.row_count:
            parts += [Text(""), Text(f"{level} {name}", style="strong")]
            parts += [Padding(Text(each), (0, 0, 0, 2)) for each in behaviours]
            parts.append(leading)
    return Group(*parts)


def _leading_to(skill: str, level: int, items: Sequence[Item], look: Look) -> Table:
    """Return what leads to a level, by id; an item that goes further stands once."""
    table = Table(
        box=None, show_header=False, padding=(0, 1, 0, 0), pad_edge=False, expand=True
    )
    table.add_column(width=3, justify="right")
    # An id is there to be copied: it may be folded, but never cut.
    table.add_column(ratio=1, overflow="fold")
    if look.width >= ROOMY:
        table.add_column(style="quiet", width=10)
    table.add_column(style="quiet", width=6, justify="right")
    table.add_column(style="quiet", width=8)
    table.add_column(style="quiet", width=4)
    for item in items:
        spans = [span for span in item.develops if span.skill == skill]
        if spans and min(span.from_ for span in spans) == level - 1:
            last = max(span.to for span in spans)
            if isinstance(item, Resource):
                mark, style, url, cost = (
                    look.dot,
                    "quiet",
                    item.url,
                    str(item.cost or ""),
                )
            else:
                mark, style, url, cost = look.arrow, "apply", "", ""
            cells = (
                Text(mark, style=style),
                Text(item.id, style=style_of("", url)),
                *([Text(item.kind, style=style)] if look.width >= ROOMY else []),
                Text(in_hours(item.hours)),
                Text(cost),
                Text(f"to {last}" if last > level else ""),
            )
            table.add_row(*cells)
    return table


def _about(skill: Skill, pillars: Mapping[str, str]) -> Iterable[RenderableType]:
    same = join_words(skill.same_as)
    drawn = join_words([pillars[pillar] for pillar in skill.draws_on])
    for label, text in (
        ("Why", skill.why),
        ("Without it", skill.neglect),
        ("To delegate", skill.delegate),
        ("Same as", f"{same} of the built-in base, which serves it." if same else ""),
        ("Draws on", f"{drawn}; what they teach makes it good." if drawn else ""),
    ):
        if text:
            yield Text.assemble((f"{label}: ", "strong"), text)


def item_view(item: Item, facts: Iterable[tuple[str, str]]) -> RenderableType:
    """Return all that is known of a resource or a practice."""
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(style="quiet", no_wrap=True)
    table.add_column(overflow="fold")
    for label, value in facts:
        if label != LINK:
            table.add_row(label, Text(value))
    url = "" if isinstance(item, Practice) else item.url
    parts: list[RenderableType] = [Text(item.title, style=style_of("strong", url))]
    if url:  # whole, and alone on its line, however long it is
        parts.append(
            Text(url, style_of("learn link", url), no_wrap=True, overflow="ignore")
        )
    return Group(*parts, table)


def search_view(
    hits: Sequence[Hit], suggestions: Sequence[str], look: Look
) -> RenderableType:
    """Return what was found, best first, or what to look for instead."""
    if not hits:
        near = f" Did you mean {', '.join(suggestions)}?" if suggestions else ""
        return Text(f"Nothing found.{near}")
    lines: list[RenderableType] = []
    for hit in hits:
        lines.append(Text(hit.title, style="strong"))
        lines.append(Padding(Text(f"{hit.kind} {hit.id}", style="quiet"), (0, 0, 0, 2)))
        if hit.snippet:
            lines.append(Padding(Text(hit.snippet), (0, 0, 0, 2)))
    return Group(*lines)


def statistics_view(statistics: Statistics, look: Look) -> RenderableType:
    """Return the knowledge base in numbers."""
    facts: list[tuple[str, str]] = [
        ("Pillars", str(statistics.pillars)),
        ("Skills", f"{statistics.skills} with {statistics.behaviours} behaviours"),
        (
            "Resources",
            f"{statistics.resources}: {_counts(statistics.resources_by_kind)}",
        ),
        ("  by cost", _counts(statistics.resources_by_cost)),
        ("  by price", _counts(statistics.resources_by_price)),
        (
            "  on lists",
            f"{statistics.recommended}, named by {statistics.lists} public lists",
        ),
        ("  by step", _steps(statistics.resources_by_step, look)),
        ("Practices", str(statistics.practices)),
        ("  by step", _steps(statistics.practices_by_step, look)),
        ("Roles", f"{statistics.roles}, and {statistics.contexts} contexts"),
        ("Reflections", str(statistics.reflections)),
        ("Hours", f"{statistics.hours:g} in all"),
    ]
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for label, text in facts:
        table.add_row(Text(label), Text(text))
    return table


def _counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{number} {name}" for name, number in counts.items())


def _steps(counts: Mapping[int, int], look: Look) -> str:
    return ", ".join(
        f"{level - 1}{look.arrow}{level} {number}" for level, number in counts.items()
    )
