"""The plan as a calendar: in one file, or in a folder that calendar programs share."""

from dataclasses import dataclass
from datetime import time
from pathlib import Path

from pillarplan.errors import PillarplanError
from pillarplan.files import write_atomically
from pillarplan.render.calendar.ical import calendar, files, is_ours
from pillarplan.services.handing_over.exporting import pack
from pillarplan.services.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Refreshed:
    """What changed in a calendar folder."""

    written: int
    removed: int
    kept: int
    """Files that were right already."""


def export_ical(workspace: Workspace, *, todos: bool, remind_at: time | None) -> str:
    """Return the adopted roadmap as one calendar."""
    return calendar(pack(workspace), todos=todos, remind_at=remind_at)


def refresh_vdir(
    workspace: Workspace, folder: Path, *, todos: bool, remind_at: time | None
) -> Refreshed:
    """Make the calendar folder hold the adopted roadmap, each event in its own file.

    Files that an earlier plan left there are removed; those of others are not touched.
    """
    wanted = files(pack(workspace), todos=todos, remind_at=remind_at)
    try:
        return _refresh(folder, {name: text.encode() for name, text in wanted.items()})
    except OSError as error:
        raise PillarplanError(
            f"{error.filename or folder}: {error.strerror}. The folder may hold a part "
            "of the plan; the same command completes it."
        ) from None


def _refresh(folder: Path, wanted: dict[str, bytes]) -> Refreshed:
    folder.mkdir(parents=True, exist_ok=True)
    there = {path.name: path.read_bytes() for path in folder.glob("*.ics")}
    changed = {
        name: content for name, content in wanted.items() if there.get(name) != content
    }
    stale = [
        name
        for name, content in there.items()
        if name not in wanted and is_ours(name, content)
    ]
    for name, content in changed.items():
        write_atomically(folder / name, content)
    for name in stale:
        (folder / name).unlink()
    return Refreshed(
        written=len(changed), removed=len(stale), kept=len(wanted) - len(changed)
    )
