"""Laws of the journal that hold whatever is recorded and whatever happens to files."""

import random
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from pillarplan.domain.person.rating import Confidence, Rater, RaterKind, Rating
from pillarplan.journal.care.repair import repair
from pillarplan.journal.journal import Journal
from pillarplan.journal.meaning import changes
from pillarplan.journal.meaning.changes import Change
from pillarplan.journal.meaning.commands import commands
from pillarplan.journal.meaning.replay import misfits, replay
from pillarplan.journal.storage.event import Event, from_line, order, to_line
from pillarplan.journal.storage.format import CURRENT
from pillarplan.journal.storage.log import merge
from pillarplan.journal.storage.scan import scan
from tests.journal.driver import journal, spend
from tests.laws import examples

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)

days = st.dates(date(2020, 1, 1), date(2040, 1, 1))
names = st.sampled_from(["negotiation", "writing", "pricing"])
levels = st.integers(0, 5)
hours = st.floats(0, 500)
ratings = st.builds(
    Rating,
    skill=names,
    level=st.none() | levels,
    rated_on=days,
    rater=st.builds(Rater, name=st.just("Ana"), kind=st.sampled_from(RaterKind)),
    confidence=st.none() | st.sampled_from(Confidence),
    importance=st.none() | st.integers(1, 3),
    evidence=st.none() | st.text(min_size=1),
)
any_change = st.one_of(
    st.builds(changes.rated, ratings),
    st.builds(changes.assessment_started, st.lists(names), days, weighs=st.booleans()),
    st.builds(changes.assessment_skipped, names),
    st.builds(changes.assessment_finished),
    st.builds(changes.weighed, names, st.integers(1, 3)),
    st.builds(changes.role_chosen, names, st.lists(names)),
    st.builds(changes.target_set, names, st.none() | levels),
    st.builds(changes.checked_in, days, st.text(), st.none() | names),
    st.builds(changes.spent, days, names, hours),
    st.builds(changes.finished, days, names),
    st.builds(changes.dropped, days, names, st.text()),
    st.builds(changes.evidence, days, names, st.text()),
)
commands_of_changes = st.lists(st.lists(any_change, min_size=1, max_size=3))


def told(each_command: list[list[Change]], device: str = "device") -> tuple[Event, ...]:
    """Return the events that a device writes for some commands."""
    seq = 0
    events = []
    for lam, change_list in enumerate(each_command, 1):
        for left, change in zip(
            reversed(range(len(change_list))), change_list, strict=True
        ):
            seq += 1
            events.append(
                Event(
                    id=f"{device}-{seq}",
                    dev=device,
                    seq=seq,
                    lam=lam,
                    at=AT,
                    cmd=f"{device}-command-{lam}",
                    left=left,
                    type=change.type,
                    data=change.data,
                )
            )
    return tuple(events)


@given(commands_of_changes)
def test_a_line_tells_its_event_back(each: list[list[Change]]) -> None:
    for event in told(each):
        assert from_line(to_line(event, CURRENT).rstrip(b"\n"), CURRENT) == event


@given(commands_of_changes)
def test_whatever_our_own_commands_say_fits(each: list[list[Change]]) -> None:
    assert misfits(told(each)) == ()


@settings(max_examples=examples(40))
@given(st.lists(any_change, min_size=1))
def test_what_is_recorded_is_read_back_in_order(each: list[Change]) -> None:
    with tempfile.TemporaryDirectory() as name:
        mine = journal(Path(name))

        mine.record(each, AT)

        events = mine.read().events
        assert [(event.type, event.data) for event in events] == each
        assert mine.read().problems == ()


@given(commands_of_changes, commands_of_changes)
def test_a_profile_goes_on_where_an_earlier_one_ended(
    before: list[list[Change]], after: list[list[Change]]
) -> None:
    both = replay(told([*before, *after]))
    first = replay(told(before))

    for name in ("ratings", "spent", "done", "dropped", "evidence", "notes"):
        earlier = getattr(first, name)
        assert getattr(both, name)[: len(earlier)] == earlier
    assert first.checkin_ids <= both.checkin_ids


@given(commands_of_changes, st.integers(0, 20))
def test_what_was_undone_leaves_no_trace_in_the_profile(
    each: list[list[Change]], place: int
) -> None:
    events = told(each)
    runs = commands(events)
    if not runs:
        return
    victim = runs[place % len(runs)]
    undo = told([*each, [changes.undone(victim.id)]])

    without = tuple(event for event in events if event.cmd != victim.id)

    assert replay(undo) == replay(without)


@given(commands_of_changes, commands_of_changes, st.randoms(use_true_random=False))
def test_two_devices_tell_the_same_in_whatever_order_they_are_read(
    mine: list[list[Change]], other: list[list[Change]], dice: random.Random
) -> None:
    ours, theirs = told(mine, "ours"), told(other, "theirs")
    shuffled = [*ours, *theirs, *ours]
    dice.shuffle(shuffled)

    merged = merge([ours, theirs])

    assert merged == merge([theirs, ours]) == merge([shuffled])
    assert list(merged) == sorted([*ours, *theirs], key=order)
    assert replay(merged) == replay(merge([shuffled]))


@given(st.binary() | st.lists(st.binary()).map(b"\n".join))
def test_a_scan_of_any_bytes_accounts_for_each_of_them(content: bytes) -> None:
    found = scan(content, CURRENT)

    assert found.content[: found.end] + found.torn == content
    assert all(
        content[entry.start : entry.start + len(entry.text)] == entry.text
        for entry in found.entries
    )


def damage(content: bytes, dice: random.Random) -> bytes:
    """Return the bytes of a log after something happened to it."""
    lines = content.splitlines(keepends=True)
    match dice.choice(["cut", "flip", "double", "reorder", "drop", "zero", "junk"]):
        case "cut":
            return content[: dice.randrange(len(content) + 1)]
        case "flip" if content:
            changed = bytearray(content)
            changed[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
            return bytes(changed)
        case "double":
            return b"".join(lines + lines[: dice.randrange(len(lines) + 1)])
        case "reorder":
            dice.shuffle(lines)
            return b"".join(lines)
        case "drop" if lines:
            del lines[dice.randrange(len(lines))]
            return b"".join(lines)
        case "zero":
            return content[:-40] + bytes(40)
        case _:
            return content + dice.randbytes(dice.randrange(30))


class Life(RuleBasedStateMachine):
    """Two machines record, sync, break and repair, in any order; nothing is lost.

    The log of the laptop is damaged at will, and that of the desktop once the laptop
    has read it; the shadow copies are not.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        root = Path(self.folder.name)
        self.laptop = Journal(root / "data", root / "laptop", "laptop")
        self.desktop = Journal(root / "data", root / "desktop", "desktop")
        self.acknowledged: set[str] = set()
        self.commands = 0

    def teardown(self) -> None:
        self.folder.cleanup()

    def _spend(self, mine: Journal, count: int) -> None:
        self.commands += 1
        new = [f"item-{self.commands}-{n}" for n in range(count)]
        spend(mine, *new)
        self.acknowledged.update(new)

    @rule(count=st.integers(1, 3))
    def the_laptop_records(self, count: int) -> None:
        self._spend(self.laptop, count)
        found = self.laptop.survey()
        assert found.shadow_file.read_bytes() == found.own.read_bytes()

    @rule(count=st.integers(1, 3))
    def the_desktop_records(self, count: int) -> None:
        self._spend(self.desktop, count)

    @rule(dice=st.randoms(use_true_random=False))
    def the_log_of_the_laptop_is_damaged(self, dice: random.Random) -> None:
        log = self.laptop.survey().own
        if log.exists():
            log.write_bytes(damage(log.read_bytes(), dice))

    @rule(dice=st.randoms(use_true_random=False))
    def the_log_of_the_desktop_is_damaged(self, dice: random.Random) -> None:
        self.laptop.remember(self.laptop.survey())
        log = self.desktop.survey().own
        if log.exists():
            log.write_bytes(damage(log.read_bytes(), dice))

    @rule()
    def the_laptop_is_repaired(self) -> None:
        repair(self.laptop)
        found = self.laptop.survey(wary=True)
        assert not any(map(found.lost_from, found.shadows))
        assert not any(each.damaged for each in found.scans.values())
        assert not found.own_scan.torn

    @rule(name=st.sampled_from(["x.sync-conflict.jsonl", "x (1).jsonl"]))
    def a_sync_tool_leaves_a_copy(self, name: str) -> None:
        log = self.desktop.survey().own
        if log.exists():
            log.with_name(name).write_bytes(log.read_bytes())

    @invariant()
    def all_that_was_acknowledged_is_there_once(self) -> None:
        # A wary look, since damage that leaves the length as it was is found by it.
        events = self.laptop.survey(wary=True).log.events
        told = [spent.item for spent in replay(events).spent]
        assert sorted(told) == sorted(self.acknowledged)

    @invariant()
    def each_device_numbers_its_events_without_gaps(self) -> None:
        events = self.laptop.survey(wary=True).log.events
        for device in {event.dev for event in events}:
            numbers = [event.seq for event in events if event.dev == device]
            assert numbers == list(range(1, len(numbers) + 1))


TestLife = Life.TestCase
TestLife.settings = settings(
    max_examples=examples(30), stateful_step_count=15, deadline=None
)
