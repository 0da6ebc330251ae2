"""What one chooses from: wanted steps, and what could close them."""

from collections.abc import Mapping, Set
from dataclasses import field, replace
from datetime import date

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.bare import is_bare
from pillarplan.domain.knowledge.step import Step, climb
from pillarplan.domain.plan.depth import Depth
from pillarplan.domain.plan.roadmap import Booking
from pillarplan.planner.schedule.growth import Growth


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An item that may enter the plan, with all that speaks for or against it."""

    id: str
    is_practice: bool
    covers: tuple[Step, ...]
    """The wanted steps that it helps to close."""
    grades: tuple[int, ...] = ()
    """What speaks for learning each of them from it, in tenths, beyond what is learnt
    already; empty if nothing does, and of a practice."""
    quarters: int
    """What is left to do, in quarter-hours, at least one."""
    spent: int = 0
    """What was done before, in quarter-hours."""
    weeks: int = 1
    """Over how many weeks it goes at least."""
    first_on: date | None = None
    """The day of its first hours, if it was begun."""
    last_on: date | None = None
    """The day of its latest hours, if it was begun."""
    cents: int
    listen: bool
    bookings: tuple[Booking, ...] = ()
    """When it takes place, if that is on days of its own; then no session is for it."""
    pinned: bool
    """The plan must hold it."""
    started: bool
    place: int | None
    """Where it stands in the adopted roadmap, from 0; None if it does not."""
    heard: bool
    """The adopted roadmap has it in the listening pool."""
    due: date | None = None
    """When the adopted roadmap ends it, if its steps are still worth as much."""
    kept: bool = False
    """The person wants to keep it, if it is of use."""

    @property
    def adopted(self) -> bool:
        """Whether the adopted roadmap holds it."""
        return self.place is not None

    @property
    def is_bare(self) -> bool:
        """Whether it is no entry, but stands for a step that has none."""
        return is_bare(self.id)

    @property
    def graded(self) -> dict[Step, int]:
        """What speaks for learning a step from it, in tenths, if anything does."""
        return dict(zip(self.covers, self.grades, strict=bool(self.grades)))

    @property
    def desk_quarters(self) -> int:
        """What it takes of the hours of the plan, in quarters."""
        return 0 if self.bookings else self.quarters

    def days_needed(self, today: date) -> int:
        """Return how many days it takes at least, today and its last one included."""
        if self.bookings:
            return max(1, (self.bookings[-1].on - today).days + 1)
        if self.spent + self.quarters == 1:
            return 1  # too little to be done in pieces
        since = (today - self.first_on).days if self.first_on else 0
        return max(1, 7 * (self.weeks - 1) + 1 - since)

    def only_for(self, steps: Set[Step]) -> "Candidate":
        """Return it as one that covers none but some steps."""
        if steps >= set(self.covers):
            return self
        kept = [place for place, step in enumerate(self.covers) if step in steps]
        return replace(
            self,
            covers=tuple(self.covers[place] for place in kept),
            grades=tuple(self.grades[place] for place in kept if self.grades),
        )

    def beyond(self, learnt: Mapping[Step, int]) -> "Candidate":
        """Return it with the grades that count once something else is finished.

        Who has learnt a step from something wants nothing else for it, unless the
        adopted roadmap holds what has a better grade; then the difference counts.
        """
        graded = self.graded
        if learnt.keys().isdisjoint(graded):
            return self
        for step in learnt.keys() & graded.keys():
            more = max(0, graded[step] - learnt[step])
            graded[step] = more if self.adopted else 0
        return replace(self, grades=tuple(graded.values()))

    @property
    def settled(self) -> bool:
        """Whether it comes before all others that close the same."""
        return self.started or self.kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """Items of which the plan may hold only some, so that it differs from another."""

    items: Set[str]
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is to be chosen from: a question that `selection` answers."""

    worth: Mapping[Step, int]
    """The wanted steps, lower ones first, with the weight of each."""
    learnt: Set[Step]
    """Wanted steps for which a resource is finished already."""
    practised: Set[Step]
    """Wanted steps for which a practice is finished already."""
    candidates: tuple[Candidate, ...]
    """In the order of the knowledge base."""
    budget_cents: int | None
    """None is no limit."""
    depth: Depth = Depth.SOLID
    """How much a better resource may cost in hours."""
    cuts: tuple[Cut, ...] = ()
    growth: Growth = field(default_factory=Growth)
    """How long levels take to settle."""
    adopted_closes: Set[Step] = frozenset()
    """What the adopted roadmap closes, if nothing is asked and wanted that was not so
    when it was adopted; else nothing."""

    @property
    def asked_again(self) -> bool:
        """Whether there is an adopted roadmap that still answers the question."""
        return bool(self.adopted_closes)

    def giving_up(self, steps: Set[Step]) -> "Choice":
        """Return the question without some wanted steps and all that build on them."""
        left = climb(self.worth, self.worth.keys() - steps)
        return self.only_for({s: worth for s, worth in self.worth.items() if s in left})

    def only_for(self, worth: Mapping[Step, int]) -> "Choice":
        """Return the question of how to close some of the wanted steps."""
        steps = worth.keys()
        return replace(
            self,
            worth=worth,
            learnt=self.learnt & steps,
            practised=self.practised & steps,
            candidates=tuple(
                item.only_for(steps)
                for item in self.candidates
                if item.pinned or not steps.isdisjoint(item.covers)
            ),
        )
