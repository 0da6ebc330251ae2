"""From events to the profile that they tell.

`pillarplan.journal.changes` makes the events; the table at the end of this module says
what each type does.  Types that are not in it come from a newer pillarplan and are
ignored; data that does not fit its type, as after an edit by hand, is left out and
reported by `misfits`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from pillarplan.domain.assessment import Assessment
from pillarplan.domain.availability import Break, end_before
from pillarplan.domain.bounds import TOP_LEVEL
from pillarplan.domain.profile import (
    Ended,
    Evidence,
    Note,
    Profile,
    Reflected,
    Spent,
)
from pillarplan.domain.rating import MYSELF, Rater, Rating
from pillarplan.domain.record import from_record
from pillarplan.domain.roadmap import Roadmap
from pillarplan.domain.text import one_line
from pillarplan.journal.adopted import ADOPTED, read_roadmap
from pillarplan.journal.changes import clean
from pillarplan.journal.commands import effective
from pillarplan.journal.event import Event, order
from pillarplan.journal.fit import DOES_NOT_FIT, hours, text, texts, within

Data = Mapping[str, Any]


class Misfit(NamedTuple):
    """An event whose data does not fit its type."""

    event: Event
    reason: str


def replay(events: Iterable[Event]) -> Profile:
    """Return the profile that the events of a journal tell, in their order."""
    draft = _Draft()
    for _ in _tell(draft, events):
        pass
    return draft.profile()


def misfits(events: Iterable[Event]) -> tuple[Misfit, ...]:
    """Return the events that `replay` leaves out since their data does not fit."""
    draft = _Draft()
    found = list(_tell(draft, events))
    for event, _, _ in draft.roadmaps:
        try:
            read_roadmap(event.data)
        except DOES_NOT_FIT as error:
            found.append(Misfit(event, _reason(error)))
    return tuple(sorted(found, key=lambda misfit: order(misfit.event)))


class _Draft:
    """A profile while it is being told."""

    def __init__(self) -> None:
        self.role: str | None = None
        self.contexts: tuple[str, ...] = ()
        self.targets: dict[str, int] = {}
        self.ratings: list[Rating] = []
        self.spent: list[Spent] = []
        self.done: list[Ended] = []
        self.dropped: list[Ended] = []
        self.evidence: list[Evidence] = []
        self.notes: list[Note] = []
        self.reflected: list[Reflected] = []
        self.pauses: tuple[Break, ...] = ()
        self.checkins: list[date] = []
        self.checkin_ids: set[str] = set()
        self.weighed: dict[str, int] = {}
        self.assessments: dict[Rater, Assessment] = {}
        # Each with how many entries of `spent` and `dropped` there were before it.
        self.roadmaps: list[tuple[Event, int, int]] = []

    def answer(self, rater: Rater, skill: str) -> None:
        """Tick a skill off in a rater's assessment, and close it if nothing is left."""
        now = self.assessments.get(rater)
        if now is not None and not now.finished and skill in now.skills:
            now = replace(now, answered=now.answered | {skill})
            self.assessments[rater] = replace(now, finished=not now.is_pending)

    def profile(self) -> Profile:
        """Return what was told so far."""
        roadmap, spent_before, dropped_before = self.latest_roadmap()
        return Profile(
            role=self.role,
            contexts=self.contexts,
            targets=self.targets,
            ratings=tuple(self.ratings),
            spent=tuple(self.spent),
            done=tuple(self.done),
            dropped=tuple(self.dropped),
            evidence=tuple(self.evidence),
            notes=tuple(self.notes),
            reflected=tuple(self.reflected),
            pauses=self.pauses,
            checkins=tuple(self.checkins),
            checkin_ids=frozenset(self.checkin_ids),
            weighed=self.weighed,
            assessment=self.assessments.get(MYSELF),
            others_assessments=tuple(
                each for rater, each in self.assessments.items() if rater != MYSELF
            ),
            roadmap=roadmap,
            spent_before_roadmap=spent_before,
            dropped_before_roadmap=dropped_before,
        )

    def latest_roadmap(self) -> tuple[Roadmap | None, int, int]:
        """Return the last roadmap that can be read; the older ones stay unread."""
        for event, spent_before, dropped_before in reversed(self.roadmaps):
            with suppress(*DOES_NOT_FIT):
                return read_roadmap(event.data), spent_before, dropped_before
        return None, 0, 0


def _tell(draft: _Draft, events: Iterable[Event]) -> Iterator[Misfit]:
    for event in effective(events):
        if event.type == ADOPTED:
            # Large, and only the latest counts: read at the end.
            draft.roadmaps.append((event, len(draft.spent), len(draft.dropped)))
        elif effect := EFFECTS.get(event.type):
            try:
                effect(draft, clean(event.data))
            except DOES_NOT_FIT as error:
                yield Misfit(event, _reason(error))


def _reason(error: Exception) -> str:
    return one_line(str(error.args[0] if error.args else error))


def _rated(draft: _Draft, data: Data) -> None:
    rating = from_record(Rating, data)
    if rating.level is not None:
        within(rating.level, 0, TOP_LEVEL)
    if rating.importance is not None:
        within(rating.importance, 1, 3)
    draft.ratings.append(rating)
    draft.answer(rating.rater, rating.skill)
    if rating.rater.kind == "self" and rating.importance is not None:
        draft.weighed.pop(rating.skill, None)


def _rater(data: Data) -> Rater:
    return from_record(Rater, data.get("rater", {}))


def _assessment_started(draft: _Draft, data: Data) -> None:
    rater = _rater(data)
    draft.assessments[rater] = Assessment(
        started_on=date.fromisoformat(data["on"]),
        skills=texts(data["skills"]),
        rater=rater,
        weighs=data.get("weighs") is True,
        ratings_before=len(draft.ratings),
    )


def _assessment_skipped(draft: _Draft, data: Data) -> None:
    draft.answer(_rater(data), text(data["skill"]))


def _assessment_finished(draft: _Draft, data: Data) -> None:
    rater = _rater(data)
    if now := draft.assessments.get(rater):
        draft.assessments[rater] = replace(now, finished=True)


def _weighed(draft: _Draft, data: Data) -> None:
    draft.weighed[text(data["skill"])] = within(data["importance"], 1, 3)


def _role_chosen(draft: _Draft, data: Data) -> None:
    draft.role, draft.contexts = text(data["role"]), texts(data["contexts"])


def _target_set(draft: _Draft, data: Data) -> None:
    skill, level = text(data["skill"]), data["level"]
    if level is None:
        draft.targets.pop(skill, None)
    else:
        draft.targets[skill] = within(level, 0, TOP_LEVEL)


def _checked_in(draft: _Draft, data: Data) -> None:
    on = date.fromisoformat(data["on"])
    note, key = text(data["note"] or ""), text(data["key"] or "")
    draft.checkins.append(on)
    if note:
        draft.notes.append(Note(on=on, text=note))
    if key:
        draft.checkin_ids.add(key)


def _spent(draft: _Draft, data: Data) -> None:
    spent = from_record(Spent, data)
    hours(spent.hours)
    draft.spent.append(spent)


def _finished(draft: _Draft, data: Data) -> None:
    draft.done.append(from_record(Ended, data))


def _dropped(draft: _Draft, data: Data) -> None:
    draft.dropped.append(from_record(Ended, data))


def _evidence(draft: _Draft, data: Data) -> None:
    draft.evidence.append(from_record(Evidence, data))


def _reflected(draft: _Draft, data: Data) -> None:
    draft.reflected.append(from_record(Reflected, data))


def _paused(draft: _Draft, data: Data) -> None:
    pause = from_record(Break, data)
    if pause.last < pause.first:
        raise ValueError("the pause ends before it begins")
    draft.pauses = (*end_before(pause.first, draft.pauses), pause)


def _resumed(draft: _Draft, data: Data) -> None:
    draft.pauses = tuple(end_before(date.fromisoformat(data["on"]), draft.pauses))


EFFECTS: Mapping[str, Callable[[_Draft, Data], None]] = {
    "rated": _rated,
    "assessment-started": _assessment_started,
    "assessment-skipped": _assessment_skipped,
    "assessment-finished": _assessment_finished,
    "weighed": _weighed,
    "role-chosen": _role_chosen,
    "target-set": _target_set,
    "checked-in": _checked_in,
    "spent": _spent,
    "finished": _finished,
    "dropped": _dropped,
    "evidence": _evidence,
    "reflected": _reflected,
    "paused": _paused,
    "resumed": _resumed,
}
"""What each type of event does to a profile."""
