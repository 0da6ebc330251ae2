"""A kind of event: one row that says its name, its words and its effect.

The rows stand in `pillarplan.journal.meaning.kinds`, each beside the function by which
services tell that it happened.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from pillarplan.domain.record import read_day, to_record
from pillarplan.journal.meaning.clean import clean
from pillarplan.journal.meaning.telling import Telling

Data = Mapping[str, Any]
"""What an event says, as plain data."""


class _Nothing:
    """How words say that there is none, or that something does not apply."""

    def __str__(self) -> str:
        return "n/a"

    def __getitem__(self, key: str) -> "_Nothing":
        return self


Effect = Callable[[Telling, Data], None]
"""Changes what is told so far, or raises one of `DOES_NOT_FIT` for odd data."""


class Change(NamedTuple):
    """One thing that a command wants to have recorded."""

    type: str
    data: Data


class Kind(NamedTuple):
    """What all events of one kind have in common."""

    name: str
    """How the log calls it; never changed, since old logs hold it."""
    one: str
    """How people call one such event."""
    several: str
    """How they call more of them."""
    effect: Effect
    """What it does to a profile."""
    is_bulky: bool = False
    """Whether its effect only keeps the data, which is cleaned where it is needed."""
    day: str | None = None
    """Under which key it says the day that it is about; None if it says none."""
    says: str | Callable[[Data], str] | None = None
    """What one such event says, with its keys in braces, or how to find that; None if
    people told nothing that they could want to take back alone."""

    def change(self, said: Any) -> Change:
        """Return the change that says this; texts in it are cleaned."""
        return Change(self.name, clean(to_record(said)))

    def day_in(self, data: Data) -> date | None:
        """Return the day that an event of this kind is about, if it says one."""
        stated = None if self.day is None else data.get(self.day)
        return None if stated is None else read_day(stated)

    def words(self, data: Data) -> str:
        """Return what an event says; raise one of `DOES_NOT_FIT` if it is odd."""
        said = clean(data)
        known = {key: _in_words(each) for key, each in said.items()}
        says = self.says(said) if callable(self.says) else self.says or ""
        return says.format_map(known)

    def tell(self, draft: Telling, data: Data) -> None:
        """Do to `draft` what an event of this kind with this data says."""
        self.effect(draft, data if self.is_bulky else clean(data))


def _in_words(value: Any) -> Any:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return _Nothing() if value is None else value
