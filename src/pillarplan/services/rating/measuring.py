"""Where a person stands: against what their role asks for, and by others' view."""

from collections.abc import Sequence
from dataclasses import replace

from pillarplan.domain.knowledge.bare import bare_ids
from pillarplan.domain.knowledge.item import Item
from pillarplan.domain.knowledge.skill import Context, Role
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.tendency import Tendency
from pillarplan.domain.plan.gap import Gap, GapReport
from pillarplan.domain.reports.role_change import RoleChange
from pillarplan.errors import NothingYetError
from pillarplan.planner.gaps.gaps import find_gaps, find_targets
from pillarplan.planner.gaps.role_change import find_change
from pillarplan.planner.gaps.tendency import find_tendencies
from pillarplan.services.naming.known import known_contexts, known_role
from pillarplan.services.rating.strengths import used_strengths
from pillarplan.services.rating.talks import talk_for, with_talks
from pillarplan.services.workspace import Workspace


def report_gaps(
    workspace: Workspace, role: str | None = None, contexts: Sequence[str] = ()
) -> GapReport:
    """Compare the person's ratings with a role, by default the one they chose."""
    report = measure(workspace, rated_profile(workspace), role, contexts)
    return replace(report.asked(), strengths=used_strengths(workspace, report))


def report_change(
    workspace: Workspace, before: str | None, after: str | None, contexts: Sequence[str]
) -> RoleChange:
    """Compare two roles from where the person stands; None is the role they chose."""
    profile = rated_profile(workspace)
    return find_change(
        measure(workspace, profile, before, contexts),
        measure(workspace, profile, after, contexts),
    )


def rated_profile(workspace: Workspace) -> Profile:
    """Return the person; raise NothingYetError if they rated nothing so far."""
    profile = workspace.person()
    if not profile.own_ratings:
        raise NothingYetError("There are no ratings yet. Start with: pillarplan assess")
    return profile


def measure(
    workspace: Workspace,
    profile: Profile,
    role: str | None = None,
    contexts: Sequence[str] = (),
) -> GapReport:
    """Compare `profile` with a role and the contexts of the person's product."""
    knowledge = workspace.knowledge
    chosen = _role(workspace, role, profile)
    below = _role_below(workspace, chosen)
    around = _contexts(workspace, contexts, profile)
    outlines = knowledge.outlines()
    # An export hands in the profile as the journal tells it.
    known = workspace.in_present_words(profile)
    top, rated = knowledge.scale().top, known.own_ratings
    targets = find_targets(chosen, around, rated, top)
    asked_below = find_targets(below, around, rated, top) if below else None
    return GapReport(
        role=chosen.id,
        role_name=chosen.name,
        contexts=tuple(context.id for context in around),
        gaps=tuple(
            replace(gap, talk=talk)
            if (talk := talk_for(workspace, known, gap))
            else gap
            for gap in find_gaps(outlines, targets, known, asked_below)
        ),
    )


def _role_below(workspace: Workspace, role: Role) -> Role | None:
    """Return the role below; None below the first, and for one that was lost."""
    roles = workspace.knowledge.roles()
    place = next((n for n, each in enumerate(roles) if each.id == role.id), 0)
    return roles[place - 1] if place else None


def _role(workspace: Workspace, stated: str | None, profile: Profile) -> Role:
    """Return the stated role, or the person's own, even if the base has lost it."""
    asked = stated or profile.role or workspace.knowledge.default_role()
    chosen = workspace.edition_for(profile).succession.role(asked)
    planned = profile.roadmap.role if profile.roadmap else None
    if chosen in (profile.role, planned) and workspace.knowledge.role(chosen) is None:
        if stated is None and workspace.find_base():  # another base knew it, perhaps
            return _usual_role(workspace, chosen)
        workspace.warn(
            f"The knowledge base has lost your role {chosen}, so that only targets of "
            "your own count. See: pillarplan doctor"
        )
        return Role(id=chosen, name=chosen, summary="", targets={})
    return known_role(workspace.knowledge, chosen)


def _usual_role(workspace: Workspace, lacking: str) -> Role:
    """Return who one grows into on a base that lacks one's role, and say so."""
    usual = known_role(workspace.knowledge, workspace.knowledge.default_role())
    workspace.warn(
        f"This knowledge base has no role {lacking}, so that {usual.id} counts. To "
        "choose another: pillarplan plan --role ROLE (see: pillarplan kb list --roles)"
    )
    return usual


def _contexts(
    workspace: Workspace, stated: Sequence[str], profile: Profile
) -> tuple[Context, ...]:
    """Return the stated contexts, or the person's own, without those that were lost."""
    planned = profile.roadmap.limits.contexts if profile.roadmap else ()
    there = {each.id for each in workspace.knowledge.contexts()}
    lost = {*profile.contexts, *planned} - there
    asked = stated or profile.contexts
    return known_contexts(workspace.knowledge, [e for e in asked if e not in lost])


def own_tendency(workspace: Workspace) -> tuple[Tendency, ...]:
    """Return for each pillar whether the person rates themselves higher than others do.

    It is a hint, which changes nothing.  Pillars of which too little is known are left
    out.
    """
    knowledge = workspace.knowledge
    return find_tendencies(
        workspace.person().ratings,
        {skill.id: skill.pillar for skill in knowledge.outlines()},
        knowledge.pillar_names(),
    )


def items_for_gaps(
    workspace: Workspace, gaps: Sequence[Gap], pinned: Sequence[str] = ()
) -> tuple[Item, ...]:
    """Return all that covers a step of the gaps, and then the pinned items.

    Where a talk comes first, nothing else develops the skill; where the knowledge base
    has nothing for a step, a bare step stands in.
    """
    knowledge = workspace.knowledge
    wanted = [s for gap in gaps if gap.size and not gap.talk for s in gap.steps]
    known = knowledge.items_for_steps(wanted)
    items = with_talks(workspace, known, gaps)
    names = dict.fromkeys((*bare_ids(wanted, known), *pinned))
    found = {item.id for item in items}
    others = (knowledge.item(name) for name in names if name not in found)
    return (*items, *(item for item in others if item is not None))
