"""What a person does with one machine: commands of the real program."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random

from pillarplan.domain.person.checkin import CheckIn, Drop
from pillarplan.domain.person.rating import Rating
from pillarplan.errors import NothingYetError
from pillarplan.journal.meaning import changes
from pillarplan.services.following.pausing import pause, resume
from pillarplan.services.following.weekly.checking_in import check_in
from pillarplan.services.looking_back.entries import amend, list_entries
from pillarplan.services.planning.adopting import Proposal, adopt
from pillarplan.services.rating.stating import record_ratings
from pillarplan.services.safety.undoing import undo
from pillarplan.services.workspace import Workspace

SKILLS = ("negotiation", "security")
ENTRIES = ("spent", "rated", "checked-in", "finished")
KEYS = ("monday", "review", "retro")
"""Names of check-ins, few, so that two machines use one."""

Act = Callable[[Workspace], object]


@dataclass
class Person:
    """Somebody who tells things, and changes their mind."""

    dice: Random
    plans: Sequence[Proposal]
    told: int = 0
    """How many hours were told of, so that no two tell the same."""

    def act(self) -> Act:
        """Return what they do next."""
        acts: dict[Act, int] = {
            self.look: 12,
            self.tell_hours: 30,
            self.tell_by_name: 8,
            self.finish: 6,
            self.drop: 2,
            self.rate: 10,
            self.plan: 8,
            self.pause: 4,
            self.resume: 3,
            self.take_back: 10,
            self.amend: 8,
            self.withdraw: 4,
        }
        return self.dice.choices([*acts], [*acts.values()])[0]

    def look(self, desk: Workspace) -> None:
        """Ask what was told, as most commands do."""
        desk.profile()

    def tell_hours(self, desk: Workspace) -> None:
        """Tell of hours on one or two items; no two tell the same."""
        items = self.dice.sample(self._items(), self.dice.randint(1, 2))
        check_in(desk, CheckIn(hours={item: self._hours() for item in items}))

    def tell_by_name(self, desk: Workspace) -> None:
        """Tell by a name that another machine may use, the same or something else."""
        hours = self.dice.choice([0.5, 1.0])
        key = self.dice.choice(KEYS)
        check_in(desk, CheckIn(id=key, hours={self._items()[0]: hours}))

    def finish(self, desk: Workspace) -> None:
        """Finish an item, with hours or without."""
        item = self.dice.choice(self._items())
        hours = {item: self._hours()} if self.dice.random() < 0.5 else {}
        check_in(desk, CheckIn(done=(item,), hours=hours, note="It was worth it."))

    def drop(self, desk: Workspace) -> None:
        """Give an item up."""
        item = self.dice.choice(self._items())
        check_in(desk, CheckIn(drop=(Drop(item=item, reason="Not for me."),)))

    def rate(self, desk: Workspace) -> None:
        """Rate a skill or two, of today or of a day long ago."""
        back = timedelta(days=self.dice.choice([0, 0, 1, 30, 365]))
        record_ratings(
            desk,
            [
                Rating(
                    skill=skill,
                    level=self.dice.randint(0, 5),
                    rated_on=desk.today - back,
                )
                for skill in self.dice.sample(SKILLS, self.dice.randint(1, 2))
            ],
        )

    def plan(self, desk: Workspace) -> None:
        """Adopt a plan, perhaps while another machine adopts another."""
        adopt(desk, replace(self.dice.choice(self.plans), profile=desk.profile()))

    def pause(self, desk: Workspace) -> None:
        """Begin a pause."""
        pause(desk, desk.today + timedelta(days=self.dice.randint(0, 20)))

    def resume(self, desk: Workspace) -> None:
        """Come back."""
        resume(desk)

    def take_back(self, desk: Workspace) -> None:
        """Undo the last command."""
        undo(desk)

    def amend(self, desk: Workspace) -> None:
        """Correct the hours of an entry, by its number or its id."""
        amend(desk, self._entry(desk), self._hours())

    def withdraw(self, desk: Workspace) -> None:
        """Withdraw an entry."""
        amend(desk, self._entry(desk), None)

    def nothing(self, desk: Workspace) -> None:
        """Tell that nothing happened, which is worth telling, too."""
        check_in(desk, CheckIn(nothing=True))

    def _entry(self, desk: Workspace) -> str:
        entries = list_entries(desk).entries
        one = self.dice.choice(entries[-8:])
        return str(one.number) if self.dice.random() < 0.5 else one.id

    def _items(self) -> list[str]:
        items = (item.id for plan in self.plans for item in plan.roadmap.items)
        return [*dict.fromkeys(items)]

    def _hours(self) -> float:
        self.told += 1
        return self.told / 16


class Scribe(Person):
    """Tells the same to the journal alone, which is faster and asks no base."""

    def tell_hours(self, desk: Workspace) -> None:
        """Tell of hours on one or two items; no two tell the same."""
        items = self.dice.sample(self._items(), self.dice.randint(1, 2))
        hours = [changes.spent(desk.today, item, self._hours()) for item in items]
        desk.record([changes.checked_in(desk.today), *hours])

    def tell_by_name(self, desk: Workspace) -> None:
        """Tell by a name that another machine may use, the same or something else."""
        hours = self.dice.choice([0.5, 1.0])
        key = self.dice.choice(KEYS)
        told = [
            changes.checked_in(desk.today, key=key),
            changes.spent(desk.today, self._items()[0], hours),
        ]
        desk.decide(lambda: ([] if key in desk.profile().checkin_ids else told, None))

    def finish(self, desk: Workspace) -> None:
        """Finish an item."""
        item = self.dice.choice(self._items())
        desk.record([changes.finished(desk.today, item)])

    def drop(self, desk: Workspace) -> None:
        """Give an item up."""
        item = self.dice.choice(self._items())
        desk.record([changes.dropped(desk.today, item, "Not for me.")])

    def rate(self, desk: Workspace) -> None:
        """Rate a skill, of today or of a day long ago."""
        on = desk.today - timedelta(days=self.dice.choice([0, 0, 1, 30, 365]))
        skill, level = self.dice.choice(SKILLS), self.dice.randint(0, 5)
        desk.record([changes.rated(Rating(skill=skill, level=level, rated_on=on))])

    def plan(self, desk: Workspace) -> None:
        """Adopt a plan, perhaps while another machine adopts another."""
        desk.record([changes.roadmap_adopted(self.dice.choice(self.plans).roadmap)])

    def resume(self, desk: Workspace) -> None:
        """Come back."""
        desk.record([changes.resumed(desk.today)])

    def amend(self, desk: Workspace) -> None:
        """Correct the hours of an entry."""
        desk.record([changes.amended(self._event(desk), self._hours())])

    def withdraw(self, desk: Workspace) -> None:
        """Withdraw an entry."""
        desk.record([changes.withdrawn(self._event(desk))])

    def nothing(self, desk: Workspace) -> None:
        """Tell that nothing happened."""
        desk.record([changes.checked_in(desk.today)])

    def _event(self, desk: Workspace) -> str:
        told = [e.id for e in desk.events()[-20:] if e.type in ENTRIES]
        if not told:
            raise NothingYetError("There is nothing to correct.")
        return self.dice.choice(told)
