"""Rating oneself, or being rated: at once, from a file, or question by question."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches

from pillarplan.domain.profile import Assessment
from pillarplan.domain.rating import Confidence, Rating
from pillarplan.domain.skill import Skill, SkillOutline
from pillarplan.errors import UsageError
from pillarplan.journal import changes
from pillarplan.services.names import (
    UnknownNameError,
    known_contexts,
    known_role,
    known_skill,
    known_skills,
)
from pillarplan.services.workspace import Workspace

RESUMABLE_DAYS = 30
"""An interview that was left longer ago is begun anew: people change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """What was recorded."""

    ratings: tuple[Rating, ...]
    role: str | None


def record_ratings(
    workspace: Workspace,
    ratings: Sequence[Rating],
    role: str | None = None,
    contexts: Sequence[str] = (),
) -> Rated:
    """Record ratings, and the role if one is given, as one command."""
    known_skills(workspace.knowledge, (rating.skill for rating in ratings))
    late = [rating for rating in ratings if rating.rated_on > workspace.today]
    if late:
        raise UsageError(f"A rating cannot be from the future ({late[0].rated_on}).")
    chosen = _role_changes(workspace, role, contexts)
    workspace.record([*chosen, *(changes.rated(rating) for rating in ratings)])
    return Rated(ratings=tuple(ratings), role=role)


def _role_changes(
    workspace: Workspace, role: str | None, contexts: Sequence[str]
) -> list[changes.Change]:
    if role is None and not contexts:
        return []
    known_contexts(workspace.knowledge, contexts)
    chosen = role or workspace.profile().role or DEFAULT_ROLE
    known_role(workspace.knowledge, chosen)
    return [changes.role_chosen(chosen, tuple(contexts))]


DEFAULT_ROLE = "pm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One skill to rate."""

    skill: Skill
    pillar_name: str
    number: int
    total: int


class Interview:
    """A round of questions; every answer is on disk before the next one is asked."""

    def __init__(self, workspace: Workspace, assessment: Assessment) -> None:
        self._workspace = workspace
        self._outlines = {each.id: each for each in workspace.knowledge.outlines()}
        self._skills = tuple(s for s in assessment.skills if s in self._outlines)
        self._open = [s for s in assessment.open if s in self._outlines]
        self._answered: list[tuple[str, str]] = []
        self.total = len(self._skills)

    @property
    def question(self) -> Question | None:
        """What to ask now; None when everything has been answered."""
        if not self._open:
            return None
        outline = self._outlines[self._open[0]]
        return Question(
            skill=known_skill(self._workspace.knowledge, outline.id),
            pillar_name=outline.pillar_name,
            number=self._skills.index(outline.id) + 1,
            total=self.total,
        )

    def rate(
        self,
        level: int | None,
        confidence: Confidence | None = None,
        importance: int | None = None,
        evidence: str | None = None,
    ) -> Rating:
        """Record the level of the skill in question; None says it does not apply."""
        rating = Rating(
            skill=self._open[0],
            level=level,
            rated_on=self._workspace.today,
            confidence=confidence,
            importance=importance,
            evidence=evidence or None,
        )
        self._record(changes.rated(rating))
        return rating

    def skip(self) -> None:
        """Leave the skill in question for another time."""
        self._record(changes.assessment_skipped(self._open[0]))

    def undo(self) -> bool:
        """Take back the last answer and ask it again; False if there is none."""
        if not self._answered:
            return False
        skill, command = self._answered.pop()
        self._workspace.record([changes.undone(command)])
        self._open.insert(0, skill)
        return True

    def _record(self, change: changes.Change) -> None:
        command = self._workspace.record([change])
        self._answered.append((self._open.pop(0), command))


def begin_interview(
    workspace: Workspace,
    skills: Sequence[str],
    *,
    chosen: bool = False,
    anew: bool = False,
) -> tuple[Interview, bool]:
    """Return an interview about `skills`, and whether it goes on with an earlier one.

    An unfinished interview is resumed, with the skills that it began with, unless
    `anew` is true, it was left too long ago, or the person has `chosen` other skills.
    """
    pending = pending_assessment(workspace)
    other = pending is not None and set(pending.skills) != set(skills)
    if pending and not anew and not (chosen and other):
        return Interview(workspace, pending), True
    workspace.record([changes.assessment_started(tuple(skills), workspace.today)])
    assessment = Assessment(started_on=workspace.today, skills=tuple(skills))
    return Interview(workspace, assessment), False


def pending_assessment(workspace: Workspace) -> Assessment | None:
    """Return the interview that was left unfinished not long ago, if there is one."""
    assessment = workspace.profile().assessment
    if assessment is None or assessment.finished or not assessment.open:
        return None
    return None if _too_old(assessment.started_on, workspace.today) else assessment


def _too_old(started_on: date, today: date) -> bool:
    return today - started_on > timedelta(days=RESUMABLE_DAYS)


def skills_to_ask(
    outlines: Sequence[SkillOutline], *, full: bool, pillar: str | None
) -> tuple[str, ...]:
    """Return the skills of an interview: the core ones, a pillar's, or all."""
    if pillar is not None:
        names = dict.fromkeys(outline.pillar for outline in outlines)
        if pillar not in names:
            near = get_close_matches(pillar, names, 1)
            raise UnknownNameError("pillar", pillar, near, ", ".join(names))
        return tuple(each.id for each in outlines if each.pillar == pillar)
    return tuple(each.id for each in outlines if full or each.core)
