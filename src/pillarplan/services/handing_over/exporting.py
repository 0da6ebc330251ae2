"""Everything that goes out of the program as a file."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.sharing import for_others
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.plan.roadmap import Roadmap
from pillarplan.domain.reports.packet import Packet
from pillarplan.domain.reports.since_start import SinceStart, find_since_start
from pillarplan.domain.text import check_length, one_line
from pillarplan.errors import NothingYetError
from pillarplan.planner.explaining.start_reasons import waits_for
from pillarplan.planner.pace.paused import around_pauses
from pillarplan.render.html.one_side import one_on_one_html
from pillarplan.render.html.page import roadmap_html
from pillarplan.render.json import answer
from pillarplan.render.lists.obsidian import obsidian_note
from pillarplan.render.lists.taskwarrior import taskwarrior_tasks
from pillarplan.render.lists.todotxt import todotxt_lines
from pillarplan.render.one_on_one import one_on_one
from pillarplan.render.pages.markdown import roadmap_page
from pillarplan.render.pages.one_side import one_on_one_page
from pillarplan.render.pages.packet_page import packet_page
from pillarplan.services.rating.measuring import measure
from pillarplan.services.workspace import Workspace

Form = Literal["markdown", "html", "obsidian", "taskwarrior", "todotxt"]
"""A text that the adopted roadmap can be handed over as."""

EXPORTS: Mapping[Form, Callable[[Packet], str]] = {
    "markdown": roadmap_page,
    "html": roadmap_html,
    "obsidian": obsidian_note,
    "taskwarrior": taskwarrior_tasks,
    "todotxt": todotxt_lines,
}
"""What writes each of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Everything:
    """All that there is about a person, for other programs."""

    profile: Profile
    gaps: tuple[Gap, ...]
    roadmap: Roadmap | None
    since_start: SinceStart


def pack(workspace: Workspace) -> Packet:
    """Return the adopted roadmap with everything that explains it."""
    profile = workspace.profile()
    adopted = profile.current_roadmap
    if adopted is None:
        raise NothingYetError("There is no plan to export yet: pillarplan plan")
    roadmap = around_pauses(adopted, profile)
    knowledge = workspace.knowledge
    report = measure(workspace, profile, roadmap.role, roadmap.limits.contexts)
    found = {item.id: knowledge.item(item.id) for item in roadmap.items}
    return Packet(
        today=workspace.today,
        roadmap=roadmap,
        profile=profile,
        role_name=report.role_name,
        gaps=report.gaps,
        skills=knowledge.skill_names(),
        pillars=knowledge.pillar_names(),
        scale=knowledge.scale(),
        items={name: item for name, item in found.items() if item is not None},
        waits_for={
            item.id: tuple(before.id for before in waits_for(roadmap, item))
            for item in roadmap.items
        },
    )


def export_roadmap(
    workspace: Workspace, form: Form, *, name: str = "", with_notes: bool = False
) -> str:
    """Return the adopted roadmap as a text of a form, without what is private.

    Only `with_notes` it says what others said, and why items were dropped.  It bears
    the `name` of the person, if there is one.
    """
    return EXPORTS[form](_shown(workspace, name, with_notes=with_notes))


def _shown(workspace: Workspace, name: str, *, with_notes: bool = False) -> Packet:
    """Return a person's roadmap as others may read it."""
    packet = pack(workspace)
    profile = for_others(packet.profile, with_notes=with_notes)
    return replace(packet, profile=profile, name=name)


def export_one_on_one(
    workspace: Workspace, name: str, needs: Sequence[str], *, as_html: bool
) -> str:
    """Return one printed side for a one-on-one: done, shown, in hand, next, needed."""
    for need in needs:
        check_length("--need", need)
    side = one_on_one(_shown(workspace, name), tuple(map(one_line, needs)))
    return one_on_one_html(side) if as_html else one_on_one_page(side)


def export_packet(workspace: Workspace, *, name: str = "", with_notes: bool) -> str:
    """Return the page for somebody who helps the person, with lines to fill in.

    It shows neither the levels that the person gave themselves nor their targets, which
    would colour the view of the one who fills it in.  Only `with_notes` it holds the
    notes of check-ins and what others said.
    """
    packet = _shown(workspace, name, with_notes=with_notes)
    found = (workspace.knowledge.skill(name) for name in packet.roadmap.focus)
    asked = tuple(skill for skill in found if skill is not None)
    return packet_page(packet, asked, notes=with_notes)


def export_json(workspace: Workspace) -> str:
    """Return everything as one JSON document ``pillarplan-profile``."""
    profile = workspace.profile()
    if not profile.own_ratings:
        raise NothingYetError("There is nothing to export yet: pillarplan assess")
    return answer(
        "profile",
        Everything(
            profile=profile,
            gaps=measure(workspace, profile).gaps,
            roadmap=_as_it_stands(profile),
            since_start=find_since_start(profile),
        ),
    )


def _as_it_stands(profile: Profile) -> Roadmap | None:
    roadmap = profile.current_roadmap
    return around_pauses(roadmap, profile) if roadmap else None
