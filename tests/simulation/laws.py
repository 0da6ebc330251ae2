"""What must hold when a life has healed, worked out apart from the program."""

from collections.abc import Iterable, Sequence
from datetime import date

from pillarplan.domain.person.profile import Profile
from pillarplan.journal.care.chain import forks
from pillarplan.journal.care.doctor import Report, examine
from pillarplan.journal.meaning.commands import commands
from pillarplan.journal.meaning.replay import replay
from pillarplan.journal.storage.event import Event
from tests.simulation.life import BrokenLawError, Life, demand
from tests.simulation.machines import Machine

END = date(2199, 12, 31)
MISSING = "Something is missing"
"""How doctor says that a moment is not here that a device knew of."""
DAYS = {"on", "rated_on", "left_on", "next_on"}


def check(life: Life) -> str:
    """Raise BrokenLawError if a law is broken; return the class of the life."""
    events = life.machines[0].open(life.now).events()
    profile = replay(events, END)
    for machine in life.machines:
        same_everywhere(machine, life, events, profile)
    nothing_invented(life, events)
    commands_are_whole(life, events)
    what_was_undone_stays_undone(life, events)
    hours_are_told_once(events, profile)
    lost = what_is_lost(life, events)
    reports = [examine(m.open(life.now).journal, END) for m in life.machines]
    named = lost_is_named(lost, events, reports)
    if len(events) == len(life.told):
        nothing_is_missed(reports)
    is_forked = forks_are_told(events, reports)
    if lost:
        return "lost beyond copies, named" if named else "lost before anybody saw it"
    return "two machines as one device" if is_forked else "all there"


def same_everywhere(
    machine: Machine, life: Life, events: Sequence[Event], profile: Profile
) -> None:
    """All machines hold the same events, and tell the same of them."""
    held = machine.open(life.now).events()
    here, first = {e.id for e in held}, {e.id for e in events}
    demand(
        held == events,
        f"{machine.name} holds other events: lacks {life.named(first - here)}, "
        f"alone has {life.named(here - first)}",
    )
    demand(replay(held, END) == profile, f"{machine.name} tells something else")


def nothing_invented(life: Life, events: Iterable[Event]) -> None:
    """Every event was told, as it is."""
    for event in events:
        if life.told.get(event.id) != event:  # they are many, and words for each slow
            raise BrokenLawError(f"nobody told {event}")


def commands_are_whole(life: Life, events: Iterable[Event]) -> None:
    """A command is there with all its events, or with none."""
    left: dict[str, set[int]] = {}
    for event in events:
        left.setdefault(event.cmd, set()).add(event.left)
    for command, numbers in left.items():
        demand(
            command in life.destroyed or numbers == {*range(max(numbers) + 1)},
            f"command {command} is there in part: {numbers}",
        )


def what_is_lost(life: Life, events: Iterable[Event]) -> list[Event]:
    """Return what was acknowledged and is gone; it may be only if no file held it."""
    here = {event.id for event in events}
    lost = [
        event
        for event in life.told.values()
        if event.cmd in life.acknowledged and event.id not in here
    ]
    unexplained = {e.id for e in lost if e.cmd not in life.destroyed}
    demand(not unexplained, f"lost: {life.named(unexplained)}")
    return lost


def lost_is_named(
    lost: Iterable[Event], events: Sequence[Event], reports: Iterable[Report]
) -> bool:
    """Doctor names what is missing, wherever what is left can tell of it.

    It counts the numbers that a device jumped over.  Where it jumped over none, but
    knew of a moment of which nothing is left, it says so in words.
    """
    gaps = sum(map(len, jumped_over(events).values()))
    times = {e.lam for e in events}
    unknown = {e.lam for e in lost if e.lam < max(times, default=0)} - times
    for report in reports:
        demand(
            report.missing >= gaps,
            f"{gaps} events are missing, and {report.missing} are told",
        )
        demand(
            bool(gaps) or not unknown or any(MISSING in each for each in report.notes),
            f"nobody is told that something is missing at {unknown}",
        )
    return bool(gaps or unknown)


def nothing_is_missed(reports: Iterable[Report]) -> None:
    """Doctor misses nothing where all is there that was ever written."""
    for report in reports:
        demand(not report.missing, f"{report.missing} are missed, and all are here")
        odd = [each for each in report.notes if MISSING in each]
        demand(not odd, f"all are here, and yet: {odd}")


def jumped_over(events: Iterable[Event]) -> dict[str, set[int]]:
    """Return the numbers of each device that are lower than its last and not here."""
    numbers: dict[str, set[int]] = {}
    for event in events:
        numbers.setdefault(event.dev, set()).add(event.seq)
    return {dev: {*range(1, max(seen))} - seen for dev, seen in numbers.items()}


def what_was_undone_stays_undone(life: Life, events: Sequence[Event]) -> None:
    """No command holds that somebody took back, unless that is lost itself."""
    here = {event.id for event in events}
    holding = {run.id for run in commands(events) if run.holds}
    for event in life.told.values():
        if event.type == "undone" and event.id in here:
            command = event.data["command"]
            demand(command not in holding, f"{command} was undone, and holds")


def hours_are_told_once(events: Sequence[Event], profile: Profile) -> None:
    """The profile tells the hours that were told and not taken back, each once."""
    held = holding(events)
    gone = {e.data["event"] for e in held if e.type == "withdrawn"}
    amended = {e.data["event"]: e.data["hours"] for e in held if e.type == "amended"}
    told = [
        (e.data["item"], amended.get(e.id, e.data["hours"]))
        for e in held
        if e.type == "spent" and e.id not in gone
    ]
    seen = [(each.item, each.hours) for each in profile.spent if not each.assumed]
    demand(sorted(seen) == sorted(told), f"hours told: {told}, seen: {seen}")


def holding(events: Iterable[Event]) -> list[Event]:
    """Return the events that count: not undone, and not told again by one name."""
    runs: dict[str, list[Event]] = {}
    for event in events:
        runs.setdefault(event.cmd, []).append(event)
    void: set[str] = set()
    for name in reversed(runs):
        if name not in void:
            void |= {e.data["command"] for e in runs[name] if e.type == "undone"}
    seen: set[object] = set()
    for name, run in runs.items():
        key = next((k for e in run if (k := e.data.get("key"))), None)
        if key and name not in void:
            content = repr([(e.type, {**e.data, **dict.fromkeys(DAYS)}) for e in run])
            if seen & {(key, content), (key, run[0].dev)}:
                void.add(name)
            seen |= {(key, content), (key, run[0].dev)}
    return [e for name, run in runs.items() if name not in void for e in run]


def forks_are_told(events: Iterable[Event], reports: Iterable[Report]) -> bool:
    """Doctor tells, on every machine, that two wrote as one device."""
    places: dict[tuple[str, int], str] = {}
    forked = set()
    for event in events:
        if places.setdefault((event.dev, event.seq), event.id) != event.id:
            forked.add(event.dev)
    demand({fork.device for fork in forks(events)} >= forked, f"unseen: {forked}")
    for report in reports:
        said = " ".join([*report.notes, *(each.message for each in report.problems)])
        for device in forked:
            demand(device in said, f"nobody is told that two machines are {device}")
    return bool(forked)
