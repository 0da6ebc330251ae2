"""A reminder as one line of a crontab, and crontabs with and without it."""

import re
import shlex

from pillarplan.domain.reports.reminder import Reminder

MARK = "# pillarplan: weekly check-in"
"""A comment of the shell at the end of our line, by which we know it again."""

ENDED = f"{MARK}, and the end of the line before"
"""The mark where the last line of the table had no end, so that it can be given back as
it was: without one."""

OURS = re.compile(
    r"\s*\d+ \d+ \* \* \d .*pillarplan.* remind --now.* "
    rf"(?P<mark>{re.escape(MARK)}|{re.escape(ENDED)})\s*"
)
"""A line of ours, also one whose time somebody changed; not one that is commented out,
nor another program's."""


def crontab_line(reminder: Reminder) -> str:
    """Return the line that runs a reminder once a week, without its end."""
    command = " ".join(_quoted(word) for word in reminder.command)
    # crontab(5): minute, hour, day of the month, month, day of the week; 1 is Monday
    # and 0 Sunday everywhere, 7 only in some.
    weekday = (reminder.weekday + 1) % 7
    at = f"{reminder.at.minute} {reminder.at.hour} * * {weekday}"
    return f"{at} {command} {MARK}"


def _quoted(word: str) -> str:
    r"""Return a word as both cron and the shell, which read it in turn, understand it.

    crontab(5): "Percent-signs (%) in the command, unless escaped with backslash (\),
    will be changed into newline characters".  Some crons make one of two backslashes,
    others leave them: so none may follow another here, nor stand before our escapes.
    """
    return shlex.quote(word).replace("\\", "\\''").replace("%", r"\%")


def with_reminder(table: str, line: str) -> str:
    """Return a crontab with our line in it once; all other lines stay as they are."""
    lines = _lines(table)
    ours = [place for place, each in enumerate(lines) if _mark_of(each)]
    if not ours:
        if not table or table.endswith("\n"):
            return f"{table}{line}\n"
        return f"{table}\n{_ending(line)}\n"
    is_ending = _mark_of(lines[ours[0]]) == ENDED
    lines[ours[0]] = f"{_ending(line) if is_ending else line}\n"
    return "".join(each for place, each in enumerate(lines) if place not in ours[1:])


def without_reminder(table: str) -> str:
    """Return a crontab without our line; all other lines stay as they are."""
    lines = _lines(table)
    rest = "".join(each for each in lines if not _mark_of(each))
    was_open = bool(lines) and _mark_of(lines[-1]) == ENDED
    return rest.removesuffix("\n") if was_open else rest


def _ending(line: str) -> str:
    return f"{line.removesuffix(MARK)}{ENDED}"


def _mark_of(line: str) -> str | None:
    """Return the mark of a line of ours; None of all others."""
    found = OURS.fullmatch(line)
    return found["mark"] if found else None


def _lines(table: str) -> list[str]:
    """Split a crontab where cron does, and nowhere else; lines keep their ends."""
    return re.findall(r"[^\n]*\n|[^\n]+", table)
