"""Facts of which the newest day counts, whenever they were told."""

from collections.abc import Iterator
from datetime import date
from typing import Generic, TypeVar

Fact = TypeVar("Fact")


class Newest(Generic[Fact]):
    """The newest word on each of several things; None says that there is none."""

    def __init__(self) -> None:
        self._said: dict[str, tuple[date, Fact | None]] = {}

    def say(self, about: str, fact: Fact | None, on: date | None) -> None:
        """Take in what was said of a day; within a day, what was recorded last counts.

        Earlier versions kept no day: such a word is as new as the newest before it.
        """
        newest, _ = self._said.get(about, (date.min, None))
        if on is None or on >= newest:
            self._said[about] = (on or newest, fact)

    def words(self) -> Iterator[tuple[str, date, Fact | None]]:
        """Yield about what the newest word was said, of which day, and what."""
        for about, (on, fact) in self._said.items():
            yield about, on, fact

    def denied(self) -> frozenset[str]:
        """Return about what the newest word says that there is none."""
        said = self._said.items()
        return frozenset(about for about, (_, fact) in said if fact is None)

    def facts(self) -> dict[str, Fact]:
        """Return what counts, by what it is about."""
        return {
            about: fact for about, (_, fact) in self._said.items() if fact is not None
        }
