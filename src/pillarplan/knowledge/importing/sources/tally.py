"""What was left out of a source, and why: counted, with the first few of each kind."""

from pillarplan.domain.importing.outcome import Omission, Why
from pillarplan.domain.text import one_line

SHOWN = 3
"""How many examples of each kind are kept."""

LONGEST_EXAMPLE = 60
"""In characters."""


class Tally:
    """Counts what is left out, by the reason."""

    def __init__(self) -> None:
        self._counts: dict[Why, int] = {}
        self._examples: dict[Why, dict[str, None]] = {}

    def add(self, why: Why, example: str = "", count: int = 1) -> None:
        """Count something that is left out."""
        if not count:
            return
        self._counts[why] = self._counts.get(why, 0) + count
        shown = self._examples.setdefault(why, {})
        if example and len(shown) < SHOWN:
            shown[one_line(example, LONGEST_EXAMPLE)] = None

    def told(self) -> tuple[Omission, ...]:
        """Return all of it, in the order of the reasons."""
        return tuple(
            Omission(why=why, count=count, examples=tuple(self._examples[why]))
            for why in Why
            if (count := self._counts.get(why))
        )
