import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal, contains, needs_tmux
from tests.program import Result, Run

OLD = Path(__file__).parents[2] / "data" / "written-by-0.1.0" / "backup.zip"


@pytest.fixture
def backup(run: Run, ana: Path, tmp_path: Path) -> Path:
    """A backup of Ana's record and settings, on a machine that lost both."""
    (ana / "config").mkdir(mode=0o700, exist_ok=True)
    (ana / "config" / "config.toml").write_text("hours = 3\n")
    path = tmp_path / "backup.zip"
    assert run("backup", "-o", str(path)) == Result(0, f"{path}\n", "")
    for name in ("data", "state", "config"):
        shutil.rmtree(ana / name)
    return path


def test_a_restore_shows_what_it_would_bring_and_waits_for_a_yes(
    run: Run, backup: Path, ana: Path
) -> None:
    result = run("restore", str(backup))

    assert result == Result(
        3,
        "The backup holds 9 events of 1 device, of 2026-11-23.\n"
        "None of them is here yet.\n"
        "Not here yet: config.toml\n",
        "pillarplan: Nothing was changed. To bring it in, add: --yes\n",
    )
    assert not (ana / "data").exists()


def test_a_restore_brings_record_and_settings_back(
    run: Run, backup: Path, ana: Path
) -> None:
    done = run("restore", str(backup), "--yes")
    again = run("restore", str(backup), "--yes")

    assert done.exit_code == 0
    assert done.stdout.endswith(
        "Brought in 9 events. This machine writes under a new id from now on.\n"
    )
    assert again.stdout.endswith("All of it is here already.\n")
    assert (ana / "config" / "config.toml").read_text() == "hours = 3\n"
    assert run("doctor").stdout.endswith("All well.\n")
    assert run("checkin", "--note", "on I go").exit_code == 0
    assert len([*(ana / "data" / "journal").iterdir()]) == 2
    assert run("roadmap").exit_code == 0


def test_a_restore_answers_programs(run: Run, backup: Path) -> None:
    answer = json.loads(run("restore", str(backup), "--yes", "--json").stdout)

    assert answer["format"] == "pillarplan-restore"
    assert answer["restored"] is True
    assert answer["backup"]["new"] == answer["backup"]["events"] == 9


def test_a_backup_of_an_earlier_version_is_brought_in(run: Run, home: Path) -> None:
    result = run("restore", str(OLD), "--yes")

    assert result.exit_code == 0
    assert "None of them is here yet." in result.stdout
    with zipfile.ZipFile(OLD) as opened:
        (name,) = (each for each in opened.namelist() if each.startswith("journal/"))
        assert (home / "data" / name).read_bytes() == opened.read(name)
    assert run("doctor").stdout.endswith("All well.\n")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"Dear Ana", "it cannot be read (File is not a zip file)"),
        (b"", "it cannot be read (File is not a zip file)"),
    ],
)
def test_what_is_no_backup_is_refused(
    run: Run, home: Path, tmp_path: Path, content: bytes, reason: str
) -> None:
    (tmp_path / "x.zip").write_bytes(content)

    assert run("restore", str(tmp_path / "x.zip"), "--yes") == Result(
        4, "", f"pillarplan: {tmp_path / 'x.zip'}: {reason}. Nothing was changed.\n"
    )
    assert not (home / "data").exists()


def test_a_file_that_is_not_there_is_named(run: Run, tmp_path: Path) -> None:
    result = run("restore", str(tmp_path / "gone.zip"))

    assert result.exit_code == 4
    assert "gone.zip: No such file or directory" in result.stderr


def test_a_backup_goes_through_a_pipe(ana: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PILLARPLAN_HOME": str(ana)}
    program = [sys.executable, "-m", "pillarplan"]

    made = subprocess.run(
        [*program, "backup", "-o", "-"], env=environment, capture_output=True
    )
    again = subprocess.run(
        [*program, "backup", "-o", "/dev/stdout"], env=environment, capture_output=True
    )
    environment["PILLARPLAN_HOME"] = str(tmp_path / "other")
    restored = subprocess.run(
        [*program, "restore", "-", "--yes"],
        env=environment,
        input=made.stdout,
        capture_output=True,
    )

    assert (made.returncode, made.stderr) == (0, b"")
    assert made.stdout == again.stdout, "the same record gives the same bytes"
    assert restored.returncode == 0
    assert b"Brought in 9 events." in restored.stdout


def test_a_backup_is_written_to_one_place_and_not_onto_a_link_that_leads_nowhere(
    run: Run, ana: Path, tmp_path: Path
) -> None:
    (tmp_path / "link.zip").symlink_to(tmp_path / "nowhere")

    twice = run("backup", "a.zip", "-o", "b.zip")
    dangling = run("backup", str(tmp_path / "link.zip"), "--force")
    device = run("backup", "-o", os.devnull, "--force")

    assert twice.exit_code == 2
    assert dangling.exit_code == 5
    assert "is a link that leads nowhere" in dangling.stderr
    assert not (tmp_path / "nowhere").exists()
    assert device.exit_code == 0
    assert Path(os.devnull).is_char_device()


@needs_tmux
def test_a_restore_asks_on_a_terminal(
    terminal: Terminal, backup: Path, ana: Path
) -> None:
    terminal.type(f"pillarplan restore {backup}")
    terminal.wait_for(lambda screen: "Bring it in? [y/N]" in screen)
    terminal.type("")
    terminal.wait_for(lambda screen: contains("Nothing was changed.", screen))
    assert not (ana / "data").exists()

    terminal.type(f"clear; pillarplan restore {backup}")
    terminal.wait_for(lambda screen: "Bring it in? [y/N]" in screen)
    terminal.type("y")
    terminal.wait_for(lambda screen: contains("Brought in 9 events.", screen))


def test_a_fork_is_said_once_by_status_with_what_to_do(
    run: Run, ana: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone = shutil.copytree(ana, tmp_path / "clone", symlinks=True)
    (log,) = (ana / "data" / "journal").iterdir()
    run("checkin", "--note", "here")
    run("--home", str(clone), "checkin", "--note", "there")
    theirs = clone / "data" / "journal" / log.name
    theirs.rename(log.with_name(f"{log.stem}.sync-conflict-1.jsonl"))

    first, second = run("status"), run("status")

    assert first.exit_code == 0
    assert " ".join(first.stderr.split()) == (
        f"Two machines wrote as device {log.stem} from its event 10 on: one was "
        "copied from the other, or set back to an older state of itself. All of it is "
        "kept. To part them, run here: pillarplan doctor --repair"
    )
    assert second == Result(0, first.stdout, "")
    assert run("doctor").exit_code == 6
    assert run("doctor", "--repair").exit_code == 0


def test_the_page_on_privacy_is_there(run: Run) -> None:
    result = run("help", "privacy")

    assert result.exit_code == 0
    assert "age -d pillarplan.zip.age | pillarplan restore - --yes" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80
