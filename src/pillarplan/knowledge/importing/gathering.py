"""What gathers one sort of thing from the entries of a source, file after file."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import Any, ClassVar

from pillarplan.knowledge.importing.ids import Ids
from pillarplan.knowledge.importing.sources.errors import UnfitSourceError
from pillarplan.knowledge.importing.sources.places import SourceEntry
from pillarplan.knowledge.importing.sources.tally import Tally
from pillarplan.knowledge.importing.words import Called, Words


class Gathering(ABC):
    """Gathers things of which entries speak; of each there may be several."""

    noun: ClassVar[str]
    most: ClassVar[int]
    """So many of them may be found."""

    def __init__(self, words: Words, called: Called, tally: Tally) -> None:
        self._words = words
        self._called = called
        self._tally = tally
        self._ids = Ids(tally)
        self._found: dict[Any, Any] = {}
        """By what is the same for all entries of a thing."""
        self.entries = 0

    def take(self, name: str, entries: Iterable[SourceEntry]) -> None:
        """Take up what the entries of one file say."""
        for entry in entries:
            self.entries += 1
            self._take(entry)
            if len(self._found) > self.most:
                reason = f"more than {self.most:,} {self.noun}"
                raise UnfitSourceError(name, reason)

    @abstractmethod
    def _take(self, entry: SourceEntry) -> None:
        """Take up what one entry says."""
