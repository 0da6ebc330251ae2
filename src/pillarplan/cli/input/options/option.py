"""One row of the option table, from which all that knows of an option is made."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal

from pillarplan.domain.dataclass import dataclass

NameKind = Literal[
    "role",
    "contexts",
    "skill",
    "skill=value",
    "skill=level",
    "item",
    "item=value",
    "planned item",
    "day",
    "breaks",
]


def variable(setting: str) -> str:
    """Return the environment variable that means the same as a setting."""
    return f"PILLARPLAN_{setting.upper().replace('-', '_')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """An option of a command, its twin among the settings, and what it asks for."""

    name: str
    """On the command line, without the dashes, and in the config file."""
    metavar: str
    help: str
    wish: str
    """The field of `Wishes` that it fills, or of `CheckIn`."""
    read: Callable[[Any, str], Any]
    """Turns what was stated (a text, or a list of them) into the wish.

    Raises UsageError, which names the option, if that does not fit.
    """
    names: NameKind | None = None
    """What its values name, in whatever way people type it."""
    many: bool = False
    """It may be given again and again."""
    switch: bool = False
    """It stands alone on the command line, and ``--no-`` before it takes it back."""
    blank: bool = False
    """An empty text means something; else it means that nothing was stated."""
    default: str | None = None
    """What the setting is if nobody says; None for an option that is no setting."""
    meaning: str = ""
    """What the setting is called in lists; empty where that is the help."""

    @property
    def flag(self) -> str:
        """The option as one types it."""
        return f"--{self.name}"

    @property
    def variable(self) -> str | None:
        """The environment variable that means the same, if it is a setting."""
        return None if self.default is None else variable(self.name)


def read_wishes(rows: Iterable[Option], stated: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was asked for, by field that it fills; `stated` is by option."""
    return {
        row.wish: row.read(stated[row.name], row.flag)
        for row in rows
        if stated[row.name] or (row.blank and stated[row.name] is not None)
    }
