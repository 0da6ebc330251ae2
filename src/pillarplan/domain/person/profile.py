"""A person, as their journal tells it: ratings, work done, and the adopted roadmap."""

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from datetime import date

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.constraint import Constraint
from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.knowledge.succession import Succession
from pillarplan.domain.person.advice import WHOLE, Advice, Promise
from pillarplan.domain.person.ahead import ToCome
from pillarplan.domain.person.cue import Cue
from pillarplan.domain.person.debrief import Debrief
from pillarplan.domain.person.rating import Rater, Rating
from pillarplan.domain.person.recall import OwnQuestion
from pillarplan.domain.person.round import Round
from pillarplan.domain.person.work import (
    Ended,
    Evidence,
    Note,
    Outside,
    Reflected,
    Spent,
)
from pillarplan.domain.plan.availability import Availability, Break, BreakSource
from pillarplan.domain.plan.roadmap import PlannedItem, Roadmap, State

USUAL_IMPORTANCE = 2

PRACTICE = "practice"
"""The kind of item that is done at work; all others are learnt from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Everything that a person's journal says, at its end.

    Lists are in the order in which things were recorded, oldest first.
    """

    role: str | None = None
    contexts: tuple[str, ...] = ()
    targets: Mapping[str, int] = field(default_factory=dict)
    """Target levels that the person set, above or below the role's."""
    constraints: Mapping[str, Constraint] = field(default_factory=dict)
    """What holds the person back in skills, where it is not the skill."""
    no_constraints: frozenset[str] = frozenset()
    """Skills of which they said that nothing but the skill is missing."""
    target_tops: Mapping[str, int] = field(default_factory=dict)
    """The tops of the scales on which the targets were set; else the built-in one's."""
    cues: Mapping[str, Cue] = field(default_factory=dict)
    """When the person means to do items, as they said."""
    no_cues: frozenset[str] = frozenset()
    """Items for which they were asked for a moment, or took it back, and said none."""
    ratings: tuple[Rating, ...] = ()
    spent: tuple[Spent, ...] = ()
    done: tuple[Ended, ...] = ()
    dropped: tuple[Ended, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    debriefs: tuple[Debrief, ...] = ()
    notes: tuple[Note, ...] = ()
    advice: tuple[Advice, ...] = ()
    """What others said of the plan and its items."""
    promises: tuple[Promise, ...] = ()
    """What the person promised to whoever gets the plan to read."""
    reflected: tuple[Reflected, ...] = ()
    questions: tuple[OwnQuestion, ...] = ()
    """What the person asks their future self, without what they took away."""
    pauses: tuple[Break, ...] = ()
    """Times in which nothing was, or is, expected; no two of them overlap."""
    checkins: tuple[date, ...] = ()
    """The days of all check-ins."""
    checkin_ids: frozenset[str] = frozenset()
    """Names that scripts gave their check-ins, by which a repeated one is known."""
    weighed: Mapping[str, int] = field(default_factory=dict)
    """How much skills matter, where the person said so apart from, and after, their
    ratings."""
    assessment: Round | None = None
    """The person's own latest round of rating."""
    others_assessments: tuple[Round, ...] = ()
    """The latest round of each other rater."""
    roadmap: Roadmap | None = None
    """The adopted roadmap, as it was when it was adopted."""
    planned_since: date | None = None
    """The day of the first roadmap that was ever adopted: what was done before it says
    nothing of how plans are kept."""
    spent_before_roadmap: int = 0
    """How many entries of `spent` there were when it was adopted."""
    dropped_before_roadmap: int = 0
    """How many entries of `dropped` there were then."""
    succession: Succession = Succession()
    """What took the place of what in the knowledge base, as the person said."""
    is_carried_over: bool = False
    """Whether all of it is in the words of the present knowledge base."""
    ahead: tuple[ToCome, ...] = ()
    """What is dated after today, and is in none of the other lists."""

    @property
    def ratings_by_day(self) -> tuple[Rating, ...]:
        """All ratings by their days; of one day, the one recorded last comes last."""
        return tuple(sorted(self.ratings, key=lambda rating: rating.rated_on))

    @property
    def own_ratings(self) -> dict[str, Rating]:
        """The person's own rating of each skill, of the newest day of rating."""
        return {rating.skill: rating for rating in self.ratings_by_day if rating.is_own}

    @property
    def not_applicable(self) -> frozenset[str]:
        """Skills of which the person said that they do not apply to their work."""
        rated = self.own_ratings.items()
        return frozenset(skill for skill, each in rated if each.level is None)

    @property
    def importance(self) -> dict[str, int]:
        """How much each skill matters, where the person ever said so (else 2)."""
        return {
            rating.skill: rating.importance
            for rating in self.ratings_by_day
            if rating.is_own and rating.importance is not None
        } | dict(self.weighed)

    def assessment_of(self, rater: Rater) -> Round | None:
        """Return the latest round of a rater, if there was one."""
        rounds = (self.assessment, *self.others_assessments)
        return next((each for each in rounds if each and each.rater == rater), None)

    def is_since(self, ended: Ended, rating: Rating) -> bool:
        """Say whether an item was finished after a rating that the record holds.

        Within a day the order in which both were recorded decides.
        """
        if ended.on != rating.rated_on:
            return ended.on > rating.rated_on
        return rating in self.ratings[: ended.ratings_before]

    @property
    def finished(self) -> frozenset[str]:
        """Ids of all items that were ever finished."""
        return frozenset(ended.item for ended in self.done)

    @property
    def learnt(self) -> frozenset[Step]:
        """The steps that something finished was meant for, practices apart."""
        return self._steps(practised=False)

    @property
    def practised(self) -> frozenset[Step]:
        """The steps that a finished practice was meant for."""
        return self._steps(practised=True)

    def _steps(self, *, practised: bool) -> frozenset[Step]:
        return frozenset(
            step
            for ended in self.done
            if ended.meant and (ended.meant.kind == PRACTICE) is practised
            for span in ended.meant.closes
            for step in span.steps
        )

    @property
    def dropped_items(self) -> frozenset[str]:
        """Ids of the items that were dropped, and neither finished nor taken up since.

        What was dropped and stands in a later roadmap was taken up again.
        """
        before = self.dropped_before_roadmap
        planned = {item.id for item in self.roadmap.items} if self.roadmap else set()
        given_up = {ended.item for ended in self.dropped[:before]} - planned
        given_up.update(ended.item for ended in self.dropped[before:])
        return frozenset(given_up) - self.finished

    @property
    def hours_spent(self) -> dict[str, float]:
        """All hours that were ever spent on each item."""
        hours: dict[str, float] = {}
        for spent in self.spent:
            hours[spent.item] = hours.get(spent.item, 0.0) + spent.hours
        return hours

    @property
    def outside(self) -> dict[str, Outside]:
        """What was told by its title alone, by id, as it was told last."""
        return {each.item: each.outside for each in self.spent if each.outside}

    def advice_on(self, item: str) -> tuple[Advice, ...]:
        """Return the last words of each other person on an item."""
        by_day = sorted(self.advice, key=lambda each: each.on)
        said = {each.rater: each for each in by_day if each.item == item}
        return tuple(said.values())

    @property
    def new_promise(self) -> Promise | None:
        """The promise that was given since the last check-in, or in it."""
        last = self.promises[-1] if self.promises else None
        return last if last and self._is_new(last) else None

    @property
    def new_answers(self) -> tuple[Advice, ...]:
        """What others said of the plan as a whole since the last check-in."""
        return tuple(filter(self._is_new, self.advice_on(WHOLE)))

    def _is_new(self, said: Promise | Advice) -> bool:
        return said.checkins_before == len(self.checkins)

    @property
    def own_evidence(self) -> tuple[Evidence, ...]:
        """All evidence by date: from check-ins, and with the person's own ratings.

        A check-in that also rates tells one thing at both places; it counts once.
        """
        rated = (
            Evidence(on=each.rated_on, skill=each.skill, text=each.evidence)
            for each in self.ratings
            if each.is_own and each.evidence
        )
        every = dict.fromkeys((*self.evidence, *rated))
        return tuple(sorted(every, key=lambda each: each.on))

    def pause_on(self, day: date) -> Break | None:
        """Return the pause that `day` belongs to, if there is one."""
        return next((each for each in self.pauses if each.covers(day)), None)

    @property
    def availability(self) -> Availability | None:
        """When the person can work by the adopted roadmap and the pauses since."""
        if self.roadmap is None:
            return None
        planned = self.roadmap.limits.availability
        breaks = (
            each for each in planned.breaks if each.source is not BreakSource.PAUSE
        )
        return replace(planned, breaks=(*breaks, *self.pauses))

    @property
    def spent_since_roadmap(self) -> tuple[Spent, ...]:
        """What was spent after the roadmap was adopted."""
        return self.spent[self.spent_before_roadmap :]

    def hours_on(self, items: Iterable[PlannedItem]) -> float:
        """Return the hours spent on some items since the roadmap was adopted."""
        ids = {item.id for item in items}
        return sum(each.hours for each in self.spent_since_roadmap if each.item in ids)

    def hours_left(self, item: PlannedItem) -> float:
        """Return what is left of the hours planned for an item; 0 if it took longer."""
        return max(0.0, item.hours - self.hours_on((item,)))

    @property
    def current_roadmap(self) -> Roadmap | None:
        """The adopted roadmap, with the states that its items have by now."""
        if self.roadmap is None:
            return None
        return self.roadmap.with_states(
            dict.fromkeys(self.hours_spent, State.STARTED)
            | dict.fromkeys(self.dropped_items, State.DROPPED)
            | dict.fromkeys(self.finished, State.DONE)
        )
