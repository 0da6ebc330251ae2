"""The plans that a person adopted one after the other, and how their sessions count."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count
from typing import NamedTuple

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.plan.roadmap import Roadmap, Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """A plan on the day on which the person adopted it."""

    roadmap: Roadmap
    worked: frozenset[str] = frozenset()
    """Items on which hours of that day had been told before."""
    holds: bool = True
    """False if it was undone."""
    is_old: bool = False
    """A version adopted it that called everybody's sessions by the same names."""


class NumberedSession(NamedTuple):
    """A session, and which one of its item it is, over all plans."""

    session: Session
    number: int

    @property
    def key(self) -> tuple[str, int]:
        """By what it is known again: its item and its number."""
        return self.session.item, self.number


class NumberedPlan(NamedTuple):
    """A plan whose sessions are numbered on from what was over when it was adopted."""

    adoption: Adoption
    sessions: tuple[NumberedSession, ...]
    over: frozenset[tuple[str, int]]
    """The keys of all sessions, of it and of earlier plans, that were over by then."""


def number_plans(adoptions: Iterable[Adoption]) -> Iterator[NumberedPlan]:
    """Yield the plans in order, their sessions numbered over all of them.

    What is over keeps its number, and what was still to come gives its number to what
    the next plan has in its place: so a calendar moves the one, and leaves the other.
    """
    last: NumberedPlan | None = None
    for each in adoptions:
        over = last.over.union(_newly_over(last, each)) if last else frozenset()
        plan = NumberedPlan(each, tuple(_numbered(each.roadmap.sessions, over)), over)
        yield plan
        if each.holds:
            last = plan


def _newly_over(plan: NumberedPlan, later: Adoption) -> Iterator[tuple[str, int]]:
    for each in plan.sessions:
        if is_over(each.session, later.roadmap.made_on, later.worked):
            yield each.key


def is_over(session: Session, day: date, worked: frozenset[str]) -> bool:
    """Say whether a session is over on the day of a new plan: its day is, or its work.

    `worked` names the items that were worked on on that day.
    """
    return session.on < day or (session.on == day and session.item in worked)


def _numbered(
    sessions: Iterable[Session], over: frozenset[tuple[str, int]]
) -> Iterator[NumberedSession]:
    last: dict[str, int] = {}
    for item, number in over:
        last[item] = max(number, last.get(item, 0))
    counters = {
        session.item: count(last.get(session.item, 0) + 1) for session in sessions
    }
    for session in sessions:
        yield NumberedSession(session, next(counters[session.item]))
