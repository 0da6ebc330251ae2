"""The interview: a round of rating as a session that knows no screen."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from pillarplan.domain.person.profile import USUAL_IMPORTANCE, Profile
from pillarplan.domain.person.rating import MYSELF, Confidence, Rater, Rating
from pillarplan.domain.person.round import Round
from pillarplan.domain.reports.interview import Question, Weight
from pillarplan.journal.meaning import changes
from pillarplan.journal.meaning.rounds import Answered, answers_of
from pillarplan.services.naming.known import known_skill
from pillarplan.services.workspace import Workspace

RESUMABLE_DAYS = 30
"""An interview that was left longer ago is begun anew: people change."""


class Interview:
    """A round of questions; every answer is on disk before the next one is asked.

    First each skill is given a level; then, in a round that weighs, the person says how
    much the rated skills matter.  `finish` ends it.
    """

    def __init__(
        self,
        workspace: Workspace,
        assessment: Round,
        profile: Profile,
        answers: Sequence[Answered] = (),
        *,
        show_last: bool = False,
    ) -> None:
        self._workspace = workspace
        self._outlines = {each.id: each for each in workspace.knowledge.outlines()}
        self.scale = workspace.knowledge.scale()
        self._skills = [s for s in assessment.skills if s in self._outlines]
        self._open = [s for s in assessment.open if s in self._outlines]
        self._answers = [each for each in answers if each.skill in self._skills]
        self._weighs = assessment.weighs
        start = assessment.ratings_before
        self._given = _levels(profile.ratings[start:], assessment.rater)
        earlier = _before(workspace, profile, start)
        self._last = _levels(earlier.ratings, assessment.rater) if show_last else {}
        self._importance = {**earlier.importance, **profile.importance}
        self._taken_back: dict[str, int | None] = {}
        self.rater = assessment.rater

    @property
    def total(self) -> int:
        """How many skills it asks."""
        return len(self._skills)

    @property
    def is_fresh(self) -> bool:
        """Whether nothing was answered yet."""
        return not self._answers

    @property
    def question(self) -> Question | None:
        """What to ask now; None when every skill was answered."""
        if not self._open:
            return None
        outline = self._outlines[self._open[0]]
        return Question(
            skill=known_skill(self._workspace.knowledge, outline.id),
            pillar_name=outline.pillar_name,
            scale=self.scale,
            number=self._skills.index(outline.id) + 1,
            total=self.total,
            taken_back=self._taken_back.get(outline.id),
            last=self._last.get(outline.id),
        )

    @property
    def weights(self) -> tuple[Weight, ...]:
        """The rated skills and how much they matter; empty if that is not asked."""
        return tuple(
            Weight(
                skill=skill,
                name=self._outlines[skill].name,
                level=level,
                importance=self._importance.get(skill, USUAL_IMPORTANCE),
            )
            for skill in self._skills
            if self._weighs and (level := self._given.get(skill)) is not None
        )

    def rate(
        self,
        level: int | None,
        confidence: Confidence | None = None,
        evidence: str | None = None,
    ) -> None:
        """Record the level of the skill in question; None says it does not apply."""
        rating = Rating(
            skill=self._open[0],
            level=level,
            rated_on=self._workspace.today,
            rater=self.rater,
            confidence=confidence,
            evidence=evidence or None,
        )
        self._record(changes.rated(self._workspace.dated(rating)))
        self._given[rating.skill] = level

    def skip(self) -> None:
        """Leave the skill in question for another time."""
        self._record(changes.assessment_skipped(self._open[0], self.rater))

    def undo(self) -> bool:
        """Take back the last answer and ask it again; False if there is none."""
        if not self._answers:
            return False
        skill, command = self._answers.pop()
        self._workspace.record([changes.undone(command)])
        self._taken_back[skill] = self._given.pop(skill, None)
        self._open.insert(0, skill)
        return True

    def weigh(self, skill: str, importance: int) -> None:
        """Record how much a skill matters: 1 low, 2 normal, 3 high."""
        on = self._workspace.today
        self._workspace.record([changes.weighed(skill, importance, on)])
        self._importance[skill] = importance

    def finish(self) -> None:
        """End the round; one that does not weigh ended with its last answer."""
        if self._weighs:
            self._workspace.record([changes.assessment_finished(self.rater)])

    def _record(self, change: changes.Change) -> None:
        command = self._workspace.record([change])
        self._answers.append(Answered(self._open.pop(0), command))


def begin_interview(
    workspace: Workspace,
    skills: Sequence[str],
    rater: Rater = MYSELF,
    *,
    chosen: bool = False,
    anew: bool = False,
    show_last: bool = False,
) -> tuple[Interview, bool]:
    """Return an interview about `skills`, and whether it goes on with an earlier one.

    An unfinished interview of the same rater is resumed, with the skills that it began
    with, unless `anew` is true, it was left too long ago, or the person has `chosen`
    other skills.  What a rater was unsure of the last time is asked first.  Only the
    person themselves is asked how much the skills matter, and only where there are
    several.
    """
    profile = workspace.profile()
    pending = _pending(workspace, profile.assessment_of(rater))
    other = pending is not None and set(pending.skills) != set(skills)
    if pending and not anew and not (chosen and other):
        answers = answers_of(workspace.events(), rater)
        resumed = Interview(workspace, pending, profile, answers, show_last=show_last)
        return resumed, True
    assessment = Round(
        started_on=workspace.today,
        skills=_doubtful_first(skills, workspace.person().ratings, rater),
        rater=rater,
        weighs=rater == MYSELF and len(skills) > 1,
        ratings_before=len(profile.ratings),
    )
    started = changes.assessment_started(
        assessment.skills, assessment.started_on, rater, weighs=assessment.weighs
    )
    workspace.record([started])
    return Interview(workspace, assessment, profile, show_last=show_last), False


def _doubtful_first(
    skills: Sequence[str], ratings: Sequence[Rating], rater: Rater
) -> tuple[str, ...]:
    last = {each.skill: each.confidence for each in ratings if each.rater == rater}
    return tuple(sorted(skills, key=lambda each: last.get(each) != Confidence.LOW))


def _pending(workspace: Workspace, latest: Round | None) -> Round | None:
    """Return a round if it was left unfinished not long ago."""
    if latest is None or not latest.is_pending:
        return None
    age = workspace.today - latest.started_on
    return latest if age <= timedelta(days=RESUMABLE_DAYS) else None


def _before(workspace: Workspace, profile: Profile, ratings: int) -> Profile:
    """Return what was known before a round, in the words of the knowledge base."""
    earlier = replace(profile, ratings=profile.ratings[:ratings])
    return workspace.in_present_words(earlier)


def _levels(ratings: Sequence[Rating], rater: Rater) -> dict[str, int | None]:
    """Return the latest level that a rater gave each skill."""
    return {each.skill: each.level for each in ratings if each.rater == rater}
