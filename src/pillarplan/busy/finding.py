"""Finding calendar files, and telling which one is broken."""

from collections.abc import Iterable
from pathlib import Path

from pillarplan.domain.text import file_name, one_line
from pillarplan.errors import InvalidInputError

NEXT_STEP = (
    "Mend it, or export it again. To plan without it, name the others after --busy; "
    "without any: pillarplan plan --busy none"
)


class BrokenCalendarError(InvalidInputError):
    """A calendar file does not say when one is busy."""

    kind = "broken-calendar"

    def __init__(self, path: Path, line: int, what: str) -> None:
        where = f"{file_name(path)}, line {line}" if line else file_name(path)
        # Parts of a file may stand in it.
        super().__init__(f"{where}: {one_line(what, 200)}.\n{NEXT_STEP}")


def find_files(paths: Iterable[Path]) -> list[Path]:
    """Return the calendar files among some paths, and in the folders among them.

    Raises BrokenCalendarError for a path that is not there, and for a folder without
    any: no file must not look like no meeting.
    """
    files: list[Path] = []
    for path in paths:
        found = sorted(path.rglob("*.ics")) if path.is_dir() else [path]
        found = [each for each in found if each.is_file()]
        if not found:
            is_folder = path.is_dir()
            what = (
                "there is no .ics file in it" if is_folder else "there is no such file"
            )
            raise BrokenCalendarError(path, 0, what)
        files += found
    return list(dict.fromkeys(files))
