"""Events of an assessment: levels, rounds, and what matters how much."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pillarplan.domain.bounds import TOP_LEVEL
from pillarplan.domain.person.rating import MYSELF, Rater, Rating
from pillarplan.domain.person.round import Round
from pillarplan.domain.record import from_record, read_day
from pillarplan.journal.meaning.checks import text, texts, within
from pillarplan.journal.meaning.kind import Change, Data, Kind
from pillarplan.journal.meaning.telling import Telling


def _rater(data: Data) -> Rater:
    return from_record(Rater, data.get("rater", {}))


def _rate(draft: Telling, data: Data) -> None:
    rating = from_record(Rating, data)
    if rating.level is not None:
        within(rating.level, 0, TOP_LEVEL)
    if rating.importance is not None:
        within(rating.importance, 1, 3)
    draft.ratings.append(rating)
    draft.answer(rating.rater, rating.skill)
    if rating.is_own and rating.importance is not None:
        # None: a newer word of the person, apart from ratings, no longer holds.
        draft.weighed.say(rating.skill, None, rating.rated_on)


RATED = Kind(
    "rated", "rating", "ratings", _rate, day="rated_on", says="{skill} at {level}"
)


def rated(rating: Rating) -> Change:
    """A rater gave a skill a level."""
    return RATED.change(rating)


def _start(draft: Telling, data: Data) -> None:
    rater = _rater(data)
    draft.assessments[rater] = Round(
        started_on=read_day(data["on"]),
        skills=texts(data["skills"]),
        rater=rater,
        weighs=data.get("weighs") is True,
        ratings_before=len(draft.ratings),
    )


ASSESSMENT_STARTED = Kind(
    "assessment-started",
    "start of an assessment",
    "starts of assessments",
    _start,
    day="on",
)


def assessment_started(
    skills: Sequence[str], on: date, rater: Rater = MYSELF, *, weighs: bool = False
) -> Change:
    """A round of rating began that asks `rater` about these skills, in this order.

    One that `weighs` goes on until its end is recorded.
    """
    return ASSESSMENT_STARTED.change(
        {"on": on, "skills": list(skills), "rater": rater, "weighs": weighs}
    )


def _skip(draft: Telling, data: Data) -> None:
    draft.answer(_rater(data), text(data["skill"]))


ASSESSMENT_SKIPPED = Kind(
    "assessment-skipped", "skipped skill", "skipped skills", _skip
)


def assessment_skipped(skill: str, rater: Rater = MYSELF) -> Change:
    """A skill was passed over in the rater's open round."""
    return ASSESSMENT_SKIPPED.change({"skill": skill, "rater": rater})


def _finish(draft: Telling, data: Data) -> None:
    rater = _rater(data)
    if now := draft.assessments.get(rater):
        draft.assessments[rater] = replace(now, finished=True)


ASSESSMENT_FINISHED = Kind(
    "assessment-finished", "end of an assessment", "ends of assessments", _finish
)


def assessment_finished(rater: Rater = MYSELF) -> Change:
    """The rater's open round was ended, whether or not all was answered."""
    return ASSESSMENT_FINISHED.change({"rater": rater})


def _weigh(draft: Telling, data: Data) -> None:
    skill, importance = text(data["skill"]), within(data["importance"], 1, 3)
    draft.weighed.say(skill, importance, WEIGHED.day_in(data))


WEIGHED = Kind(
    "weighed",
    "choice of what matters",
    "choices of what matters",
    _weigh,
    day="on",
    says="{skill}: {importance}",
)


def weighed(skill: str, importance: int, on: date | None = None) -> Change:
    """The person said how much a skill matters in their work, apart from a rating.

    Without a day it takes the place of all that was said before it.
    """
    return WEIGHED.change({"skill": skill, "importance": importance, "on": on})
