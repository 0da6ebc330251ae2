"""Files, names and folders that no one would choose, answered at once and in words."""

import os
from pathlib import Path
from threading import Thread

import pytest

from tests.program import Run, Shell

POSIX = pytest.mark.skipif(os.name != "posix", reason="made for POSIX systems")

LONG = "x" * 5000

EXPORTS = (
    ("export", "markdown"),
    ("export", "html"),
    ("export", "json"),
    ("export", "csv"),
    ("export", "ical"),
    ("export", "sqlite"),
    ("review", "--week"),
    ("feedback", "request"),
)


@POSIX
@pytest.mark.parametrize("command", EXPORTS)
@pytest.mark.parametrize("force", [(), ("--force",)])
def test_a_pipe_is_written_into_and_stays_a_pipe(
    shell: Shell,
    ana: Path,
    tmp_path: Path,
    command: tuple[str, ...],
    force: tuple[str, ...],
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()

    written = shell(*command, "-o", str(pipe), *force)
    reader.join(5)

    assert written.exit_code == 0, written.stderr
    assert len(read[0]) > 100
    assert pipe.is_fifo()


@POSIX
def test_a_link_that_leads_nowhere_is_refused(
    run: Run, ana: Path, tmp_path: Path
) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "gone")

    refused = run("export", "markdown", "-o", str(link), "--force")

    assert refused.exit_code == 1
    assert "is a link that leads nowhere. Nothing was written." in refused.stderr
    assert link.is_symlink()
    assert not (tmp_path / "gone").exists()


@POSIX
def test_the_name_of_standard_output_is_standard_output(
    shell: Shell, ana: Path
) -> None:
    shown = shell("export", "markdown", "-o", "-")

    assert shell("export", "markdown", "-o", "/dev/stdout") == shown


@pytest.mark.parametrize(
    ("arguments", "exit_code"),
    [
        (("assess", "--from", LONG), 4),
        (("checkin", "--from", LONG), 4),
        (("kb", "lint", LONG), 4),
        (("export", "markdown", "-o", LONG), 1),
        (("--home", LONG, "status"), 5),
        (("--home", "~nobody-of-this-name", "status"), 2),
    ],
)
def test_a_name_that_no_system_takes_is_one_short_error(
    run: Run, ana: Path, arguments: tuple[str, ...], exit_code: int
) -> None:
    refused = run(*arguments)

    assert refused.exit_code == exit_code
    assert refused.stderr.startswith("pillarplan: ")
    assert len(refused.stderr) < 400
    assert "Traceback" not in refused.stderr


ESCAPE = "\x1b[31m\u202e"


@pytest.mark.parametrize(
    "arguments",
    [
        ("assess", "--from", f"{ESCAPE}.yaml"),
        ("export", "markdown", "-o", f"{ESCAPE}/x.md"),
        ("reflect", ESCAPE, "--list"),
        ("reflect", f"a{ESCAPE}", "--list"),
        ("explain", ESCAPE),
        ("kb", "show", ESCAPE),
        ("kb", "search", ESCAPE),
        ("checkin", "--done", ESCAPE),
        ("plan", "--hours", ESCAPE),
        (ESCAPE,),
        ("plan", f"--{ESCAPE}"),
        ("kb", "lint", ESCAPE),
        ("history", ESCAPE),
        ("backup", f"{ESCAPE}/b.zip"),
    ],
)
def test_no_name_that_is_quoted_can_command_the_terminal(
    run: Run, ana: Path, arguments: tuple[str, ...]
) -> None:
    answer = run(*arguments)

    assert "\x1b" not in answer.stdout + answer.stderr
    assert "\u202e" not in answer.stdout + answer.stderr


@POSIX
@pytest.mark.parametrize(
    ("call", "exit_code"),
    [
        (("config", "show"), 4),
        (("plan", "--dry-run"), 4),
        (("doctor",), 4),
        (("status",), 0),
        (("backup", "kept.zip"), 0),
    ],
)
def test_a_pipe_in_place_of_the_settings_is_not_waited_for_without_end(
    run: Run,
    ana: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    call: tuple[str, ...],
    exit_code: int,
) -> None:
    monkeypatch.chdir(tmp_path)
    (ana / "config").mkdir(exist_ok=True)
    os.mkfifo(ana / "config" / "config.toml")

    answered = run(*call)

    assert answered.exit_code == exit_code
    if exit_code:
        told = answered.stdout + answered.stderr
        assert "a pipe that nobody writes to" in told
