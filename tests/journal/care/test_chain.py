import json
import shutil
from pathlib import Path

from pillarplan.journal.care.chain import forks, strangers, untold_forks
from pillarplan.journal.care.doctor import examine
from pillarplan.journal.care.repair import accept, repair
from pillarplan.journal.journal import Journal
from pillarplan.journal.storage.event import Event, digest, seal
from tests.journal.driver import DAY, items, journal, spend


def lines(mine: Journal) -> list[bytes]:
    return mine.survey().own.read_bytes().splitlines()


def copied(mine: Journal, folder: Path) -> Journal:
    """Return the same machine a second time, as a copied home folder makes it."""
    return journal(Path(shutil.copytree(mine.data.parent, folder)))


def bring(mine: Journal, other: Journal) -> None:
    """Put the log of another machine where a sync tool would."""
    log = other.survey().own
    shutil.copy2(log, mine.logs / log.name)


def test_each_line_names_the_one_before_it(tmp_path: Path) -> None:
    mine = journal(tmp_path)
    spend(mine, "a")
    spend(mine, "b", "c")

    first, *rest = lines(mine)

    assert mine.read().events[0].prev == ""
    assert b"prev" not in first
    assert [event.prev for event in mine.read().events[1:]] == [
        digest(line) for line in (first, *rest[:-1])
    ]


def test_the_next_line_follows_those_that_came_back(tmp_path: Path) -> None:
    mine = journal(tmp_path)
    for item in ("a", "b", "c"):
        spend(mine, item)
    log = mine.survey().own
    log.write_bytes(log.read_bytes().splitlines(keepends=True)[0])

    spend(mine, "d")

    assert items(mine) == ["a", "b", "c", "d"]
    assert [*strangers(mine.survey(wary=True))] == []
    assert forks(mine.read().events) == ()


def test_lines_without_the_name_are_no_fork(tmp_path: Path) -> None:
    mine = journal(tmp_path)
    spend(mine, "a")
    spend(mine, "b")
    records = [json.loads(line[9:]) for line in lines(mine)]
    old = b"".join(
        seal({key: each[key] for key in each if key != "prev"}) for each in records
    )
    for path in (mine.survey().own, mine.survey().shadow_file):
        path.write_bytes(old)

    spend(mine, "c")

    assert mine.read().events[-1].prev == digest(old.splitlines()[-1])
    assert forks(mine.read().events) == ()
    assert examine(mine, DAY).notes == ()
    assert examine(mine, DAY).is_healthy


def test_a_copied_home_that_goes_on_is_a_fork_and_told(tmp_path: Path) -> None:
    laptop = journal(tmp_path / "laptop")
    spend(laptop, "a")
    clone = copied(laptop, tmp_path / "clone")
    spend(laptop, "on the laptop")
    spend(clone, "on the clone")
    desktop = journal(tmp_path / "desktop", host="desktop")

    for one in (laptop, clone):
        spend(desktop, "meanwhile")
        bring(desktop, one)
        desktop.remember(desktop.survey())

    told = [f.sentence for f in untold_forks(desktop, desktop.read().events)]
    device = laptop.survey().own_device
    assert {"a", "on the laptop", "on the clone"} <= {*items(desktop)}
    assert told == [
        f"Two machines wrote as device {device} from its event 2 on: one was copied "
        "from the other, or set back to an older state of itself. All of it is kept."
    ]
    assert untold_forks(desktop, desktop.read().events) == (), "once is enough"
    report = examine(desktop, DAY)
    assert [note for note in report.notes if note.startswith(told[0])]


def test_a_fork_is_seen_though_the_numbers_differ(tmp_path: Path) -> None:
    laptop = journal(tmp_path / "laptop")
    spend(laptop, "a")
    clone = copied(laptop, tmp_path / "clone")
    spend(laptop, "b", "c")
    spend(clone, "d", "e")
    _, b, _ = laptop.read().events
    _, _, e = clone.read().events

    assert forks([b, e]) == ()
    (stranger,) = strangers_of(tmp_path, laptop, clone)
    assert stranger.data["item"] == "e"


def strangers_of(folder: Path, laptop: Journal, clone: Journal) -> list[Event]:
    """Return what is strange in a log with lines of both, the clone's first lost."""
    mixed = journal(folder / "mixed")
    a, b, _ = lines(laptop)
    _, _, e = lines(clone)
    mixed.logs.mkdir(parents=True)
    (mixed.logs / laptop.survey().own.name).write_bytes(b"\n".join([a, b, e, b""]))
    return [*strangers(mixed.survey(wary=True))]


def test_repair_gives_one_of_two_equal_machines_an_id_of_its_own(
    tmp_path: Path,
) -> None:
    laptop = journal(tmp_path / "laptop")
    spend(laptop, "a")
    clone = copied(laptop, tmp_path / "clone")
    spend(laptop, "b")
    spend(clone, "c")
    bring(clone, laptop)
    before = clone.survey().own_device

    assert not examine(clone, DAY).is_healthy
    mended = repair(clone)
    spend(clone, "d")

    assert "this machine writes under a new id from now on" in [m.done for m in mended]
    assert clone.survey().own_device != before
    assert sorted(items(clone)) == ["a", "b", "c", "d"]
    assert examine(clone, DAY).is_healthy
    assert repair(clone) == ()


def test_an_edit_that_was_accepted_is_no_fork(tmp_path: Path) -> None:
    mine = journal(tmp_path)
    for item in ("a", "b", "c"):
        spend(mine, item)
    log = mine.survey().own
    log.write_bytes(log.read_bytes().replace(b'"item":"a"', b'"item":"ah"'))

    accept(mine)
    spend(mine, "d")

    assert items(mine) == ["ah", "b", "c", "d"]
    assert [*strangers(mine.survey(wary=True))] == []
    assert examine(mine, DAY).notes == ()


def test_an_edit_with_a_checksum_of_its_own_is_told(tmp_path: Path) -> None:
    mine = journal(tmp_path)
    spend(mine, "a")
    spend(mine, "b")
    log = mine.survey().own
    first, second = log.read_bytes().splitlines(keepends=True)
    record = json.loads(first[9:])
    record["data"]["item"] = "x"
    log.write_bytes(seal(record) + second)

    (note,) = examine(mine, DAY).notes

    assert note.startswith("Event 2 of device")
    assert "followed another line" in note
