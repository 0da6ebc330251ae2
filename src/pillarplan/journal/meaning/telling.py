"""A profile while it is being told, event by event."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from itertools import compress
from typing import Any, NamedTuple

from pillarplan.domain.knowledge.constraint import Constraint
from pillarplan.domain.knowledge.succession import Lineage, Succession
from pillarplan.domain.person.advice import Advice, Promise
from pillarplan.domain.person.ahead import ToCome, last_day
from pillarplan.domain.person.cue import Cue
from pillarplan.domain.person.debrief import Debrief
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import MYSELF, Rater, Rating
from pillarplan.domain.person.recall import OwnQuestion
from pillarplan.domain.person.round import Round
from pillarplan.domain.person.work import (
    Ended,
    Evidence,
    Note,
    Reflected,
    Spent,
    WhatItWas,
)
from pillarplan.domain.plan.availability import Break
from pillarplan.domain.plan.roadmap import Roadmap
from pillarplan.domain.record import from_record
from pillarplan.journal.meaning.checks import DOES_NOT_FIT
from pillarplan.journal.meaning.clean import clean
from pillarplan.journal.meaning.newest import Newest
from pillarplan.journal.meaning.stored_roadmap import read_roadmap


class Adopted(NamedTuple):
    """A plan as its event keeps it, and what was told before it."""

    data: Mapping[str, Any]
    spent_before: int
    """How long `Telling.spent` was."""
    dropped_before: int


class Telling:
    """What is known so far; effects of events change it."""

    def __init__(self, today: date = date.max) -> None:
        self.last_day = last_day(today)
        """What is dated later does not count yet."""
        self.ahead: list[ToCome] = []
        self.aim: Newest[tuple[str, tuple[str, ...]]] = Newest()
        self.targets: Newest[int] = Newest()
        self.target_tops: Newest[int] = Newest()
        self.constraints: Newest[Constraint] = Newest()
        self.cues: Newest[Cue] = Newest()
        self.successors: dict[Lineage, Newest[tuple[str, ...]]] = {
            lineage: Newest() for lineage in Lineage
        }
        self.ratings: list[Rating] = []
        self.spent: list[Spent] = []
        self.done: list[Ended] = []
        self.dropped: list[Ended] = []
        self.evidence: list[Evidence] = []
        self.debriefs: list[Debrief] = []
        self.notes: list[Note] = []
        self.promises: list[Promise] = []
        self.advice: list[Advice] = []
        self.reflected: list[Reflected] = []
        self.questions: dict[str, OwnQuestion] = {}
        self.pauses: tuple[Break, ...] = ()
        self.checkins: list[date] = []
        self.checkin_ids: set[str] = set()
        self.weighed: Newest[int] = Newest()
        self.assessments: dict[Rater, Round] = {}
        self.roadmaps: list[Adopted] = []
        self.first_planned: date | None = None
        """When the first plan was made, if that is not in `roadmaps` any more."""
        self._read: dict[int, Roadmap | None] = {}

    def answer(self, rater: Rater, skill: str) -> None:
        """Tick a skill off in a rater's assessment, and close it if nothing is left."""
        now = self.assessments.get(rater)
        if now is not None and not now.finished and skill in now.skills:
            now = replace(now, answered=now.answered | {skill})
            self.assessments[rater] = replace(now, finished=not now.is_pending)

    def profile(self) -> Profile:
        """Return what was told so far."""
        roadmap, spent_before, dropped_before = self._latest_roadmap()
        told = {each.item for each in self.spent if not each.assumed}
        counts = [not each.assumed or each.item not in told for each in self.spent]
        role, contexts = self.aim.facts().get("role", (None, ()))
        return Profile(
            role=role,
            contexts=contexts,
            targets=self.targets.facts(),
            target_tops=self.target_tops.facts(),
            constraints=self.constraints.facts(),
            no_constraints=self.constraints.denied(),
            cues=self.cues.facts(),
            no_cues=self.cues.denied(),
            ratings=tuple(self.ratings),
            spent=tuple(compress(self.spent, counts)),
            done=tuple(self.done),
            dropped=tuple(self.dropped),
            evidence=tuple(self.evidence),
            debriefs=tuple(self.debriefs),
            notes=tuple(self.notes),
            advice=tuple(self.advice),
            promises=tuple(self.promises),
            reflected=tuple(self.reflected),
            questions=tuple(self.questions.values()),
            pauses=self.pauses,
            checkins=tuple(self.checkins),
            checkin_ids=frozenset(self.checkin_ids),
            weighed=self.weighed.facts(),
            assessment=self.assessments.get(MYSELF),
            others_assessments=tuple(
                each for rater, each in self.assessments.items() if rater != MYSELF
            ),
            roadmap=roadmap,
            planned_since=self.planned_since,
            spent_before_roadmap=sum(counts[:spent_before]),
            dropped_before_roadmap=dropped_before,
            succession=Succession(
                skills=self.successors[Lineage.SKILL].facts(),
                items=self.successors[Lineage.ITEM].facts(),
                roles=self.successors[Lineage.ROLE].facts(),
            ),
            ahead=tuple(self.ahead),
        )

    def assume(self, spent: Spent) -> None:
        """Count planned hours for something finished, unless any are told for it."""
        if spent.hours:
            self.spent.append(replace(spent, assumed=True))

    def meant_in_plan(self, item: str) -> WhatItWas | None:
        """Return what an item was in the plan that held by now; None if it held none.

        Roadmaps are large, so only this item of it is read.
        """
        data = self.roadmaps[-1].data if self.roadmaps else {}
        with suppress(*DOES_NOT_FIT):
            found = (each for each in data["items"] if each["id"] == item)
            return from_record(WhatItWas, clean(next(found, None)))
        return None

    @property
    def planned_since(self) -> date | None:
        """The day on which the first plan was made that can be read."""
        found = map(self._roadmap, self.roadmaps)
        first = next((each.made_on for each in found if each), None)
        return self.first_planned or first

    def is_readable(self, adopted: Adopted) -> bool:
        """Say whether a plan can be read."""
        return self._roadmap(adopted) is not None

    def _latest_roadmap(self) -> tuple[Roadmap | None, int, int]:
        """Return the last roadmap that can be read; the older ones stay unread."""
        for adopted in reversed(self.roadmaps):
            if found := self._roadmap(adopted):
                return found, adopted.spent_before, adopted.dropped_before
        return None, 0, 0

    def _roadmap(self, adopted: Adopted) -> Roadmap | None:
        """Return a roadmap, read once for all profiles; None if it cannot be read."""
        place = id(adopted)
        if place not in self._read:
            self._read[place] = None
            with suppress(*DOES_NOT_FIT):
                self._read[place] = read_roadmap(adopted.data)
        return self._read[place]
