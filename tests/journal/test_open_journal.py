import random
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pillarplan.errors import UsageError
from pillarplan.journal.journal import Journal
from pillarplan.journal.meaning import changes
from pillarplan.journal.meaning.changes import Change
from pillarplan.journal.meaning.replay import replay
from pillarplan.journal.open_journal import OpenJournal
from pillarplan.journal.storage.event import LATEST, to_line
from pillarplan.journal.storage.format import CURRENT
from pillarplan.journal.storage.log import Log
from tests.journal.driver import DAY, journal, spend
from tests.journal.test_laws import any_change
from tests.laws import examples

AT = datetime(2026, 11, 23, 12, 30, 15, 999_999, UTC)


def opened(record: Journal) -> OpenJournal:
    return OpenJournal(record, on_trouble=lambda places: None)


def items(book: OpenJournal) -> list[str]:
    return [spent.item for spent in book.profile.spent]


def spending(*names: str) -> list[Change]:
    return [changes.spent(DAY, name, 1.0) for name in names]


def test_what_is_recorded_is_seen_without_another_look(tmp_path: Path) -> None:
    book = opened(journal(tmp_path))
    assert not book.profile.checkins

    book.record([changes.checked_in(DAY)], AT)

    assert book.profile.checkins == (DAY,)
    assert book.log == journal(tmp_path).read()


def test_what_others_record_is_seen_when_something_is_written(tmp_path: Path) -> None:
    book = opened(journal(tmp_path))
    assert items(book) == []
    spend(journal(tmp_path, host="laptop"), "theirs")
    assert items(book) == []

    book.record(spending("ours"), AT)

    assert items(book) == ["theirs", "ours"]
    assert book.log == journal(tmp_path).read()


def test_what_is_recorded_stands_where_a_later_look_finds_it(tmp_path: Path) -> None:
    theirs = journal(tmp_path, host="laptop")
    spend(theirs, "theirs")
    (event,) = theirs.read().events
    # Ours cannot have a higher number, so the names of the devices decide.
    last = event._replace(lam=LATEST, dev="f" * 12)
    theirs.own_log.unlink()
    (theirs.logs / f"{last.dev}.jsonl").write_bytes(to_line(last, CURRENT))
    book = opened(journal(tmp_path))
    assert items(book) == ["theirs"]

    book.record(spending("ours"), AT)

    assert items(book) == ["ours", "theirs"]
    assert book.log.events == journal(tmp_path).read().events


def test_a_decision_stands_if_nobody_wrote_meanwhile(tmp_path: Path) -> None:
    spend(journal(tmp_path), "a")
    book, made = opened(journal(tmp_path)), []

    def decision() -> tuple[list[Change], int]:
        made.append(items(book))
        return spending("b"), len(made)

    assert book.decide(decision, AT) == 1
    assert made == [["a"]]
    assert items(book) == ["a", "b"]


@pytest.mark.parametrize("host", ["test-host", "laptop"])
def test_a_decision_is_made_again_on_what_others_wrote_meanwhile(
    tmp_path: Path, host: str
) -> None:
    spend(journal(tmp_path), "a")
    book, made = opened(journal(tmp_path)), []

    def decision() -> tuple[list[Change], int]:
        made.append(items(book))
        if len(made) == 1:
            spend(journal(tmp_path, host=host), "theirs")
        return spending(f"after {made[-1][-1]}"), len(made)

    assert book.decide(decision, AT) == 2
    assert made == [["a"], ["a", "theirs"]]
    assert items(opened(journal(tmp_path))) == ["a", "theirs", "after theirs"]


def test_a_second_decision_may_be_to_record_nothing_or_to_refuse(
    tmp_path: Path,
) -> None:
    """Of two who take back the last command at once, the second finds none left."""
    spend(journal(tmp_path), "a")
    book = opened(journal(tmp_path))

    def once() -> tuple[list[Change], None]:
        if "b" in items(book):
            return [], None
        spend(journal(tmp_path), "b")
        return spending("b"), None

    def refused() -> tuple[list[Change], None]:
        if "c" in items(book):
            raise UsageError("c is there already.")
        spend(journal(tmp_path), "c")
        return spending("c"), None

    book.decide(once, AT)
    with pytest.raises(UsageError):
        book.decide(refused, AT)

    assert items(opened(journal(tmp_path))) == ["a", "b", "c"]


def test_a_decision_that_refuses_or_records_nothing_touches_no_file(
    tmp_path: Path,
) -> None:
    def refused() -> tuple[list[Change], None]:
        raise UsageError("This does not fit.")

    folder = tmp_path / "own"
    book = opened(journal(folder))
    book.decide(lambda: ([], None), AT)
    with pytest.raises(UsageError):
        book.decide(refused, AT)

    assert not folder.exists()


def test_what_a_sync_tool_took_away_is_put_back_by_a_decision(tmp_path: Path) -> None:
    record = journal(tmp_path)
    spend(record, "a")
    kept = record.survey().own.read_bytes()
    spend(record, "b")
    book = opened(record)
    assert items(book) == ["a", "b"]
    record.survey().own.write_bytes(kept)

    book.decide(lambda: (spending("c"), None), AT)

    assert items(book) == items(opened(record)) == ["a", "b", "c"]
    assert record.read().problems == ()


def test_a_damaged_copy_is_made_anew_by_a_decision(tmp_path: Path) -> None:
    record = journal(tmp_path)
    spend(record, "a")
    book = opened(record)
    assert items(book) == ["a"]
    record.survey().shadow_file.write_bytes(b"\0" * 40)

    book.decide(lambda: (spending("b"), None), AT)

    found = record.survey()
    assert found.shadow_file.read_bytes() == found.own.read_bytes()


def test_problems_are_told_before_the_profile(tmp_path: Path) -> None:
    record, told = journal(tmp_path), list[Log]()
    spend(record, "a", "b")
    own = record.survey().own
    own.write_bytes(own.read_bytes().replace(b'"b"', b'"x"'))
    record.survey().shadow_file.unlink()
    book = OpenJournal(record, told.append)

    assert book.log.problems and told == []
    assert book.profile == book.profile
    (log,) = told
    assert (len(log.problems), log.unexplained) == (1, 1)


@settings(max_examples=examples(60))
@given(
    st.lists(
        st.tuples(
            st.lists(any_change, min_size=1, max_size=3), st.booleans(), st.booleans()
        ),
        max_size=8,
    ),
    st.randoms(use_true_random=False),
)
def test_an_open_journal_says_what_one_that_is_read_anew_says(
    steps: list[tuple[list[Change], bool, bool]], chance: random.Random
) -> None:
    """Whatever is recorded or taken back, and whoever else writes."""
    with tempfile.TemporaryDirectory() as folder:
        record = journal(Path(folder))
        book = opened(record)
        for told, looks, others_write in steps:
            if looks:
                assert book.profile == book.profile
            if others_write:
                record.record(spending("theirs"), AT)
            commands = list(_commands(book)) if looks else []
            if commands and chance.random() < 0.4:
                told = [*told, changes.undone(chance.choice(commands))]
            book.record(told, AT)
            assert book.log.events == record.read().events
            assert book.profile == replay(record.read().events)


def _commands(book: OpenJournal) -> Iterator[str]:
    return (event.cmd for event in book.log.events)
