"""What the person's record says over time."""

from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.work import Spent
from pillarplan.domain.reports.history import (
    History,
    SkillHistory,
    Stretch,
    sum_hours,
)
from pillarplan.errors import NothingYetError
from pillarplan.services.habit.receipts import find_receipts
from pillarplan.services.naming.known import known_skills
from pillarplan.services.workspace import Workspace

MOST_WEEKS = 16
"""What lasted longer is shown by months."""


def report_history(
    workspace: Workspace, skill: str | None = None, by: Stretch | None = None
) -> History:
    """Return levels, hours and evidence over time, of one skill or of all."""
    profile = workspace.profile()
    if skill is not None and all(each.skill != skill for each in profile.ratings):
        known_skills(workspace.knowledge, [skill])
    if not (profile.ratings or profile.spent):
        raise NothingYetError("There is no history yet. Start with: pillarplan assess")
    spent = [each for each in profile.spent if _serves(workspace, profile, each, skill)]
    return History(
        skill=skill,
        skills=tuple(_skills(workspace, profile, skill)),
        by=(span := by or _fitting(spent)),
        hours=sum_hours(spent, span),
        evidence=tuple(
            each for each in profile.own_evidence if skill in (None, each.skill)
        ),
        notes=tuple(sorted(profile.notes, key=lambda each: each.on))
        if skill is None
        else (),
        lights=find_receipts(workspace, skill) if skill is not None else None,
    )


def _skills(
    workspace: Workspace, profile: Profile, skill: str | None
) -> list[SkillHistory]:
    names = workspace.knowledge.skill_names()
    rated = {each.skill for each in profile.ratings}
    # Skills that the knowledge base lost come last.
    order = [*names, *sorted(rated - names.keys())]
    return [
        SkillHistory(
            skill=name,
            name=names[name],
            ratings=tuple(
                sorted(
                    (each for each in profile.ratings if each.skill == name),
                    key=lambda each: each.rated_on,
                )
            ),
        )
        for name in order
        if name in rated and skill in (None, name)
    ]


def _serves(
    workspace: Workspace, profile: Profile, spent: Spent, skill: str | None
) -> bool:
    """Say whether hours went into an item that develops a skill; None means any."""
    if skill is None or (spent.outside and skill in spent.outside.skills):
        return True
    item = workspace.knowledge.item(spent.item)
    planned = profile.roadmap.item(spent.item) if profile.roadmap else None
    spans = (*(item.develops if item else ()), *(planned.closes if planned else ()))
    return any(span.skill == skill for span in spans)


def _fitting(spent: list[Spent]) -> Stretch:
    days = sorted(each.on for each in spent)
    long = bool(days) and (days[-1] - days[0]).days > MOST_WEEKS * 7
    return Stretch.MONTH if long else Stretch.WEEK
