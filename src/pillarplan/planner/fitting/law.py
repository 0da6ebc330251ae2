"""The law of a whole plan: what waits for what, and how many skills are in hand."""

from collections.abc import Sequence, Set

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.plan.availability import Pool
from pillarplan.domain.plan.roadmap import Session
from pillarplan.planner.fitting.jobs import make_tasks
from pillarplan.planner.schedule.calendar import Calendar, quarters_of
from pillarplan.planner.schedule.hand import ANY_NUMBER, Hand
from pillarplan.planner.schedule.manner import MANNERS
from pillarplan.planner.schedule.rules import Rules
from pillarplan.planner.schedule.work import Work
from pillarplan.planner.selection.candidates import Choice
from pillarplan.planner.selection.selected import Selection


@dataclass(frozen=True, slots=True)
class Law:
    """What the sessions of a plan keep to, whatever is selected for its skills."""

    wide: Choice
    """What could close the gaps of all skills."""
    skills: Sequence[str]
    """Those of the plan, as they are taken up."""
    most: int
    """So many of them, the first ones, are in hand at once."""

    @property
    def hand(self) -> Hand:
        """How many skills may be in hand at once; any number if none follows."""
        if len(self.skills) == self.most:
            return ANY_NUMBER
        finished = {step.skill for step in self.wide.learnt | self.wide.practised}
        ranks = {skill: place for place, skill in enumerate(self.skills)}
        return Hand(self.most, ranks, finished.intersection(self.skills[: self.most]))

    def rules(self, selection: Selection, heard: Set[str]) -> Rules:
        """Return what waits for what, where some items are heard on the way."""
        wide = self.wide
        tasks = make_tasks(selection, heard, wide.learnt)
        worth = {step: wide.worth[step] for step in selection.closed}
        return Rules(tasks, worth, (wide.learnt, wide.practised))

    def admits(
        self, selection: Selection, sessions: Sequence[Session], days: Calendar
    ) -> bool:
        """Say whether nothing goes on sooner than it may, and all ends in time.

        At what times of a day there is room for sessions is not looked at.
        """
        heard = {each.item for each in sessions if each.pool is Pool.LISTENING}
        rules = self.rules(selection, heard)
        numbers = {task.id: number for number, task in enumerate(rules.tasks)}
        order, growth = range(len(rules.tasks)), self.wide.growth
        work = Work(rules, order, days, growth, self.hand, MANNERS[-1])
        for session in sessions:
            task, quarters = numbers[session.item], quarters_of(session)
            work.headway.attend(session.on)
            if not work.may_spend(task, session.on, quarters):
                return False
            work.spend(task, session.on, quarters)
        return not work.headway.unsettled(days.last)
