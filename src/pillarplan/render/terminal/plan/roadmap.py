"""A roadmap as a list, by skill or by month: what, when, and what it is for."""

from collections.abc import Iterable, Mapping
from datetime import date

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.item import Item
from pillarplan.domain.plan.roadmap import Roadmap
from pillarplan.domain.reports.since_start import SinceStart
from pillarplan.domain.text import wrapped
from pillarplan.render.lines.since_start import done_before_lines, since_start_line
from pillarplan.render.look import Look
from pillarplan.render.terminal.plan.heading import heading
from pillarplan.render.terminal.plan.months import months_view
from pillarplan.render.terminal.plan.skills import skills_view

WIDEST = 100
"""Wider lists are hard to read along."""

FEW = 5
"""So many things done before are named; a page names all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadmapPage:
    """A roadmap with all that its view shows beside it."""

    roadmap: Roadmap
    role: str
    """The name of the role."""
    skills: Mapping[str, str]
    """The name of each skill id."""
    entries: Mapping[str, Item]
    """Those of the items, by id, as far as the knowledge base has them."""
    important: frozenset[str]
    """The skills that matter much."""
    since: SinceStart | None
    """What was done over all plans, if that is to stand beside this one."""
    today: date


def roadmap_view(page: RoadmapPage, look: Look, by: str = "skill") -> RenderableType:
    """Return the whole roadmap, by ``skill`` or by ``month``."""
    width = min(look.width, WIDEST)
    roadmap, skills, since = page.roadmap, page.skills, page.since
    parts: list[RenderableType] = [
        *heading(roadmap, page.role, page.today, look, width)
    ]
    if since and (line := since_start_line(since, skills)):
        parts += [Text(""), Text(wrapped(line, width))]
    if by == "month":
        parts += months_view(roadmap, skills, page.today, look, width)
    else:
        parts += skills_view(
            roadmap, skills, page.entries, page.important, page.today, look, width
        )
    if since:
        parts += _done_before([*done_before_lines(since, roadmap)])
    if roadmap.notes:
        parts += [Text(""), Text("Good to know", style="strong")]
        parts += [Text(wrapped(n, width, "  ", "  ")) for n in roadmap.notes]
    return Group(*parts)


def _done_before(done: list[str]) -> Iterable[RenderableType]:
    if done:
        yield from (Text(""), Text("Done before this plan", style="strong"))
        yield from (Padding(Text(line), (0, 0, 0, 2)) for line in done[-FEW:])
        if len(done) > FEW:
            yield Text(f"  and {len(done) - FEW} before: pillarplan history --entries")
