"""How we tell a person what their machine would run, or runs from now on."""

from collections.abc import Iterable

from pillarplan.domain.reports.reminder import (
    USUAL_TIME,
    Fate,
    ReminderPart,
    ReminderReport,
    Removal,
    Way,
)
from pillarplan.domain.text import WEEKDAYS, join_words, wrapped
from pillarplan.render.look import Look

WIDEST = 79
"""A sentence is no wider, however wide the terminal is."""

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


def shown_parts(parts: tuple[ReminderPart, ...]) -> str:
    """Return the texts that set a reminder up, each with its place if they are many."""
    if len(parts) == 1:
        return parts[0].text
    return "\n".join(f"# {part.place}\n{part.text}" for part in parts)


def advice(report: ReminderReport, look: Look) -> str:
    """Return what would happen, and how to set it up."""
    begin = "This machine would use" if report.usual else "This is for"
    what = f"{begin} {NAMES[report.way]}: {_what(report)}."
    steps = (
        f"Set it up:\n  {_install(report)}",
        f"By hand, {BY_HAND[report.way]}:\n  {report.by_hand}",
    )
    return "\n".join([_filled(what, look), *notes(report, look), *steps])


def outcome(report: ReminderReport, look: Look) -> str:
    """Return what an installation did, and where, in a sentence or two."""
    is_new = report.outcome is Fate.INSTALLED
    begin = "Set up" if is_new else "Nothing changed, as it was set up before"
    said = [f"{begin} in {report.place}: {_what(report)}."]
    if report.replaced:
        said.append(f"It is no longer in {_names(report.replaced)}.")
    lines = [_filled(each, look) for each in said]
    for way in report.doubtful:
        lines.append(f"{NAMES[way]} did not answer. If it reminds you too:")
        lines.append(f"  pillarplan remind --with {way} --remove")
    return "\n".join(lines)


def notes(report: ReminderReport, look: Look) -> list[str]:
    """Return what the person should know about this machine."""
    return [_filled(note, look) for note in report.notes]


def removal(done: Removal) -> str:
    """Return in one sentence what was taken away, and from where."""
    if not done.removed:
        return "There is no reminder here, so there was nothing to take away."
    names = _names(done.removed)
    return f"Took the reminder away: {names} will not remind you any more."


def _names(ways: Iterable[Way]) -> str:
    return join_words(NAMES[way] for way in ways)


def _what(report: ReminderReport) -> str:
    reminder = report.reminder
    return (
        f"every {WEEKDAYS[reminder.weekday]} at {reminder.at:%H:%M} it looks whether "
        f"a check-in is due, and {TOLD[report.way]} only then"
    )


def _install(report: ReminderReport) -> str:
    """Return the command that sets up just this."""
    reminder = report.reminder
    way = "" if report.usual else f"--with {report.way} "
    on = f"--on {WEEKDAYS[reminder.weekday][:3].lower()} "
    at = f"--at {reminder.at:%H:%M} "
    when = "" if (reminder.weekday, reminder.at) == USUAL_TIME else on + at
    return f"pillarplan remind {way}{when}--install"


def _filled(text: str, look: Look) -> str:
    return wrapped(text, min(look.width, WIDEST))
