"""What was told is remembered, and a memory never tells what the logs do not."""

import json
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pillarplan.domain.person.profile import Profile
from pillarplan.journal import memory
from pillarplan.journal.journal import Journal
from pillarplan.journal.meaning import changes
from pillarplan.journal.meaning.changes import Change
from pillarplan.journal.meaning.remembered import ToldSoFar
from pillarplan.journal.meaning.telling import Telling
from pillarplan.journal.memory import Memory
from pillarplan.journal.open_journal import OpenJournal
from pillarplan.journal.storage.event import from_line, to_line
from pillarplan.journal.storage.format import CURRENT
from tests.journal.driver import DAY, NOON, journal, spend
from tests.journal.test_laws import any_change


@pytest.fixture(autouse=True)
def worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Remember small records, too."""
    monkeypatch.setattr(memory, "WORTH_IT", 3)


@dataclass
class Desk:
    """A machine with a record, and a memory of it."""

    home: Path
    today: date = DAY

    @property
    def journal(self) -> Journal:
        return journal(self.home, host="desk")

    @property
    def memory(self) -> Memory:
        return Memory(self.home / "cache" / "memory.json", CURRENT)

    def open(self) -> OpenJournal:
        return OpenJournal(self.journal, lambda _: None, self.today, self.memory)

    def told(self) -> Profile:
        """Return what a command tells, compared with what the events tell."""
        told = self.open().profile
        assert told == OpenJournal(self.journal, lambda _: None, self.today).profile
        return told

    def recalls(self) -> bool:
        """Say whether a command need not read the record."""
        logs = self.journal.glance()
        return bool(logs) and self.memory.recall(logs or {}, self.today) is not None

    def record(self, *several: Change) -> str:
        """Record in a command that first asks what was told."""
        book = self.open()
        book.decide(lambda: (several, book.profile), NOON)
        assert book.profile == self.told()
        return book.log.events[-1].cmd


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A machine that remembers a check-in by name, hours of two items, and a drop."""
    desk = Desk(tmp_path / "desk")
    spend(desk.journal, "a")
    desk.journal.record([changes.checked_in(DAY, key="monday")], NOON)
    spend(desk.journal, "b")
    desk.told()
    assert desk.recalls()
    return desk


def first_log(desk: Desk) -> Path:
    return desk.journal.own_log


def edit(path: Path, change: Callable[[bytes], bytes]) -> None:
    """Change a file, but neither its size nor its time, as a disk may."""
    seen = path.stat()
    path.write_bytes(change(path.read_bytes()))
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))


def test_what_is_new_is_told_on_top_of_what_is_remembered(desk: Desk) -> None:
    before = desk.memory.path.read_bytes()

    desk.record(changes.spent(DAY, "c", 1.0), changes.finished(DAY, "c"))
    desk.record(changes.dropped(DAY, "d"))

    assert desk.recalls()
    assert [each.item for each in desk.told().spent] == ["a", "b", "c"]
    assert desk.memory.path.read_bytes() == before


def test_a_memory_is_made_anew_when_much_is_new(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "TOO_MUCH", 1)
    before = desk.memory.path.read_bytes()

    desk.record(changes.spent(DAY, "c", 1.0), changes.finished(DAY, "c"))
    desk.told()

    assert desk.memory.path.read_bytes() != before
    assert desk.recalls()


def test_what_was_just_told_can_be_taken_back_and_corrected(desk: Desk) -> None:
    undone = desk.record(changes.spent(DAY, "c", 1.0))
    desk.record(changes.undone(undone))
    desk.record(changes.spent(DAY, "d", 1.0))
    wrong = desk.open().log.events[-1].id
    desk.record(changes.amended(wrong, 0.5))

    assert desk.recalls()
    assert [(s.item, s.hours) for s in desk.told().spent][2:] == [("d", 0.5)]


def test_an_undo_of_what_is_new_reads_nothing_again(desk: Desk) -> None:
    new = desk.record(changes.spent(DAY, "c", 1.0))
    book = desk.open()

    book.decide(lambda: ([changes.undone(new)], book.last_command), NOON)
    desk.memory.path.unlink()

    assert [each.item for each in book.profile.spent] == ["a", "b"]
    assert book.is_known_to_be_one_line, "the memory told it"


def test_the_last_command_is_found_among_the_new_ones_and_before_them(
    desk: Desk,
) -> None:
    remembered = desk.open().log.events[-1].cmd
    new = desk.record(changes.spent(DAY, "c", 1.0))

    before = desk.open().last_command
    desk.record(changes.undone(new))
    after = desk.open().last_command

    assert [each and each.id for each in (before, after)] == [new, remembered]


def test_an_undo_of_what_is_remembered_lets_all_be_read(desk: Desk) -> None:
    last = desk.open().log.events[-1].cmd

    desk.record(changes.undone(last))

    assert [each.item for each in desk.told().spent] == ["a"]


def test_a_name_of_a_check_in_that_is_remembered_is_known(desk: Desk) -> None:
    again = [changes.checked_in(DAY, key="monday"), changes.spent(DAY, "b", 1.0)]

    desk.journal.record(again, NOON)

    assert not desk.recalls()
    desk.told()


def theirs(desk: Desk, *items: str) -> None:
    """Let a file of another machine arrive, which did not know of ours."""
    other = journal(desk.home.parent / "other", host="other")
    for item in items:
        spend(other, item)
    log = other.own_log
    (desk.journal.logs / log.name).write_bytes(log.read_bytes())


HARM: dict[str, Callable[[Desk], object]] = {
    "a sync brings older events": lambda desk: theirs(desk, "x"),
    "a bit flips": lambda desk: edit(
        first_log(desk), lambda log: log.replace(b'"a"', b'"A"')
    ),
    "a line is edited with its checksum": lambda desk: edit(
        first_log(desk), lambda log: with_other_item(log)
    ),
    "the end is torn": lambda desk: first_log(desk).write_bytes(
        first_log(desk).read_bytes() + b"half a li"
    ),
    "the log is gone": lambda desk: first_log(desk).unlink(),
    "the log is shorter": lambda desk: first_log(desk).write_bytes(
        first_log(desk).read_bytes()[:300]
    ),
    "the shadow copy is gone": lambda desk: (
        desk.journal.shadows / first_log(desk).name
    ).unlink(),
    "two machines write as one": lambda desk: forked(desk),
    "the memory is damaged": lambda desk: desk.memory.path.write_bytes(b'{"by":'),
    "the memory is of another shape": lambda desk: desk.memory.path.write_bytes(b"[]"),
    "the memory is gone": lambda desk: desk.memory.path.unlink(),
    "the clock went back": lambda desk: setattr(
        desk, "today", desk.today - timedelta(days=9)
    ),
}


def with_other_item(log: bytes) -> bytes:
    first, rest = log.split(b"\n", 1)
    event = from_line(first, CURRENT)
    other = event._replace(data={**event.data, "item": "z"})
    return to_line(other, CURRENT) + rest


def forked(desk: Desk) -> None:
    """Let a line arrive that stands where the last one stands."""
    for path in (first_log(desk), desk.journal.shadows / first_log(desk).name):
        *_, last = path.read_bytes().splitlines()
        event = from_line(last, CURRENT)
        twin = event._replace(id="0" * 16, cmd="1" * 16, lam=event.lam + 1)
        path.write_bytes(path.read_bytes() + to_line(twin, CURRENT))


@pytest.mark.parametrize("harm", HARM.values(), ids=HARM)
def test_whatever_happens_the_logs_are_told(
    desk: Desk, harm: Callable[[Desk], object]
) -> None:
    harm(desk)

    assert not desk.recalls()
    desk.told()


def test_another_version_of_the_program_reads_for_itself(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "__version__", "99")

    assert not desk.recalls()


def test_what_is_dated_ahead_is_never_remembered(desk: Desk) -> None:
    desk.memory.path.unlink()
    desk.journal.record([changes.checked_in(DAY + timedelta(days=400))], NOON)

    desk.told()

    assert not desk.memory.path.exists()


def test_a_record_that_others_changed_between_is_decided_on_anew(desk: Desk) -> None:
    book, seen = desk.open(), []

    def decision() -> tuple[list[Change], None]:
        seen.append([each.item for each in book.profile.spent])
        if len(seen) == 1:
            spend(desk.journal, "theirs")
        return [changes.spent(DAY, "mine", 1.0)], None

    book.decide(decision, NOON)

    assert seen == [["a", "b"], ["a", "b", "theirs"]]
    assert desk.told() == book.profile


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(any_change, min_size=1, max_size=3), min_size=4, max_size=8),
    st.integers(1, 6),
)
def test_whenever_it_was_made_a_memory_tells_what_the_events_tell(
    commands: list[list[Change]], remembered: int
) -> None:
    with tempfile.TemporaryDirectory() as name:
        desk = Desk(Path(name), today=date(2041, 1, 1))
        for place, command in enumerate(commands):
            desk.journal.record(command, NOON)
            if place == remembered:
                desk.told()
        desk.told()


def test_a_memory_holds_no_more_than_the_private_folder_does(desk: Desk) -> None:
    kept = json.loads(desk.memory.path.read_bytes())

    assert sorted(kept) == ["by", "heads", "last", "logs", "told"]
    if os.name == "posix":
        assert desk.memory.path.stat().st_mode & 0o777 == 0o600
        assert desk.memory.path.parent.stat().st_mode & 0o777 == 0o700


def test_a_memory_holds_all_that_a_telling_knows() -> None:
    known = {*vars(Telling())} - {"_read"}
    kept = {each.name for each in fields(ToldSoFar)}
    instead = {
        "last_day": {"until"},
        "ahead": set(),  # with anything ahead no memory is made
        "roadmaps": {"roadmap", "spent_before", "dropped_before"},
        "first_planned": {"planned_since"},
    }

    assert kept == {name for each in known for name in instead.get(each, {each})}
