"""Reminders: when they speak, and how each system gets one and loses it again."""

import os
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from pillarplan.domain.person.checkin import CheckIn
from pillarplan.domain.reports.reminder import Fate, Reminder, Removal, Way
from pillarplan.errors import PillarplanError
from pillarplan.render.look import Look
from pillarplan.render.reminder.agent import launch_agent
from pillarplan.render.reminder.crontab import crontab_line
from pillarplan.render.reminder.installation import outcome
from pillarplan.render.reminder.units import service_unit, timer_unit
from pillarplan.services.following.pausing import pause
from pillarplan.services.following.reminding import (
    OddNameError,
    due_notice,
    install_reminder,
    remove_reminder,
    show_reminder,
    usual_way,
)
from pillarplan.services.following.schedulers.machine import (
    ToolFailedError,
    ToolMissingError,
)
from pillarplan.services.following.weekly.checking_in import check_in
from tests.services.schedulers import CRONTAB, Tools, contents
from tests.worlds import MONDAY, On, plan, rate

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are for sh")


REMINDER = Reminder(weekday=0, at=time(9), command=("/bin/pillarplan", "remind"))
FRIDAY = Reminder(weekday=4, at=time(9), command=("/bin/pillarplan", "remind"))
ASKING = Reminder(weekday=0, at=time(9), command=("pillarplan", "remind", "--now"))
LATER = Reminder(weekday=0, at=time(10), command=("pillarplan", "remind", "--now"))


@pytest.fixture
def tools(tmp_path: Path) -> Tools:
    folder = tmp_path / "tools"
    folder.mkdir()
    return Tools(folder)


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


# When it speaks


def test_without_a_plan_nobody_is_reminded(on: On) -> None:
    assert not due_notice(on(MONDAY)).due

    rate(on(MONDAY), negotiation=1)

    assert not due_notice(on(day(28))).due


def test_in_a_pause_nobody_is_reminded(on: On) -> None:
    rate(on(MONDAY), negotiation=1)
    plan(on(MONDAY))
    pause(on(day(3)), day(30))

    assert [due_notice(on(day(number))).due for number in (7, 14, 28, 35)] == [
        *(False, False, False),
        True,
    ]


@pytest.mark.parametrize(
    ("checks_in_on", "reminded"),
    [(0, True), (1, True), (3, True), (4, False), (6, False)],
    ids=["Monday", "Tuesday", "Thursday", "Friday", "Sunday"],
)
def test_who_checks_in_after_a_reminder_is_reminded_a_week_later(
    on: On, checks_in_on: int, reminded: bool
) -> None:
    rate(on(MONDAY), negotiation=1)
    plan(on(MONDAY))
    check_in(on(day(7 + checks_in_on)), CheckIn(note="A week"))

    notice = due_notice(on(day(14)))

    assert notice.due is reminded
    assert notice.next.sentence.startswith("Begin ")


# Which way


@pytest.mark.parametrize(
    ("system", "systemd", "has", "way"),
    [
        ("linux", True, ("notify-send", "crontab"), Way.SYSTEMD),
        ("linux", True, ("crontab",), Way.CRON),
        ("linux", True, (), Way.SYSTEMD),
        ("linux", False, ("notify-send",), Way.CRON),
        ("freebsd14", False, ("crontab",), Way.CRON),
        ("darwin", False, ("crontab",), Way.LAUNCHD),
        ("win32", False, (), Way.WINDOWS),
    ],
)
def test_a_machine_uses_what_reaches_its_person_best(
    tools: Tools, system: str, systemd: bool, has: tuple[str, ...], way: Way
) -> None:
    for name in has:
        tools.add(name)

    assert usual_way(tools.machine(system, systemd=systemd)) is way


@pytest.mark.parametrize("way", Way)
def test_without_its_tool_a_way_is_refused_and_nothing_is_written(
    tools: Tools, way: Way
) -> None:
    with pytest.raises(ToolMissingError, match=r"There is no .* on this machine"):
        install_reminder(tools.machine(), REMINDER, way)

    assert contents(tools.folder) == contents(tools.machine().home) == {}
    assert remove_reminder(tools.machine(), None) == Removal(removed=())


@pytest.mark.parametrize("way", Way)
def test_a_name_that_no_form_can_hold_is_refused(tools: Tools, way: Way) -> None:
    odd = Reminder(weekday=0, at=time(9), command=("/a\nb",))

    for act in (show_reminder, install_reminder):
        with pytest.raises(OddNameError, match="control character"):
            act(tools.machine(), odd, way)


# cron


@pytest.mark.parametrize("before", [None, b"", b"# mine \xff\r\n\n0 0 * * * x \\%\n"])
def test_cron_gets_one_line_once_and_loses_it_again(
    tools: Tools, before: bytes | None
) -> None:
    tools.add("crontab", CRONTAB)
    if before is not None:
        tools.table.write_bytes(before)
    machine = tools.machine()

    outcomes = [install_reminder(machine, ASKING, Way.CRON).outcome for _ in "12"]

    line = f"{crontab_line(ASKING)}\n".encode()
    assert outcomes == [Fate.INSTALLED, Fate.UNCHANGED]
    assert tools.table.read_bytes() == (before or b"") + line

    install_reminder(machine, LATER, Way.CRON)

    line = f"{crontab_line(LATER)}\n".encode()
    assert tools.table.read_bytes() == (before or b"") + line

    assert remove_reminder(machine, None) == Removal(removed=(Way.CRON,))
    assert tools.table.read_bytes() == (before or b"")
    assert remove_reminder(machine, None) == Removal(removed=())


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ('[ "$1" = -l ] && exit 1', "it did not say why"),
        ('[ "$1" = -l ] && { echo "You may not." >&2; exit 1; }', "You may not."),
        ('[ "$1" = - ] && { echo "Disk full." >&2; exit 1; }', "Disk full."),
    ],
)
def test_a_crontab_that_fails_stays_as_it_is(
    tools: Tools, script: str, said: str
) -> None:
    tools.add("crontab", CRONTAB.replace("\ncase", f"\n{script}\ncase"))
    tools.table.write_text("# mine\n")

    with pytest.raises(ToolFailedError, match=f"nothing was changed: {said}"):
        install_reminder(tools.machine(), ASKING, Way.CRON)

    assert tools.table.read_text() == "# mine\n"


def test_cron_tells_if_its_mail_may_not_arrive(tools: Tools) -> None:
    machine = tools.machine()
    without = show_reminder(machine, ASKING, Way.CRON).notes
    tools.add("sendmail")

    assert without == (
        "This machine has no mail program, so cron's mail may not reach you; your "
        "shell can ask instead: pillarplan status --due",
    )
    assert show_reminder(machine, ASKING, Way.CRON).notes == ()


# systemd

UNITS = {
    ".config/systemd/user/pillarplan-checkin.service": service_unit(REMINDER),
    ".config/systemd/user/pillarplan-checkin.timer": timer_unit(REMINDER),
}


def test_systemd_gets_a_timer_once_and_loses_it_again(tools: Tools) -> None:
    tools.add("systemctl")
    machine = tools.machine()

    assert install_reminder(machine, REMINDER, Way.SYSTEMD).outcome is Fate.INSTALLED
    assert contents(machine.home) == UNITS
    assert tools.calls() == [
        "systemctl --user daemon-reload",
        "systemctl --user daemon-reload",
        "systemctl --user enable pillarplan-checkin.timer",
        "systemctl --user restart pillarplan-checkin.timer",
    ]

    assert install_reminder(machine, REMINDER, Way.SYSTEMD).outcome is Fate.UNCHANGED
    assert tools.calls() == ["systemctl --user is-active pillarplan-checkin.timer"]

    assert remove_reminder(machine, None) == Removal(removed=(Way.SYSTEMD,))
    assert contents(machine.home) == {}
    assert tools.calls() == [
        "systemctl --user disable --now pillarplan-checkin.timer",
        "systemctl --user daemon-reload",
    ]
    assert remove_reminder(machine, None) == Removal(removed=())


def test_a_timer_that_was_stopped_is_set_up_again(tools: Tools) -> None:
    tools.add("systemctl")
    install_reminder(tools.machine(), REMINDER, Way.SYSTEMD)
    tools.fail("is-active")

    again = install_reminder(tools.machine(), REMINDER, Way.SYSTEMD)

    assert again.outcome is Fate.INSTALLED


@pytest.mark.parametrize("failing", ["daemon-reload", "enable", "restart"])
def test_if_systemd_fails_the_units_are_as_before(tools: Tools, failing: str) -> None:
    tools.add("systemctl")
    tools.fail(failing)
    machine = tools.machine()

    with pytest.raises(ToolFailedError, match=r"nothing was changed: It is broken\."):
        install_reminder(machine, REMINDER, Way.SYSTEMD)

    assert contents(machine.home) == {}

    tools.fail()
    install_reminder(machine, REMINDER, Way.SYSTEMD)
    tools.fail(failing)
    with pytest.raises(ToolFailedError):
        install_reminder(machine, FRIDAY, Way.SYSTEMD)

    assert contents(machine.home) == UNITS


def test_units_go_where_the_settings_of_the_person_are(
    tools: Tools, tmp_path: Path
) -> None:
    machine = tools.machine()
    moved = type(machine)(
        **{**vars(machine), "environment": {"XDG_CONFIG_HOME": str(tmp_path / "x")}}
    )

    places = [part.place for part in show_reminder(moved, REMINDER, Way.SYSTEMD).parts]

    assert places == [
        f"{tmp_path}/x/systemd/user/pillarplan-checkin.service",
        f"{tmp_path}/x/systemd/user/pillarplan-checkin.timer",
    ]


# launchd

AGENT = {"Library/LaunchAgents/pillarplan.checkin.plist": launch_agent(REMINDER)}
BOOTSTRAP = (
    "launchctl bootstrap gui/501 {}/Library/LaunchAgents/pillarplan.checkin.plist"
)


def test_launchd_gets_an_agent_once_and_loses_it_again(tools: Tools) -> None:
    tools.add("launchctl")
    tools.fail("print")
    machine = tools.machine()

    assert install_reminder(machine, REMINDER, Way.LAUNCHD).outcome is Fate.INSTALLED
    assert contents(machine.home) == AGENT
    asked, loaded = tools.calls()
    assert asked == "launchctl print gui/501/pillarplan.checkin"
    assert loaded == BOOTSTRAP.format(machine.home)

    tools.fail()
    assert install_reminder(machine, REMINDER, Way.LAUNCHD).outcome is Fate.UNCHANGED
    assert tools.calls() == [asked]

    assert install_reminder(machine, FRIDAY, Way.LAUNCHD).outcome is Fate.INSTALLED
    assert tools.calls() == [
        asked,
        "launchctl bootout gui/501/pillarplan.checkin",
        loaded,
    ]

    assert remove_reminder(machine, None) == Removal(removed=(Way.LAUNCHD,))
    assert contents(machine.home) == {}

    tools.fail("print")
    assert remove_reminder(machine, None) == Removal(removed=())


def test_if_launchd_fails_there_is_no_agent(tools: Tools) -> None:
    tools.add("launchctl")
    tools.fail("print", "bootstrap")

    with pytest.raises(ToolFailedError, match=r"It is broken\."):
        install_reminder(tools.machine(), REMINDER, Way.LAUNCHD)

    assert contents(tools.machine().home) == {}


def test_a_folder_that_cannot_be_written_is_named(tools: Tools) -> None:
    tools.add("launchctl")
    tools.machine().home.write_text("in the way")

    with pytest.raises(PillarplanError, match=r"Library.*Nothing was changed"):
        install_reminder(tools.machine(), REMINDER, Way.LAUNCHD)


# Windows


def test_windows_gets_a_task_and_loses_it_again(tools: Tools) -> None:
    tools.add("schtasks")
    machine = tools.machine("win32")

    done = install_reminder(machine, REMINDER, Way.WINDOWS)

    assert done.outcome is Fate.INSTALLED
    (call,) = tools.calls()
    file = call.split(" /XML ")[1].removesuffix(" /F")
    assert call == f"schtasks /Create /TN pillarplan check-in /XML {file} /F"
    assert not Path(file).parent.exists()

    assert remove_reminder(machine, None) == Removal(removed=(Way.WINDOWS,))
    assert tools.calls() == [
        "schtasks /Query /TN pillarplan check-in",
        "schtasks /Delete /TN pillarplan check-in /F",
    ]

    tools.fail("Query")
    assert remove_reminder(machine, Way.WINDOWS) == Removal(removed=())


def test_if_the_task_scheduler_fails_it_is_told(tools: Tools) -> None:
    tools.add("schtasks")
    tools.fail("Create")

    with pytest.raises(ToolFailedError, match=r"schtasks failed.*It is broken\."):
        install_reminder(tools.machine("win32"), REMINDER, Way.WINDOWS)


# Another way than before


def test_another_way_takes_the_place_of_the_first(tools: Tools) -> None:
    tools.add("crontab", CRONTAB)
    tools.add("systemctl")
    machine = tools.machine()
    tools.table.write_text("# mine\n")
    install_reminder(machine, ASKING, Way.CRON)

    told = install_reminder(machine, REMINDER, Way.SYSTEMD)

    assert (told.replaced, told.doubtful) == ((Way.CRON,), ())
    assert tools.table.read_text() == "# mine\n"
    assert contents(machine.home) == UNITS

    back = install_reminder(machine, ASKING, Way.CRON)

    assert back.replaced == (Way.SYSTEMD,)
    assert contents(machine.home) == {}
    assert "pillarplan" in tools.table.read_text()


def test_a_first_way_that_does_not_let_go_is_named(tools: Tools) -> None:
    tools.add("crontab", CRONTAB)
    tools.add("systemctl")
    machine = tools.machine()
    install_reminder(machine, REMINDER, Way.SYSTEMD)
    tools.fail("disable")

    told = install_reminder(machine, ASKING, Way.CRON)

    assert (told.outcome, told.replaced) == (Fate.INSTALLED, ())
    assert told.doubtful == (Way.SYSTEMD,)
    assert outcome(told, Look(unicode=True)).endswith(
        "systemd did not answer. If it reminds you too:\n"
        "  pillarplan remind --with systemd --remove"
    )
