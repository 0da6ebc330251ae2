"""A new roadmap beside the adopted one, until it takes its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.comparison import Comparison
from pillarplan.domain.plan.roadmap import Roadmap
from pillarplan.journal.meaning import changes
from pillarplan.planner.plans.comparison import compare
from pillarplan.services.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A roadmap that is not adopted yet, and what it would change."""

    roadmap: Roadmap
    changes: Comparison | None
    """None if no roadmap is adopted yet."""
    is_new: bool
    """False if it is the adopted roadmap to the letter, and nothing else is told."""
    profile: Profile
    """The person that it was made for."""
    drops: Mapping[str, str]
    """Items that the person drops with it, each with the reason."""
    remark: str = ""
    """What the person should know about it before they adopt it."""


def as_proposal(
    profile: Profile, roadmap: Roadmap, dropped: Mapping[str, str], remark: str = ""
) -> Proposal:
    """Return `roadmap` with what it would change against the adopted one.

    `dropped` names what the person wants to leave out, each item with the reason.
    """
    adopted = profile.current_roadmap
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
        is_new=roadmap != adopted or bool(drops),
        profile=profile,
        drops=drops,
    )


def adopt(workspace: Workspace, proposal: Proposal) -> None:
    """Make the proposed roadmap the one that all other commands speak of."""
    workspace.record([*_told(proposal, workspace.today)])


def _told(proposal: Proposal, today: date) -> Iterator[changes.Change]:
    profile, roadmap = proposal.profile, proposal.roadmap
    role, contexts = roadmap.role, roadmap.limits.contexts
    if (role, contexts) != (profile.role, profile.contexts):
        yield changes.role_chosen(role, contexts)
    for item, reason in proposal.drops.items():
        yield changes.dropped(today, item, reason)
    yield changes.roadmap_adopted(roadmap)


def why_empty(proposal: Proposal) -> str:
    """Return why a proposed roadmap holds nothing to do, and the next step."""
    roadmap, chosen = proposal.roadmap, proposal.roadmap.limits.skills
    unrated = [name for name in chosen if name not in proposal.profile.own_ratings]
    if roadmap.totals.wanted_steps:
        kept = roadmap.limits.buffer_days
        more = (
            "\nTo use the last days too: pillarplan plan --buffer none" if kept else ""
        )
        return f"Nothing fits, so nothing was changed. What helps stands above.{more}"
    if unrated:
        return (
            "What you chose is not rated yet, so nothing was changed. Start with:\n"
            f"pillarplan assess --skill {unrated[0]}"
        )
    if chosen and roadmap.not_now:
        return (
            "The skills that you chose are where you want them, so nothing was "
            "changed.\nGo on with the widest gaps: pillarplan plan --focus 3"
        )
    return (
        "No rated skill has a gap, so nothing was changed. Rate more skills "
        "(pillarplan assess --full)\nor aim at another role (pillarplan kb list "
        "--roles)."
    )
