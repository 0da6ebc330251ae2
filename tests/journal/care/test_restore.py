import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from pillarplan.journal.care.backup import back_up, pack_journal
from pillarplan.journal.care.doctor import examine
from pillarplan.journal.care.restore import Backup, Offer, UnfitBackupError
from pillarplan.journal.journal import Journal
from pillarplan.journal.storage.archive import pack, record_files
from pillarplan.journal.storage.errors import NewerJournalError
from pillarplan.journal.storage.event import seal
from tests.journal.driver import DAY, items, journal, spend


@pytest.fixture
def laptop(tmp_path: Path) -> Journal:
    laptop = journal(tmp_path / "laptop", host="laptop")
    spend(laptop, "a")
    spend(laptop, "b")
    return laptop


@pytest.fixture
def desktop(tmp_path: Path) -> Journal:
    return journal(tmp_path / "desktop", host="desktop")


def opened(mine: Journal, content: bytes) -> Backup:
    return Backup(mine, mine.data.parent / "config", "x.zip", content)


def content_of(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_empty_machine_gets_all_and_an_id_of_its_own(
    laptop: Journal, desktop: Journal
) -> None:
    backup = opened(desktop, pack_journal(laptop))

    offer = backup.offer()
    backup.bring()

    device = laptop.survey().own_device
    assert offer == Offer(
        events=2,
        new=2,
        devices=(device,),
        first=DAY,
        last=DAY,
        damaged=0,
        new_settings=(),
        kept_settings=(),
        others=(),
    )
    assert items(desktop) == ["a", "b"]
    assert desktop.survey().own_device not in ("unknown", device)
    assert (desktop.logs / f"{device}.jsonl").read_bytes() == (
        laptop.survey().own.read_bytes()
    )
    assert examine(desktop, DAY).is_well


def test_looking_changes_nothing(laptop: Journal, desktop: Journal) -> None:
    opened(desktop, pack_journal(laptop)).offer()

    assert not desktop.data.parent.exists()


def test_what_is_here_stays_and_an_older_backup_takes_nothing_back(
    laptop: Journal,
) -> None:
    old = pack_journal(laptop)
    spend(laptop, "c")
    before = content_of(laptop.data)
    device = laptop.survey().own_device
    backup = opened(laptop, old)

    assert backup.offer().is_empty
    backup.bring()

    assert content_of(laptop.data) == before
    assert laptop.survey().own_device == device, "nothing came that could be in its way"


def test_the_machine_that_goes_on_after_a_restore_makes_no_fork(
    laptop: Journal, desktop: Journal
) -> None:
    old = pack_journal(laptop)
    spend(laptop, "on the laptop")
    opened(desktop, old).bring()
    spend(desktop, "on the desktop")

    opened(desktop, pack_journal(laptop)).bring()

    assert {*items(desktop)} == {"a", "b", "on the laptop", "on the desktop"}
    assert examine(desktop, DAY).problems == ()
    assert examine(desktop, DAY).is_well


def test_to_restore_twice_is_to_restore_once(laptop: Journal, desktop: Journal) -> None:
    content = pack_journal(laptop)
    opened(desktop, content).bring()
    before = content_of(desktop.data.parent)

    assert opened(desktop, content).offer().is_empty
    opened(desktop, content).bring()

    assert content_of(desktop.data.parent) == before


def test_lines_that_a_log_lacks_come_before_its_unfinished_end(
    laptop: Journal, desktop: Journal
) -> None:
    content = pack_journal(laptop)
    opened(desktop, content).bring()
    log = desktop.logs / laptop.survey().own.name
    first, second = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(second + b'0badc0de {"on its way')
    (desktop.shadows / log.name).unlink()

    opened(desktop, content).bring()

    assert log.read_bytes() == second + first + b'0badc0de {"on its way'


def test_settings_come_where_there_are_none_and_stay_where_there_are(
    laptop: Journal, desktop: Journal
) -> None:
    theirs = laptop.data.parent / "config"
    theirs.mkdir()
    (theirs / "config.toml").write_text("hours = 3\n")
    (theirs / "overlay.yaml").write_text("format: x\n")
    (theirs / "overlay-our-ladder.yaml").write_text("format: y\n")
    (theirs / "overlay.old.yaml").write_text("no setting\n")
    content = pack_journal(laptop, theirs)
    ours = desktop.data.parent / "config"
    ours.mkdir(parents=True)
    (ours / "config.toml").write_text("hours = 5\n")

    backup = opened(desktop, content)
    offer = backup.offer()
    backup.bring()

    assert offer.new_settings == ("overlay-our-ladder.yaml", "overlay.yaml")
    assert offer.kept_settings == ("config.toml",)
    assert (ours / "config.toml").read_text() == "hours = 5\n"
    assert (ours / "overlay.yaml").read_text() == "format: x\n"
    assert not (ours / "overlay.old.yaml").exists()
    if os.name == "posix":
        assert (ours / "overlay.yaml").stat().st_mode & 0o777 == 0o600


def test_damage_in_a_backup_is_told_and_left_out(
    laptop: Journal, desktop: Journal
) -> None:
    log = laptop.survey().own
    log.write_bytes(b"junk\n" + log.read_bytes())
    backup = opened(desktop, pack_journal(laptop))

    assert backup.offer().damaged == 1
    backup.bring()
    assert items(desktop) == ["a", "b"]
    assert examine(desktop, DAY).is_well


def test_what_is_left_of_a_damaged_command_counts_when_it_was_brought_in(
    laptop: Journal, desktop: Journal
) -> None:
    spend(laptop, "z", "damaged")
    log = laptop.survey().own
    log.write_bytes(log.read_bytes().replace(b"damaged", b"destroyd"))

    opened(desktop, pack_journal(laptop)).bring()

    assert items(desktop) == ["a", "b", "z"]


def test_the_quarantine_comes_along_once(laptop: Journal, desktop: Journal) -> None:
    laptop.quarantine.mkdir()
    (laptop.quarantine / "x.jsonl.7").write_bytes(b"junk")
    content = pack_journal(laptop)

    for _ in range(2):
        opened(desktop, content).bring()

    (kept,) = desktop.quarantine.iterdir()
    assert (kept.name, kept.read_bytes()) == ("x.jsonl.1", b"junk")


def test_files_that_no_record_has_are_named_and_left_out(
    laptop: Journal, desktop: Journal
) -> None:
    stray = {"etc/passwd": b"root", "journal/.hidden.jsonl": b"x", "notes.txt": b"y"}
    backup = opened(desktop, pack({**record_files(laptop.data), **stray}))

    assert backup.offer().others == tuple(sorted(stray))
    backup.bring()
    assert items(desktop) == ["a", "b"]
    assert sorted(path.name for path in desktop.data.rglob("*") if path.is_file()) == [
        laptop.survey().own.name,
        "format.json",
    ]


def test_what_is_no_backup_is_refused_and_nothing_changes(desktop: Journal) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr("../../outside", b"x")

    with pytest.raises(UnfitBackupError, match=r"x\.zip: '../../outside' in it"):
        opened(desktop, buffer.getvalue())
    assert not desktop.data.parent.exists()


def test_a_backup_of_a_newer_program_is_refused(
    laptop: Journal, desktop: Journal
) -> None:
    form = json.dumps({"format": "pillarplan-log", "version": [2, 0]}).encode()
    newer_form = pack({**record_files(laptop.data), "format.json": form})
    newer_line = pack({"journal/0123456789ab.jsonl": seal({"v": 2, "all": "new"})})

    for content in (newer_form, newer_line):
        with pytest.raises(NewerJournalError, match="Upgrade pillarplan"):
            opened(desktop, content)


def test_only_what_belongs_to_the_record_is_packed(
    laptop: Journal, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.jsonl").write_text("secret")
    (laptop.data / "linked").symlink_to(outside, target_is_directory=True)
    laptop.quarantine.mkdir()
    (laptop.quarantine / "linked").symlink_to(outside / "secret.jsonl")
    (laptop.logs / "~$x.jsonl").write_text("an editor's")
    config = tmp_path / "config"
    config.mkdir()
    (config / "config.toml").write_text("hours = 3\n")
    (config / "letter.txt").write_text("Dear")

    with zipfile.ZipFile(back_up(laptop, tmp_path / "b.zip", config)) as made:
        names = made.namelist()

    assert names == [
        "config/config.toml",
        "format.json",
        f"journal/{laptop.survey().own.name}",
        "manifest.json",
    ]


@pytest.mark.skipif(os.name != "posix", reason="there are no such pipes")
def test_a_backup_into_a_pipe_leaves_the_pipe(laptop: Journal, tmp_path: Path) -> None:
    pipe, copy = tmp_path / "pipe", tmp_path / "copy"
    os.mkfifo(pipe)
    with copy.open("wb") as stream:
        reader = subprocess.Popen(
            [sys.executable, "-c", COPY, str(pipe)], stdout=stream
        )
        back_up(laptop, pipe)
        assert reader.wait(20) == 0

    assert pipe.is_fifo()
    assert copy.read_bytes() == pack_journal(laptop)


COPY = """
import pathlib, sys
sys.stdout.buffer.write(pathlib.Path(sys.argv[1]).read_bytes())
"""
