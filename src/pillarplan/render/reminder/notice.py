"""What a reminder says, and the programs that show it on a desktop."""

import html
import re

from pillarplan.domain.reports.reminder import Notice, Way
from pillarplan.render.lines.cues import cue_lines

TITLE = "Time for your weekly check-in"
COMMAND = "pillarplan checkin"

APPLESCRIPT = (
    "on run {title, message}",
    "display notification message with title title",
    "end run",
)

POPUP = "(New-Object -ComObject WScript.Shell).Popup({message}, 0, {title}, 4160)"
"""It stays until it is closed (0), with the sign for information, before the rest."""


def notice_lines(notice: Notice) -> str:
    """Return the reminder as lines, for a mail or a terminal."""
    return f"{TITLE}: {COMMAND}\n{_next(notice)}\n"


def notifier(way: Way, notice: Notice) -> tuple[str, ...]:
    """Return the program and arguments that show a reminder; none for cron's mails."""
    message = f"{_next(notice)}\n{COMMAND}"
    if way is Way.SYSTEMD:
        # Desktop Notifications Specification: the body may hold a little markup.
        body = html.escape(message, quote=False)
        return ("notify-send", "--app-name=pillarplan", "--", TITLE, body)
    if way is Way.LAUNCHD:
        # osascript(1): what follows the script is handed to it, and needs no quotes.
        script = [part for line in APPLESCRIPT for part in ("-e", line)]
        return ("osascript", *script, TITLE, message)
    if way is Way.WINDOWS:
        popup = POPUP.format(message=_literal(message), title=_literal(TITLE))
        return ("powershell", "-NoProfile", "-NonInteractive", "-Command", popup)
    return ()


def _next(notice: Notice) -> str:
    lines = (f"Next: {notice.next.sentence}", *cue_lines(notice.next.cues))
    return "\n".join(lines)


def _literal(text: str) -> str:
    """Return a text as PowerShell writes it, where nothing in it means anything.

    about_Quoting_Rules: two quotes are one, and curly ones are quotes as well.
    """
    return "'" + re.sub("(['\u2018-\u201b])", r"\1\1", text) + "'"
