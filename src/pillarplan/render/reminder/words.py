"""How we tell a person what their machine would run, or runs from now on."""

import textwrap

from pillarplan.domain.reminder import Outcome, Part, ReminderReport, Removal, Way
from pillarplan.domain.text import WEEKDAYS

WIDTH = 78

TOLD = {
    Way.CRON: "mails you",
    Way.SYSTEMD: "shows a notification",
    Way.LAUNCHD: "shows a notification",
    Way.WINDOWS: "shows a message",
}

NAMES = {
    Way.CRON: "cron",
    Way.SYSTEMD: "systemd",
    Way.LAUNCHD: "launchd",
    Way.WINDOWS: "the Task Scheduler",
}

BY_HAND = {
    Way.CRON: "add the line",
    Way.SYSTEMD: "once both files are there",
    Way.LAUNCHD: "once the file is there",
    Way.WINDOWS: "once this is in a file",
}


def shown_parts(parts: tuple[Part, ...]) -> str:
    """Return the texts that set a reminder up, each with its place if they are many."""
    if len(parts) == 1:
        return parts[0].text
    return "\n".join(f"# {part.place}\n{part.text}" for part in parts)


def advice(report: ReminderReport) -> str:
    """Return what would happen, and how to set it up."""
    begin = "This machine would use" if report.usual else "This is for"
    what = f"{begin} {NAMES[report.way]}: {_what(report)}."
    steps = (
        f"Set it up:\n  {_install(report)}",
        f"By hand, {BY_HAND[report.way]}:\n  {report.by_hand}",
    )
    return "\n".join([_filled(what), *map(_filled, report.notes), *steps])


def outcome(report: ReminderReport) -> str:
    """Return in one sentence what an installation did, and where."""
    is_new = report.outcome is Outcome.INSTALLED
    begin = "Set up" if is_new else "Nothing changed, as it was set up before"
    return _filled(f"{begin} in {report.place}: {_what(report)}.")


def removal(done: Removal) -> str:
    """Return in one sentence what was taken away, and from where."""
    if not done.removed:
        return "There is no reminder here, so there was nothing to take away."
    names = " and ".join(NAMES[way] for way in done.removed)
    return f"Took the reminder away: {names} will not remind you any more."


def _what(report: ReminderReport) -> str:
    reminder = report.reminder
    return (
        f"every {WEEKDAYS[reminder.weekday]} at {reminder.at:%H:%M} it looks whether "
        f"a check-in is due, and {TOLD[report.way]} only then"
    )


def _install(report: ReminderReport) -> str:
    """Return the command that sets up just this."""
    reminder = report.reminder
    options = [
        "" if report.usual else f" --with {report.way}",
        ""
        if reminder.weekday == 0
        else f" --on {WEEKDAYS[reminder.weekday][:3].lower()}",
        "" if reminder.at.isoformat() == "09:00:00" else f" --at {reminder.at:%H:%M}",
    ]
    return f"pillarplan remind{''.join(options)} --install"


def _filled(text: str) -> str:
    return textwrap.fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)
