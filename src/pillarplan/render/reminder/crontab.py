"""A reminder as one line of a crontab, and crontabs with and without it."""

import re
import shlex

from pillarplan.domain.reports.reminder import Reminder

MARK = "# pillarplan: weekly check-in"
"""A comment of the shell at the end of our line, by which we know it again."""


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
    ours = [place for place, each in enumerate(lines) if _is_ours(each)]
    if not ours:
        end = "" if not table or table.endswith("\n") else "\n"
        return f"{table}{end}{line}\n"
    lines[ours[0]] = f"{line}\n"
    return "".join(each for place, each in enumerate(lines) if place not in ours[1:])


def without_reminder(table: str) -> str:
    """Return a crontab without our line; all other lines stay as they are."""
    return "".join(each for each in _lines(table) if not _is_ours(each))


def _lines(table: str) -> list[str]:
    """Split a crontab where cron does, and nowhere else; lines keep their ends."""
    return re.findall(r"[^\n]*\n|[^\n]+", table)


def _is_ours(line: str) -> bool:
    return line.rstrip().endswith(MARK) and " remind --now" in line
