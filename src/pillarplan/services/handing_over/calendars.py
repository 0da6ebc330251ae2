"""The plan as a calendar: in one file, or in a folder that calendar programs share."""

from datetime import time
from pathlib import Path

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.reports.almanac import Almanac
from pillarplan.domain.text import file_name
from pillarplan.errors import PillarplanError
from pillarplan.files import write_atomically
from pillarplan.render.calendar.ical import (
    calendar,
    files,
    is_ours,
    kept_names,
    once_called,
)
from pillarplan.services.handing_over.almanac import make_almanac, once_editions
from pillarplan.services.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarText:
    """A calendar as a text."""

    text: str
    lasts_all_day: bool
    """The plan says of no session at what time it begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refreshed:
    """What changed in a calendar folder."""

    written: int
    removed: int
    kept: int
    """Files that were right already."""
    lasts_all_day: bool
    """The plan says of no session at what time it begins."""


def export_ical(
    workspace: Workspace, *, todos: bool, remind_at: time | None
) -> CalendarText:
    """Return the adopted roadmap as one calendar."""
    almanac = make_almanac(workspace)
    return CalendarText(
        text=calendar(almanac, todos=todos, remind_at=remind_at),
        lasts_all_day=_lasts_all_day(almanac),
    )


def refresh_vdir(
    workspace: Workspace, folder: Path, *, todos: bool, remind_at: time | None
) -> Refreshed:
    """Make the calendar folder hold the adopted roadmap, each event in its own file.

    Files that an earlier plan of this record left there are removed, but for sessions
    that are over; those of others are not touched.
    """
    almanac = make_almanac(workspace)
    wanted = {
        name: text.encode()
        for name, text in files(almanac, todos=todos, remind_at=remind_at).items()
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        held = (path for path in folder.glob("*.ics") if path.is_file())
        there = {path.name: path.read_bytes() for path in held}
        rest = {name: there[name] for name in there.keys() - wanted.keys()}
        stale = _stale(workspace, almanac, rest)
        changed = [name for name in wanted if there.get(name) != wanted[name]]
        for name in changed:
            write_atomically(folder / name, wanted[name])
        for name in stale:
            (folder / name).unlink()
    except OSError as error:
        raise PillarplanError(
            f"{file_name(error.filename or folder)}: {error.strerror}. The folder may "
            "hold a part of the plan; the same command completes it."
        ) from None
    return Refreshed(
        written=len(changed),
        removed=len(stale),
        kept=len(wanted) - len(changed),
        lasts_all_day=_lasts_all_day(almanac),
    )


def _stale(
    workspace: Workspace, almanac: Almanac, there: dict[str, bytes]
) -> list[str]:
    """Return the files that the plan has no more: ours, and not of what is over."""
    if not there:
        return []
    once = once_called(almanac, once_editions(workspace))
    kept = kept_names(almanac)
    return [
        name
        for name, content in there.items()
        if name not in kept and is_ours(name, content, almanac, once)
    ]


def _lasts_all_day(almanac: Almanac) -> bool:
    return all(each.session.at is None for each in almanac.now.sessions)
