"""The weekly reminder as people and machines call it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pillarplan.cli.frame.machine import own_command
from pillarplan.render.reminder.crontab import MARK
from tests.cli.test_answers import check
from tests.cli.walking import MONDAY
from tests.program import CheckGolden, Result, Run, Shell
from tests.services.schedulers import CRONTAB, Tools, contents

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are for sh")

DUE = "2026-11-30"
NEXT = "Begin OWASP Top 10:2025."
SAID = f"Time for your weekly check-in: pillarplan checkin\nNext: {NEXT}\n"


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tools:
    """A machine with a crontab only, and with a home that nobody lives in."""
    tools = Tools(tmp_path / "tools")
    tools.folder.mkdir()
    tools.add("crontab", CRONTAB)
    tools.add("sendmail")
    monkeypatch.setenv("PATH", str(tools.folder))
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return tools


def words(home: Path, *more: str) -> list[str]:
    """How the program of these tests is started by a machine."""
    program = [sys.executable, "-m", "pillarplan", "--home", str(home)]
    return [*program, "remind", "--now", *more]


# Showing, setting up, taking away


def test_alone_it_shows_what_would_be_set_up_and_changes_nothing(
    run: Run, tools: Tools, home: Path
) -> None:
    line = f"0 9 * * 1 {' '.join(words(home))} {MARK}\n"

    assert run("remind", "--with", "cron") == Result(
        0,
        line,
        f"""
{"This machine would use" if sys.platform == "linux" else "This is for"} cron: every \
Monday at 09:00 it looks whether a check-in
is due, and mails you only then.
Set it up:
  pillarplan remind --install
By hand, add the line:
  crontab -e
""",
    )
    assert not tools.table.exists()


@pytest.mark.parametrize("way", ["systemd", "launchd", "windows"])
def test_another_way_is_shown_on_any_machine(
    run: Run, tools: Tools, home: Path, check_golden: CheckGolden, way: str
) -> None:
    shown = run("remind", "--with", way, "--on", "Friday", "--at", "16:30")

    assert shown.exit_code == 0
    text = shown.stdout + shown.stderr
    for name, value in (
        (sys.executable, "/bin/python"),
        (str(home), "/home/ana/plan"),
        (str(home.parent / "me"), "/home/ana"),
        (f"gui/{os.getuid()}", "gui/501"),
    ):
        text = text.replace(name, value)
    check_golden(f"cli/remind-{way}.txt", text)


def test_it_is_set_up_once_moved_and_taken_away(run: Run, tools: Tools) -> None:
    tools.table.write_text("# mine\n")
    install = ("remind", "--with", "cron", "--install")

    assert run(*install) == Result(
        0,
        "Set up in your crontab: every Monday at 09:00 it looks whether a check-in is\n"
        "due, and mails you only then.\n",
        "",
    )
    before = tools.table.read_text()
    assert run(*install) == Result(
        0,
        "Nothing changed, as it was set up before in your crontab: every Monday at "
        "09:00\nit looks whether a check-in is due, and mails you only then.\n",
        "",
    )
    assert tools.table.read_text() == before

    assert run(*install, "--on", "sun", "--at", "18:05").exit_code == 0
    assert tools.table.read_text() == before.replace("0 9 * * 1", "5 18 * * 0")

    assert run("remind", "--remove") == Result(
        0, "Took the reminder away: cron will not remind you any more.\n", ""
    )
    assert tools.table.read_text() == "# mine\n"
    assert run("remind", "--remove") == Result(
        0, "There is no reminder here, so there was nothing to take away.\n", ""
    )


def test_scripts_are_told_what_is_set_up(run: Run, tools: Tools, home: Path) -> None:
    install = ("remind", "--with", "cron", "--on", "tue", "--install", "--json")

    first, again = (json.loads(run(*install).stdout) for _ in "12")

    assert first == {
        "format": "pillarplan-reminder",
        "version": "1.3",
        "outcome": "installed",
        "way": "cron",
        "usual": sys.platform == "linux",
        "reminder": {"weekday": 1, "at": "09:00", "command": words(home)},
        "place": "your crontab",
        "parts": [{"place": "your crontab", "text": tools.table.read_text()}],
        "by_hand": "crontab -e",
        "notes": [],
        "replaced": [],
        "doubtful": [],
    }
    assert again == {**first, "outcome": "unchanged"}
    removal = json.loads(run("remind", "--remove", "--json").stdout)
    assert removal == {
        "format": "pillarplan-removal",
        "version": "1.3",
        "removed": ["cron"],
    }
    assert [check(each) for each in (first, removal)] == ["reminder", "removal"]


def test_a_machine_without_the_tool_is_refused_politely(run: Run, tools: Tools) -> None:
    assert run("remind", "--with", "systemd", "--install") == Result(
        1,
        "",
        "pillarplan: There is no systemctl on this machine, so nothing was changed.\n"
        "Choose another way (pillarplan remind --help), or let your shell ask as\n"
        "it starts: pillarplan status --due\n",
    )
    assert contents(tools.folder.parent / "me") == {}


def test_a_crontab_that_reads_nothing_does_not_end_the_program(
    shell: Shell, tools: Tools
) -> None:
    tools.add("crontab", CRONTAB.replace('cat >"$table"', 'echo "No." >&2; exit 1'))
    tools.table.write_text("# more than a pipe can hold\n" * 10_000)

    refused = shell("remind", "--with", "cron", "--install", PATH=str(tools.folder))

    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr.startswith(
        "pillarplan: crontab failed, so nothing was changed: No.\n"
    )


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (("--install", "--remove"), "Choose one of --install, --remove and --now."),
        (("--now", "--install"), "Choose one of --install, --remove and --now."),
        (("--on", "someday"), "--on: 'someday' is no weekday. Write mon or fri."),
    ],
)
def test_what_does_not_fit_is_refused(
    run: Run, call: tuple[str, ...], said: str
) -> None:
    assert run("remind", *call) == Result(2, "", f"pillarplan: {said}\n")


# When its time has come


def test_now_it_speaks_only_if_a_checkin_is_due(
    run: Run, ana: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("remind", "--now") == Result(0, "", "")

    monkeypatch.setenv("PILLARPLAN_TODAY", DUE)

    assert run("remind", "--now") == Result(0, SAID, "")
    notice = json.loads(run("remind", "--now", "--json").stdout)
    assert (check(notice), notice["due"]) == ("notice", True)
    assert notice["next"]["sentence"] == NEXT

    assert run("pause", "--until", "2026-12-31").exit_code == 0

    assert run("remind", "--now") == Result(0, "", "")


@pytest.mark.parametrize(
    ("way", "tool"),
    [("systemd", "notify-send"), ("launchd", "osascript"), ("windows", "powershell")],
)
def test_a_desktop_is_told_if_a_checkin_is_due_and_else_left_alone(
    run: Run,
    ana: Path,
    tools: Tools,
    monkeypatch: pytest.MonkeyPatch,
    way: str,
    tool: str,
) -> None:
    tools.add(tool)

    assert run("remind", "--now", "--with", way) == Result(0, "", "")
    assert tools.calls() == []

    monkeypatch.setenv("PILLARPLAN_TODAY", DUE)

    assert run("remind", "--now", "--with", way) == Result(0, SAID, "")
    told = "\n".join(tools.calls())
    assert told.startswith(f"{tool} ")
    assert "Time for your weekly check-in" in told
    assert NEXT in told

    tools.fail("weekly")
    assert run("remind", "--now", "--with", way) == Result(0, SAID, "")


def test_a_desktop_without_notifications_keeps_what_is_printed(
    run: Run, ana: Path, tools: Tools, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PILLARPLAN_TODAY", DUE)

    assert run("remind", "--now", "--with", "systemd") == Result(0, SAID, "")


@pytest.mark.parametrize(("today", "said"), [(MONDAY, ""), (DUE, SAID)])
def test_cron_runs_the_line_in_its_empty_environment(
    run: Run, ana: Path, tools: Tools, tmp_path: Path, today: str, said: str
) -> None:
    odd = tmp_path / '50% of "Ana\'s" $HOME \\ & co'
    ana.rename(odd)
    run("--home", str(odd), "remind", "--with", "cron", "--install")
    *_, command = tools.table.read_text().split(" ", 5)

    done = subprocess.run(
        # The environment and the shell of crontab(5), and what it does to %.
        ["/bin/sh", "-c", command.replace(r"\%", "%")],
        env={
            "HOME": "/",
            "LOGNAME": "ana",
            "PATH": "/usr/bin:/bin",
            "SHELL": "/bin/sh",
            "PILLARPLAN_TODAY": today,
        },
        cwd="/",
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, said, "")


# Finding the program again


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """The program as pip, pipx or uv install it."""
    path = tmp_path / "bin" / "pillarplan"
    path.parent.mkdir()
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize(
    ("started", "found"),
    [
        ("{script}", "{script}"),
        ("bin/pillarplan", "{script}"),
        ("pillarplan", "{script}"),  # the shell found it on the PATH
        ("{script}/../link/pillarplan", None),
        ("src/pillarplan/__main__.py", None),  # python -m pillarplan
        ("-c", None),
    ],
)
def test_a_machine_starts_the_program_as_the_person_did(
    monkeypatch: pytest.MonkeyPatch, script: Path, started: str, found: str | None
) -> None:
    monkeypatch.setattr(sys, "argv", [started.format(script=script)])
    monkeypatch.setenv("PATH", str(script.parent))

    module = (sys.executable, "-m", "pillarplan")
    assert own_command(None, {}) == (
        (found.format(script=script),) if found else module
    )


def test_a_link_that_an_installer_keeps_is_not_followed(
    monkeypatch: pytest.MonkeyPatch, script: Path, tmp_path: Path
) -> None:
    link = tmp_path / "pillarplan"
    link.symlink_to(script)
    monkeypatch.setattr(sys, "argv", [str(link)])

    assert own_command(None, {}) == (str(link),)


def test_a_machine_uses_the_folders_of_the_person(
    monkeypatch: pytest.MonkeyPatch, script: Path, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "argv", [str(script)])
    environment = {"XDG_DATA_HOME": "/data", "XDG_STATE_HOME": "", "LANG": "de_DE"}

    assert own_command(None, environment) == (
        "/usr/bin/env",
        "XDG_DATA_HOME=/data",
        str(script),
    )
    assert own_command("mine", environment) == (
        str(script),
        "--home",
        str(tmp_path / "mine"),
    )
