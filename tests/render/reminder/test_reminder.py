"""A reminder in its four native forms: files that stay as they are, and laws."""

import plistlib
import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.reports.reminder import Reminder
from pillarplan.domain.text import WEEKDAYS, is_safe
from pillarplan.render.reminder.agent import launch_agent
from pillarplan.render.reminder.crontab import (
    MARK,
    crontab_line,
    with_reminder,
    without_reminder,
)
from pillarplan.render.reminder.task import task_xml
from pillarplan.render.reminder.units import service_unit, timer_unit
from tests.program import CheckGolden

ODD = '/home/ana/50% of $HOME\'s "my\\plans" & <more>/ünï'

REMINDER = Reminder(
    weekday=0,
    at=time(9),
    command=("/opt/my tools/pillarplan", "--home", ODD, "remind", "--now"),
)

FORMS: dict[str, Callable[[Reminder], str]] = {
    "crontab": crontab_line,
    "service": service_unit,
    "timer": timer_unit,
    "plist": launch_agent,
    "xml": task_xml,
}

words = st.text(st.characters().filter(is_safe), max_size=20)
programs = words.map(lambda word: f"/{word}")
commands = st.builds(lambda program, rest: (program, *rest), programs, st.lists(words))


def reminder(*command: str, weekday: int = 0, at: time = time(9)) -> Reminder:
    return Reminder(weekday=weekday, at=at, command=command)


@pytest.mark.parametrize("form", FORMS)
def test_a_reminder_has_a_form_for_each_system(
    form: str, check_golden: CheckGolden
) -> None:
    check_golden(f"render/reminder.{form}", FORMS[form](REMINDER))


# cron


def command_of(line: str) -> str:
    """The sixth field of a crontab's line."""
    return line.split(" ", 5)[5]


def handed_to_shell(command: str, escapes: str) -> str:
    """What cron makes of a command: a backslash is taken from before `escapes`."""
    assert "%" not in re.sub(r"\\.", "", command)  # or it would end here
    return re.sub(rf"\\([{re.escape(escapes)}])", r"\1", command)


@pytest.mark.parametrize("escapes", ["%", "%\\"], ids=["Debian", "Vixie"])
@given(words=st.lists(words))
def test_the_shell_of_cron_reads_the_words_of_the_command(
    escapes: str, words: list[str]
) -> None:
    line = crontab_line(reminder("/usr/bin/printf", r"%s\0", "", *words))

    command = handed_to_shell(command_of(line), escapes)

    read = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=True)
    assert read.stdout.decode() == "\0".join(["", *words, ""])
    assert "\n" not in line


def test_the_days_of_cron_begin_with_sunday() -> None:
    lines = [crontab_line(reminder("x", weekday=day, at=time(7, 5))) for day in (0, 6)]

    assert [line.partition(" x ")[0] for line in lines] == ["5 7 * * 1", "5 7 * * 0"]


OURS = crontab_line(reminder("pillarplan", "remind", "--now", weekday=4))
NEW = crontab_line(reminder("pillarplan", "remind", "--now", weekday=1))

tables = st.lists(
    st.sampled_from(
        ["", "# mine", "MAILTO=ana", "0 0 * * * x\x0c\u2028y", "\udcff\r", MARK]
    )
).map(lambda lines: "".join(f"{line}\n" for line in lines))


@given(above=tables, below=tables, times=st.integers(0, 3))
def test_other_lines_of_a_crontab_stay_and_ours_is_there_once(
    above: str, below: str, times: int
) -> None:
    table = above + f"{OURS}\n" * times + below

    new = with_reminder(table, NEW)

    assert new == (f"{above}{NEW}\n{below}" if times else f"{above}{below}{NEW}\n")
    assert with_reminder(new, NEW) == new
    assert without_reminder(new) == without_reminder(table) == above + below


def test_a_last_line_gets_an_end_and_loses_it_again() -> None:
    table = with_reminder("# mine", OURS)

    assert table.startswith(f"# mine\n{OURS}")
    assert with_reminder(table, OURS) == table
    assert without_reminder(with_reminder(table, NEW)) == "# mine"
    assert without_reminder(f"{table}# later\n") == "# mine\n# later\n"
    assert with_reminder(OURS, NEW) == f"{NEW}\n"


@pytest.mark.parametrize(
    "foreign",
    [
        f"#{OURS}",
        f"# {OURS}",
        f"0 9 * * 1 backup remind --now {MARK}",
        f"@weekly pillarplan remind --now {MARK}",
        f"0 9 * * 1 echo done {MARK}",
        f"{OURS} and more",
    ],
)
def test_a_line_that_is_not_ours_stays_whatever_it_ends_with(foreign: str) -> None:
    table = f"{foreign}\n"

    assert with_reminder(table, NEW) == f"{foreign}\n{NEW}\n"
    assert without_reminder(with_reminder(table, NEW)) == table


@given(table=st.text("ab\n\r\x0b# ", max_size=20))
def test_a_crontab_is_given_back_byte_for_byte(table: str) -> None:
    assert without_reminder(with_reminder(table, OURS)) == table


# systemd


def read_as_systemd(line: str) -> list[str]:
    """Take a command line apart by the rules of systemd.syntax(7)."""
    found = re.findall(r'"((?:[^"\\]|\\.)*)"|([^ "]+)', line.removeprefix("ExecStart="))
    read = [re.sub(r"\\(.)", r"\1", quoted) or bare for quoted, bare in found]
    assert not re.search(r"(?<!%)%(%%)*(?!%)", line)
    return [word.replace("%%", "%") for word in read]


@given(command=commands)
def test_systemd_reads_the_words_of_the_command(command: tuple[str, ...]) -> None:
    unit = service_unit(reminder(*command))

    (line,) = re.findall(r"^ExecStart=.*$", unit, re.MULTILINE)
    program, *arguments = read_as_systemd(line)
    assert not re.search(r"(?<!\$)\$(\$\$)*(?!\$)", "\n".join(arguments))
    read = (program, *(word.replace("$$", "$") for word in arguments))

    by_shell = ("/bin/sh", "-c", 'exec "$0" "$@"')
    odd = re.search(r"['\"\\]", command[0])
    assert read == (*(by_shell if odd else ()), *command)


@pytest.mark.skipif(
    shutil.which("systemd-analyze") is None, reason="systemd is not installed"
)
@pytest.mark.parametrize("name", ["O'Brien \"\\n", "50% of $HOME & ; ü", "plain"])
def test_systemd_has_nothing_against_the_units(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    program = folder / "pillarplan"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    odd = reminder(str(program), ODD, ";", "%n", "$HOME", "", weekday=2)
    (tmp_path / "checkin.service").write_text(service_unit(odd))
    (tmp_path / "checkin.timer").write_text(timer_unit(odd))

    done = subprocess.run(
        ["systemd-analyze", "verify", "--user", "--man=no", tmp_path / "checkin.timer"],
        env={"PATH": "/usr/bin:/bin", "HOME": "/", "XDG_RUNTIME_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


@pytest.mark.skipif(
    shutil.which("systemd-analyze") is None, reason="systemd is not installed"
)
@pytest.mark.parametrize("weekday", range(7))
def test_the_calendar_of_systemd_means_the_same_day_and_time(weekday: int) -> None:
    unit = timer_unit(reminder("x", weekday=weekday, at=time(16, 30)))
    (event,) = re.findall(r"^OnCalendar=(.*)$", unit, re.MULTILINE)

    told = subprocess.run(
        ["systemd-analyze", "calendar", event],
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    (day, at) = re.findall(r"Next elapse: (\w+) \S+ (\S+)", told)[0]
    assert (day, at) == (WEEKDAYS[weekday][:3], "16:30:00")


# launchd


@given(command=commands, weekday=st.integers(0, 6), at=st.times())
def test_launchd_reads_the_words_of_the_command(
    command: tuple[str, ...], weekday: int, at: time
) -> None:
    agent = plistlib.loads(
        launch_agent(reminder(*command, weekday=weekday, at=at)).encode()
    )

    assert agent == {
        "Label": "pillarplan.checkin",
        "ProgramArguments": list(command),
        "StartCalendarInterval": {
            "Weekday": (weekday + 1) % 7,
            "Hour": at.hour,
            "Minute": at.minute,
        },
    }


# Windows

TASK = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"


def split_as_windows(line: str) -> list[str]:
    """Take a line apart by the rules of CommandLineToArgvW.

    2n backslashes before a quote are n, and the quote counts; one more and it is a
    letter; any other backslash is one.
    """
    words: list[str] = []
    word, quoted, begun = "", False, False
    for slashes, sign in re.findall(r'(\\*)(["\t ]|[^"\\\t ]+|$)', line):
        if sign == '"':
            word += "\\" * (len(slashes) // 2)
            if len(slashes) % 2:
                word += '"'
            else:
                quoted = not quoted
            begun = True
        elif sign in {" ", "\t"} and not quoted:
            word += slashes
            if begun or word:
                words.append(word)
            word, begun = "", False
        else:
            word += slashes + sign
    return [*words, word] if begun or word else words


@given(command=commands)
def test_windows_reads_the_words_of_the_command(command: tuple[str, ...]) -> None:
    text = task_xml(reminder(*command))

    root = ElementTree.fromstring(text)
    program = root.findtext(f".//{TASK}Command")
    arguments = root.findtext(f".//{TASK}Arguments")

    assert program == command[0]
    assert arguments is not None
    assert split_as_windows(arguments) == list(command[1:])
    assert text.isascii()


@pytest.mark.parametrize("weekday", range(7))
def test_a_task_begins_on_the_day_that_it_names(weekday: int) -> None:
    root = ElementTree.fromstring(task_xml(reminder("x", weekday=weekday)))

    (day,) = root.findall(f".//{TASK}DaysOfWeek/*")
    begins = date.fromisoformat((root.findtext(f".//{TASK}StartBoundary") or "")[:10])

    assert day.tag == TASK + WEEKDAYS[weekday]
    assert begins.weekday() == weekday
