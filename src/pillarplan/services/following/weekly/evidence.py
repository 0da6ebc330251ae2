"""What shows a skill, and whether a level may rise: only with a line of evidence."""

from collections.abc import Iterable, Mapping

from pillarplan.domain.person.checkin import CheckIn
from pillarplan.domain.person.profile import Profile
from pillarplan.errors import UsageError
from pillarplan.services.naming.known import known_items
from pillarplan.services.workspace import Workspace

Lines = tuple[tuple[str, str], ...]
"""Skill and line of each piece of evidence."""


def skills_served(
    workspace: Workspace, profile: Profile, item_id: str
) -> tuple[str, ...]:
    """Return the skills for which an item stands in the plan, or which it develops."""
    planned = profile.roadmap.item(item_id) if profile.roadmap else None
    spans = planned.closes if planned else ()
    meant = next((each.meant for each in profile.done if each.item == item_id), None)
    if not spans and meant:
        spans = meant.closes
    if not spans:
        (item,) = known_items(workspace.knowledge, [item_id])
        spans = item.develops
    return tuple(dict.fromkeys(span.skill for span in spans))


def told_evidence(workspace: Workspace, profile: Profile, report: CheckIn) -> Lines:
    """Return the evidence in a check-in: what was applied, then what was stated.

    What happened, in a debrief, is what was applied.
    """
    happened = {item: each.happened for item, each in report.debrief.items()}
    applied = (
        (skill, line)
        for item, line in ({**happened, **report.applied}).items()
        if line
        for skill in skills_served(workspace, profile, item)
    )
    beside = (
        (skill, each.applied)
        for each in report.outside
        if each.applied
        for skill in each.skills
    )
    return tuple(dict.fromkeys((*applied, *beside, *report.evidence.items())))


def rises(profile: Profile, skill: str, level: int) -> bool:
    """Say whether a level is above the person's own last one."""
    before = profile.own_ratings.get(skill)
    return before is not None and before.level is not None and level > before.level


def is_shown(profile: Profile, skill: str, told: Iterable[tuple[str, str]]) -> bool:
    """Say whether there is evidence of a skill since its last rating, or just now."""
    if any(shown == skill for shown, _ in told):
        return True
    before = profile.own_ratings[skill]
    return any(
        each.skill == skill and each.on >= before.rated_on for each in profile.evidence
    )


def check_rise(
    profile: Profile, skill: str, level: int, evidence: Lines, names: Mapping[str, str]
) -> None:
    """Raise UsageError for a level that would rise without a line of evidence."""
    if rises(profile, skill, level) and not is_shown(profile, skill, evidence):
        before = profile.own_ratings[skill].level
        raise UsageError(
            f"{names[skill]} rises from {before} to {level}: what did you do that "
            f'shows it? Add: --evidence {skill}="one line"'
        )


def lacks_evidence(
    workspace: Workspace, profile: Profile, report: CheckIn, skill: str, level: int
) -> bool:
    """Say whether a check-in cannot give a skill this level without one line more."""
    told = told_evidence(workspace, profile, report)
    return rises(profile, skill, level) and not is_shown(profile, skill, told)


def count_evidence(profile: Profile, skill: str) -> int:
    """Return how many lines show a skill since its last rating, beside its own."""
    rating = profile.own_ratings.get(skill)
    return sum(
        each.skill == skill
        and (
            rating is None
            or (each.on >= rating.rated_on and each.text != rating.evidence)
        )
        for each in profile.own_evidence
    )
