"""A kind of event: one row that says its name, its words and its effect.

The rows stand in `pillarplan.journal.meaning.kinds`, each beside the function by which
services tell that it happened.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from pillarplan.domain.record import to_record
from pillarplan.journal.meaning.clean import clean
from pillarplan.journal.meaning.telling import Telling

Data = Mapping[str, Any]
"""What an event says, as plain data."""

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

    def change(self, said: Any) -> Change:
        """Return the change that says this; texts in it are cleaned."""
        return Change(self.name, clean(to_record(said)))

    def tell(self, draft: Telling, data: Data) -> None:
        """Do to `draft` what an event of this kind with this data says."""
        self.effect(draft, data if self.is_bulky else clean(data))
