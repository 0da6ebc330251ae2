"""Where a knowledge base begins: the entry file of a folder, of a file, or our own."""

from pathlib import Path

from pillarplan.domain.text import file_name, one_line
from pillarplan.errors import InvalidInputError

ENTRY_NAMES = ("base.yaml", "base.yml", "base.json", "pillars.yaml")
"""What the entry file of a folder is called; the first that is there counts."""


NO_BASE = (
    "Check the path (see: pillarplan config show), or go back to the built-in base: "
    "pillarplan config unset base"
)
"""What to do where there is none."""


class NoBaseError(InvalidInputError):
    """There is no knowledge base where the person says that there is one."""

    kind = "unreadable-base"

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(
            f"Cannot read the knowledge base {file_name(path)}: {reason}. {NO_BASE}"
        )


def find_entry(stated: Path) -> Path:
    """Return the entry file of a knowledge base that is called by its file or folder.

    Raises NoBaseError if there is none.
    """
    try:
        if not stated.is_dir():
            if stated.exists():
                return stated
            raise NoBaseError(stated, "there is no such file or folder")
        for name in ENTRY_NAMES:
            if (entry := stated / name).is_file():
                return entry
    except (OSError, ValueError) as error:  # a name too long, a NUL, not allowed
        raise NoBaseError(
            stated, getattr(error, "strerror", None) or str(error)
        ) from None
    names = ", ".join(ENTRY_NAMES)
    raise NoBaseError(stated, f"the folder holds none of {names}; name the file itself")


def called(entry: Path) -> str:
    """Return what a base is called whose entry file says no title."""
    path = entry.absolute()
    usual = path.name in ENTRY_NAMES
    return one_line(path.parent.name if usual else path.stem, 100) or "Knowledge base"


def bundled_path() -> Path:
    """Return the entry file of the built-in knowledge base.

    A wheel carries it inside the package.  A source checkout, and therefore an
    editable install, has it at the root of the repository.
    """
    package = Path(__file__).parents[2]
    packaged = package / "data" / "pillars.yaml"
    if packaged.is_file():
        return packaged
    return package.parents[1] / "data" / "pillars.yaml"
