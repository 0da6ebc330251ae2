"""A new roadmap beside the adopted one, until it takes its place."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.comparison import Comparison
from pillarplan.domain.plan.roadmap import PlannedItem, Roadmap
from pillarplan.journal.meaning import changes
from pillarplan.planner.plans.comparison import compare
from pillarplan.render.words.kept import roadmap_in_words
from pillarplan.services.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A roadmap that is not adopted yet, and what it would change."""

    roadmap: Roadmap
    """With its facts in words."""
    changes: Comparison | None
    """None if no roadmap is adopted yet."""
    is_new: bool
    """False if it says the same as the adopted roadmap, and nothing else is told."""
    profile: Profile
    """The person that it was made for."""
    drops: Mapping[str, str]
    """Items that the person drops with it, each with the reason."""
    remark: str = ""
    """What the person should know about it before they adopt it."""


def as_proposal(
    profile: Profile,
    roadmap: Roadmap,
    dropped: Mapping[str, str],
    remark: str = "",
) -> Proposal:
    """Return `roadmap` with what it would change against the adopted one.

    `dropped` names what the person wants to leave out, each item with the reason.
    """
    adopted, roadmap = profile.current_roadmap, roadmap_in_words(roadmap)
    drops = {
        item: reason
        for item, reason in dropped.items()
        if item not in profile.finished
        and (reason or item not in profile.dropped_items)
    }
    return Proposal(
        remark=remark,
        roadmap=roadmap,
        changes=compare(adopted, roadmap) if adopted else None,
        is_new=adopted is None or not _same(adopted, roadmap) or bool(drops),
        profile=profile,
        drops=drops,
    )


def _same(adopted: Roadmap, proposed: Roadmap) -> bool:
    """Say whether two roadmaps say the same, although an older one has no facts."""
    return _without_facts(roadmap_in_words(adopted)) == _without_facts(proposed)


def _without_facts(roadmap: Roadmap) -> Roadmap:
    return replace(
        roadmap,
        items=tuple(replace(item, facts=()) for item in roadmap.items),
        not_now=tuple(replace(each, facts=()) for each in roadmap.not_now),
        facts=(),
    )


def adopt(
    workspace: Workspace, proposal: Proposal, asked: PlannedItem | None = None
) -> None:
    """Make the proposed roadmap the one that all other commands speak of.

    Of an item that is `asked` about, the record keeps that there was no moment yet, so
    that whoever passes the question never meets it again.
    """
    told = [*_told(proposal, workspace.today)]
    if asked is not None:
        told.append(changes.cue_set(workspace.today, asked.id, None))
    workspace.record(told)


def _told(proposal: Proposal, today: date) -> Iterator[changes.Change]:
    profile, roadmap = proposal.profile, proposal.roadmap
    role, contexts = roadmap.role, roadmap.limits.contexts
    if (role, contexts) != (profile.role, profile.contexts):
        yield changes.role_chosen(role, contexts, today)
    for item, reason in proposal.drops.items():
        yield changes.dropped(today, item, reason)
    yield changes.roadmap_adopted(roadmap)
