"""The line of ``next --short``, remembered for as long as nothing changes.

A prompt asks again and again.  So the answer is kept in the cache folder, together with
a stamp of all that it depends on: the day, the version of the program, and name, size
and time of the journal's files.  While the stamp is the same, neither the journal nor
the models are loaded.  A command that changes the journal leaves the new answer behind,
so the prompt after it need not read either.
"""

from datetime import date
from typing import TYPE_CHECKING

from pillarplan import __version__
from pillarplan.cli.input.folders import Folders
from pillarplan.journal.fingerprint import stamp

if TYPE_CHECKING:
    from pillarplan.services.workspace import Workspace

FILE = "next-short.txt"


def leave_line(
    folders: Folders, today: date, mark: str, workspace: "Workspace"
) -> tuple[int, str]:
    """Remember what the next prompt shows; return its exit code and its line.

    The `mark` is a stamp of the journal that `workspace` tells, or an older one: then
    the prompt looks again.  So the line is never too old, but for an end that another
    knowledge base would not say: that is asked anew on the next day.
    """
    from contextlib import suppress

    from pillarplan.errors import NothingYetError
    from pillarplan.files import make_private, write_atomically
    from pillarplan.render.lines.next_action import next_line
    from pillarplan.services.following.whats_next import whats_next

    action = whats_next(workspace)
    code = 0 if action.is_ready else NothingYetError.exit_code
    line = next_line(action, today)
    text = f"{_state(mark, today)}\n{code}\n{line}\n"
    with suppress(OSError):
        make_private(folders.cache)
        write_atomically(folders.cache / FILE, text.encode())
    return code, line


def remembered_line(folders: Folders, today: date) -> tuple[int, str] | None:
    """Return exit code and line if they were remembered for the same state."""
    try:
        with open(folders.cache / FILE, encoding="utf-8") as stream:  # noqa: PTH123  # faster
            remembered, code, line = stream.read().split("\n")[:3]
    except (OSError, ValueError):
        return None
    fits = code.isdecimal() and remembered == _state(mark_of(folders), today)
    return (int(code), line) if fits else None


def mark_of(folders: Folders) -> str:
    """Return the stamp of the journal as its files are now."""
    return stamp(str(folders.data))


def _state(mark: str, today: date) -> str:
    return f"{__version__} {today} {mark}".replace("\n", " ")
