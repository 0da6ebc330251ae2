"""One life: machines, a person, a sync tool, and what happens to files.

All of it follows from a seed.  Whatever happened, in the end everything heals, and the
laws in `pillarplan.tests.simulation.laws` must hold.
"""

import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from pillarplan.errors import NothingYetError, UsageError
from pillarplan.journal.care.backup import pack_journal
from pillarplan.journal.care.repair import repair
from pillarplan.journal.journal import Journal
from pillarplan.journal.meaning.replay import replay
from pillarplan.journal.storage.event import Event
from pillarplan.journal.storage.files import read_bytes as read
from pillarplan.knowledge.index.index import KnowledgeIndex
from pillarplan.services.planning.adopting import Proposal
from pillarplan.services.safety.backups import open_backup
from pillarplan.services.workspace import Workspace
from tests.simulation.harm import Harm
from tests.simulation.machines import SECOND, Machine, event_in, events_in
from tests.simulation.person import Person, Scribe
from tests.simulation.syncing import SyncTool

MOST_MACHINES = 5
COMPARED = 0.1
"""After how many commands that record all that a machine knows is compared; after
those that only read it always is."""
MOST_ROUNDS = 6
"""How often all sync and repair until all must hold the same."""
BY_SERVICES = 0.15
"""How often a life is told to the services, not to the journal alone."""
CLOCKS = (0, 0, 0, -6, 40, 365 * 70, -365 * 20, -365 * 56)
"""How many days a clock may be off: a week back, or at the birth of Unix."""


class BrokenLawError(AssertionError):
    """A life in which a promise was broken."""


class Life:
    """A life, lived act by act."""

    def __init__(
        self, seed: int, root: Path, base: KnowledgeIndex, plans: Sequence[Proposal]
    ) -> None:
        self.dice = Random(seed)
        self.root, self.base = root, base
        self.now = datetime(2026, 11, 23, 8, tzinfo=UTC)
        self.tick = 10**9 * SECOND
        kind = Person if self.dice.random() < BY_SERVICES else Scribe
        self.person = kind(self.dice, plans)
        self.tool = SyncTool(
            self.dice,
            by_owner=self.dice.random() < 0.4,
            most_copies=self.dice.choice([0, 2, 4]),
            carefulness=self.dice.choice([0.5, 0.9, 1.0]),
            replaced=self._replaced,
        )
        self.harm = Harm(self.dice)
        self.roughness = self.dice.choice([0.0, 0.5, 1.0, 2.0])
        """How often files are harmed, in this life."""
        self.told: dict[str, Event] = {}
        """All events that any command was seen to write."""
        self.acknowledged: set[str] = set()
        """The commands that ended well."""
        self.destroyed: set[str] = set()
        """The commands of which an event stands in no file any more."""
        self.ending = ""
        """Of which class it was, once its laws were checked."""
        self.happened: Counter[str] = Counter()
        self.backups: list[bytes] = []
        self.machines: list[Machine] = []
        for _ in range(self.dice.randint(1, MOST_MACHINES - 2)):
            self.buy()

    def new_id(self, size: int) -> str:
        """Return an id that follows from the seed."""
        return self.dice.randbytes(size).hex()

    def buy(self) -> Machine:
        """Begin to use another machine, with nothing on it."""
        name = f"machine-{len(self.machines)}"
        home = self.root / name
        home.mkdir()
        machine = Machine(name, home, self.new_id, self.base)
        self.machines.append(machine)
        return machine

    def live(self, acts: int) -> None:
        """Do so many acts, then let everything heal."""
        for _ in range(acts):
            self.pass_time(minutes=self.dice.randint(1, 600))
            self._act()
        self.heal()

    def pass_time(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)
        self.tick += SECOND

    def _act(self) -> None:
        acts: dict[Callable[[Machine], None], float] = {
            self.tell: 60,
            self.sync: 25,
            self.wait: 3,
            self.die_while_writing: 2 * self.roughness,
            self.be_harmed: 4 * self.roughness,
            self.be_set_back: 1 * self.roughness,
            self.image: 2 * self.roughness,
            self.clone: 0.3 * self.roughness,
            self.be_bought: 0.5,
            self.reset_clock: 2,
            self.repair: 2,
            self.back_up: 1.5,
            self.restore: 1,
        }
        act = self.dice.choices([*acts], [*acts.values()])[0]
        self.happened[act.__name__] += 1
        act(self.dice.choice(self.machines))

    # What a person does.

    def tell(self, machine: Machine) -> None:
        self.command(machine, self.person.act())

    def wait(self, machine: Machine) -> None:
        self.pass_time(minutes=60 * 24 * self.dice.randint(1, 40))

    def be_bought(self, machine: Machine) -> None:
        if len(self.machines) < MOST_MACHINES:
            self.tool.sync(machine, self.buy(), careful=False)

    def repair(self, machine: Machine) -> None:
        self.command(machine, lambda desk: repair(desk.journal))

    def back_up(self, machine: Machine) -> None:
        def run(desk: Workspace) -> None:
            if desk.events():
                self.backups.append(pack_journal(desk.journal))

        self.command(machine, run)

    def restore(self, machine: Machine) -> None:
        if self.backups:
            content = self.dice.choice(self.backups)
            config = machine.home / "config"
            self.command(
                machine,
                lambda desk: open_backup(desk, config, "backup", content).bring(),
            )

    # What the world does.

    def sync(self, machine: Machine) -> None:
        other = self.dice.choice(self.machines)
        if other is not machine:
            self.tool.sync(machine, other, careful=False)

    def reset_clock(self, machine: Machine) -> None:
        machine.ahead = timedelta(days=self.dice.choice(CLOCKS))

    def be_harmed(self, machine: Machine) -> None:
        with self.watched(machine):
            self.happened[self.harm.strike(machine)] += 1

    def image(self, machine: Machine) -> None:
        machine.image(self.root / f"image of {machine.name}")

    def be_set_back(self, machine: Machine) -> None:
        """Put an older image of the disk back; the newest of it is gone."""
        place = self.root / f"image of {machine.name}"
        if place.exists():
            with self.watched(machine):
                machine.set_back(place)
                machine.kept.clear()

    def clone(self, machine: Machine) -> None:
        """Copy the disk to another machine, which has the same name from then on."""
        if len(self.machines) < MOST_MACHINES:
            twin = self.buy()
            machine.image(twin.home)
            twin.name = machine.name

    def die_while_writing(self, machine: Machine) -> None:
        """Lose power in a command, of which a part is written, and no copy."""
        with machine.open(self.now).journal.locked():
            own = machine.open(self.now).journal.own_log
        shadow = machine.shadows / own.name
        before, copied, kept = read(own), read(shadow), {*machine.kept}
        known = {*self.acknowledged}
        self.command(machine, self.person.act())
        after = read(own)
        if len(after) > len(before) and after.startswith(before):
            own.write_bytes(after[: self.dice.randint(len(before), len(after))])
            shadow.write_bytes(copied)
            machine.age(self.tick)
            machine.kept, self.acknowledged = kept, known

    # How it is watched.

    def command(self, machine: Machine, do: Callable[[Workspace], object]) -> None:
        """Run a command, and compare what it knows with what it must know."""
        desk = machine.open(self.now)
        own = desk.journal.own_log
        before = read(own)
        told = known = None
        is_anew = False
        try:
            do(desk)
            if not desk.has_recorded or self.dice.random() < COMPARED:
                told = desk.profile()
                is_anew = not (desk.has_recorded or desk.is_known_to_be_one_line)
                known = desk.events()
        except (UsageError, NothingYetError):
            self.happened["refused"] += 1
            return
        except Exception as error:  # whatever it is, the command did not work
            raise BrokenLawError(
                f"a command on {machine.name} failed\n{traceback.format_exc()}"
            ) from error
        finally:
            machine.age(self.tick)
        self._acknowledge(machine, desk.journal, before)
        if told is not None and known is not None:
            demand(
                is_anew or told == replay(known, desk.today),
                f"{machine.name} tells another profile than its events",
            )
            self._compare(machine, known, wrote=desk.has_recorded)

    def _acknowledge(self, machine: Machine, journal: Journal, before: bytes) -> None:
        """Note what a command that ended well added to the log of its machine."""
        log = read(journal.own_log)
        # Without a torn end: what follows it may begin with the same bytes.
        whole = before[: before.rfind(b"\n") + 1]
        new = log[len(whole) :] if log.startswith(whole) else log
        for line in new.splitlines():
            name = event_in(line)
            if name and name not in self.told:
                event = journal.event_in(line + b"\n")
                self.told[event.id] = event
                self.acknowledged.add(event.cmd)
                machine.kept.add(event.id)

    def _compare(
        self, machine: Machine, known: Sequence[Event], *, wrote: bool
    ) -> None:
        """See that a machine forgot nothing, and note what it must know from now on."""
        names = {event.id for event in known}
        demand(len(names) == len(known), f"{machine.name} tells an event twice")
        forgotten = machine.kept - names
        demand(not forgotten, f"{machine.name} forgot {self.named(forgotten)}")
        own = "" if wrote else machine.open(self.now).journal.own_log.stem
        machine.kept |= {e.id for e in known if e.dev != own}

    @contextmanager
    def watched(self, machine: Machine) -> Iterator[None]:
        """Note what nobody can know any more after something happened to files."""
        before, copied = machine.held(), machine.copied()
        yield
        # Of a command that lost a part the rest is left out, too.
        broken = {self.told[n].cmd for n in copied - machine.copied() if n in self.told}
        machine.kept -= {n for n in machine.kept if self.told[n].cmd in broken}
        self._gone(before - machine.held())

    def _replaced(self, machine: Machine, before: bytes, after: bytes) -> None:
        """Note what the sync tool took away."""
        self._gone(events_in(before) - events_in(after))

    def _gone(self, names: Set[str]) -> None:
        """Note which of these events stand in no file of any machine any more."""
        for machine in self.machines:
            if names:
                names = names - machine.held()
        self.destroyed |= {self.told[name].cmd for name in names if name in self.told}

    def named(self, ids: set[str]) -> str:
        """Return words for some events, for a message."""
        found = (self.told[name] for name in sorted(ids))
        return ", ".join(f"{e.dev}:{e.seq} {e.type} ({e.id})" for e in found)

    # How it ends.

    def heal(self) -> None:
        """Let clocks be right, files travel as they should, and damage be repaired."""
        for machine in self.machines:
            machine.ahead = timedelta(0)
        self.meet()
        for machine in self.machines:
            self.pass_time(minutes=5)
            self.repair(machine)
            self.command(machine, self.person.nothing)
        for _ in range(MOST_ROUNDS):
            self.meet()
            if self.agree():
                return
            for machine in self.machines:
                self.pass_time(minutes=5)
                self.repair(machine)
        raise BrokenLawError("the machines do not come to hold the same")

    def agree(self) -> bool:
        """Say whether all machines tell the same events."""
        first, *rest = (machine.open(self.now).events() for machine in self.machines)
        return all(each == first for each in rest)

    def meet(self) -> None:
        """Sync all machines with each other, with care."""
        for one in self.machines:
            for other in self.machines:
                if one is not other:
                    self.tool.sync(one, other, careful=True)


def demand(holds: bool, otherwise: str) -> None:
    """Raise BrokenLawError if something does not hold."""
    if not holds:
        raise BrokenLawError(otherwise)
