"""What was told up to a moment, as a model that can be kept and gone on from."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from typing import Any

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.constraint import Constraint
from pillarplan.domain.person.advice import Advice, Promise
from pillarplan.domain.person.cue import Cue
from pillarplan.domain.person.debrief import Debrief
from pillarplan.domain.person.rating import Rating
from pillarplan.domain.person.recall import OwnQuestion
from pillarplan.domain.person.round import Round
from pillarplan.domain.person.work import Ended, Evidence, Note, Reflected, Spent
from pillarplan.domain.plan.availability import Break
from pillarplan.domain.record import from_record
from pillarplan.journal.meaning.newest import Newest
from pillarplan.journal.meaning.telling import Adopted, Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """The newest word on one thing."""

    about: str
    on: date | None
    """None if no day was ever said."""
    fact: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldSoFar:
    """All that a `Telling` knows, but for plans that were replaced."""

    until: date
    """The last day that could be told of; nothing was set aside as later."""
    aim: tuple[Word, ...]
    targets: tuple[Word, ...]
    target_tops: tuple[Word, ...]
    weighed: tuple[Word, ...]
    constraints: tuple[Word, ...]
    cues: tuple[Word, ...]
    successors: Mapping[str, tuple[Word, ...]]
    """By the sort of entry."""
    ratings: tuple[Rating, ...]
    spent: tuple[Spent, ...]
    done: tuple[Ended, ...]
    dropped: tuple[Ended, ...]
    evidence: tuple[Evidence, ...]
    debriefs: tuple[Debrief, ...]
    notes: tuple[Note, ...]
    promises: tuple[Promise, ...]
    advice: tuple[Advice, ...]
    reflected: tuple[Reflected, ...]
    questions: tuple[OwnQuestion, ...]
    pauses: tuple[Break, ...]
    checkins: tuple[date, ...]
    checkin_ids: frozenset[str]
    assessments: tuple[Round, ...]
    roadmap: Any
    """The data of the adopted plan; None if there is none."""
    spent_before: int
    dropped_before: int
    planned_since: date | None


def remember(draft: Telling) -> ToldSoFar | None:
    """Return what is known so far; None if it cannot be said in full.

    That is so if something waits for its day, or if the last plan cannot be read.
    """
    last = draft.roadmaps[-1] if draft.roadmaps else None
    if draft.ahead or (last is not None and not draft.is_readable(last)):
        return None
    return ToldSoFar(
        until=draft.last_day,
        aim=_words(draft.aim),
        targets=_words(draft.targets),
        target_tops=_words(draft.target_tops),
        weighed=_words(draft.weighed),
        constraints=_words(draft.constraints),
        cues=_words(draft.cues),
        successors={each: _words(said) for each, said in draft.successors.items()},
        ratings=tuple(draft.ratings),
        spent=tuple(draft.spent),
        done=tuple(draft.done),
        dropped=tuple(draft.dropped),
        evidence=tuple(draft.evidence),
        debriefs=tuple(draft.debriefs),
        notes=tuple(draft.notes),
        advice=tuple(draft.advice),
        promises=tuple(draft.promises),
        reflected=tuple(draft.reflected),
        questions=tuple(draft.questions.values()),
        pauses=draft.pauses,
        checkins=tuple(draft.checkins),
        checkin_ids=frozenset(draft.checkin_ids),
        assessments=tuple(draft.assessments.values()),
        roadmap=last.data if last else None,
        spent_before=last.spent_before if last else 0,
        dropped_before=last.dropped_before if last else 0,
        planned_since=draft.planned_since,
    )


def go_on(told: ToldSoFar, today: date) -> Telling | None:
    """Return a telling that knows what was told; None if not all counts by today."""
    draft = Telling(today)
    if draft.last_day < told.until:
        return None
    _fill(draft.aim, told.aim, _role_and_contexts)
    _fill(draft.targets, told.targets)
    _fill(draft.target_tops, told.target_tops)
    _fill(draft.weighed, told.weighed)
    _fill(draft.constraints, told.constraints, Constraint)
    _fill(draft.cues, told.cues, partial(from_record, Cue))
    for lineage, said in draft.successors.items():
        _fill(said, told.successors[lineage], tuple)
    draft.ratings += told.ratings
    draft.spent += told.spent
    draft.done += told.done
    draft.dropped += told.dropped
    draft.evidence += told.evidence
    draft.debriefs += told.debriefs
    draft.notes += told.notes
    draft.advice += told.advice
    draft.promises += told.promises
    draft.reflected += told.reflected
    draft.questions |= {each.id: each for each in told.questions}
    draft.pauses = told.pauses
    draft.checkins += told.checkins
    draft.checkin_ids |= told.checkin_ids
    draft.assessments |= {each.rater: each for each in told.assessments}
    if told.roadmap is not None:
        draft.roadmaps.append(
            Adopted(told.roadmap, told.spent_before, told.dropped_before)
        )
    draft.first_planned = told.planned_since
    return draft


def _words(newest: Newest[Any]) -> tuple[Word, ...]:
    return tuple(
        Word(about=about, on=None if on == date.min else on, fact=fact)
        for about, on, fact in newest.words()
    )


def _fill(
    newest: Newest[Any],
    words: Iterable[Word],
    read: Callable[[Any], Any] = lambda fact: fact,
) -> None:
    for word in words:
        fact = None if word.fact is None else read(word.fact)
        newest.say(word.about, fact, word.on)


def _role_and_contexts(fact: tuple[str, Iterable[str]]) -> tuple[str, tuple[str, ...]]:
    role, contexts = fact
    return role, tuple(contexts)
