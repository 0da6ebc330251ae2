"""The ids of a knowledge base, and whether each use of one leads somewhere."""

from collections.abc import Iterator

from pillarplan.knowledge.checking.checks import Entry, Reference
from pillarplan.reading.phrases import did_you_mean

SHARED = {"resource": "item", "practice": "item"}
"""Resources and practices must not use the same id, since a plan holds both."""

Name = tuple[str, str]
"""Kind and id."""

HINTS = 50
"""How often a mistyped id is compared with all others, which takes its time."""


def name_of(entry: Entry) -> Name:
    """Return the name that no other entry may have."""
    return SHARED.get(entry.kind, entry.kind), entry.record.get("id", "")


class Names:
    """Every id with the file that holds it, and every id that some file uses.

    It keeps no places: they are looked up again in the few files that need them.
    """

    def __init__(self) -> None:
        self._holders: dict[Name, str] = {}
        self._used: dict[str, set[Name]] = {}
        self._hints_left = HINTS
        self._all_ids: set[str] | None = None

    def holder(self, name: Name) -> str | None:
        """Return the file that holds the entry of this name, as far as is known."""
        return self._holders.get(name)

    def add(self, name: Name, file: str) -> None:
        """Take up an entry of a file."""
        self._holders[name] = file

    def use(self, reference: Reference, file: str) -> None:
        """Take up an id that a file uses; it may become known later."""
        name = (reference.kind, reference.id)
        if name not in self._holders:
            self._used.setdefault(file, set()).add(name)

    def unknown(self) -> Iterator[tuple[str, set[Name]]]:
        """Yield each file that uses ids that nothing has, with those names."""
        for file, used in self._used.items():
            if lost := used - self._holders.keys():
                yield file, lost

    def has(self, kind: str) -> bool:
        """Say whether there is any entry of a kind."""
        return any(each == kind for each, _ in self._holders)

    def knows(self, id_: str, kind: str | None) -> bool:
        """Say whether an entry of a kind, or of any, has an id."""
        if kind is not None:
            return (kind, id_) in self._holders
        if self._all_ids is None:  # all files were read before anybody asks
            self._all_ids = {each for _, each in self._holders}
        return id_ in self._all_ids

    def hint(self, id_: str, kind: str | None = None) -> str:
        """Return a suggestion, of one kind or any, to end a message with."""
        self._hints_left -= 1
        if self._hints_left < 0:
            return ""
        ids = (each for of, each in self._holders if kind in (of, None))
        return did_you_mean(id_, ids)
