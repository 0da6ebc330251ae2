"""What the latest round of rating brought: changes, strengths and the widest gaps."""

from collections.abc import Iterable, Iterator, Mapping

from pillarplan.domain.knowledge.scale import Scale
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import Rating
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.reports.round_report import LevelChange, RoundReport, Strength
from pillarplan.errors import NothingYetError
from pillarplan.services.rating.measuring import measure, own_tendency
from pillarplan.services.workspace import Workspace

FEW = 3
"""How many strengths and gaps are told."""

STRONG = 3
"""From this level of five on one does it alone."""


def report_round(workspace: Workspace) -> RoundReport:
    """Return what the person's own latest round brought."""
    profile = workspace.profile()
    assessment = profile.assessment
    if assessment is None:
        raise NothingYetError(
            "There is no interview yet. Start with: pillarplan assess"
        )
    report = measure(workspace, profile)
    by_skill = {gap.skill: gap for gap in report.gaps}
    before = _latest(profile.ratings[: assessment.ratings_before])
    now = _latest(profile.ratings[assessment.ratings_before :])
    asked = [skill for skill in assessment.skills if skill in by_skill]
    rated = [s for s in asked if s in now and now[s].level is not None]
    return RoundReport(
        role=report.role,
        role_name=report.role_name,
        asked=tuple(asked),
        rated=len(rated),
        repeated=sum(skill in before for skill in rated),
        changes=tuple(_changes(rated, before, now, profile, by_skill)),
        strengths=tuple(_strengths(report.gaps, workspace.knowledge.scale())),
        widest=tuple(gap for gap in report.gaps if gap.size)[:FEW],
        gaps=tuple(by_skill[skill] for skill in asked),
        tendencies=tuple(each for each in own_tendency(workspace) if each.is_strong),
    )


def _latest(ratings: Iterable[Rating]) -> dict[str, Rating]:
    return {each.skill: each for each in ratings if each.is_own}


def _changes(
    skills: Iterable[str],
    before: Mapping[str, Rating],
    now: Mapping[str, Rating],
    profile: Profile,
    gaps: Mapping[str, Gap],
) -> Iterator[LevelChange]:
    for skill in skills:
        old = before[skill].level if skill in before else None
        new = now[skill].level
        if old is None or new is None or old == new:
            continue
        since = before[skill].rated_on
        shown = [
            each.text
            for each in profile.own_evidence
            if each.skill == skill and each.on >= since
        ]
        yield LevelChange(
            skill=skill,
            name=gaps[skill].name,
            before=old,
            after=new,
            evidence=now[skill].evidence or (shown[-1] if shown else None),
        )


def _strengths(gaps: Iterable[Gap], scale: Scale) -> Iterator[Strength]:
    """Yield the highest levels; among equal ones those furthest above their target."""
    strong = [
        gap for gap in gaps if gap.applies and scale.of_five(gap.current or 0) >= STRONG
    ]
    strong.sort(key=lambda gap: (-(gap.current or 0), gap.target))
    for gap in strong[:FEW]:
        assert gap.current is not None
        yield Strength(
            skill=gap.skill,
            name=gap.name,
            level=gap.current,
            level_name=scale.names[gap.current],
        )
