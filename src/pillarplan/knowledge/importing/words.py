"""What stands in a field, as texts; and what an id is called."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pillarplan.domain.importing.outcome import Why
from pillarplan.domain.text import join_words, one_line
from pillarplan.knowledge.importing.levels import id_and_name
from pillarplan.knowledge.importing.sources.places import SourceEntry
from pillarplan.knowledge.importing.sources.tally import Tally
from pillarplan.reading.phrases import did_you_mean

SUMMARIES = ("summary", "description")
"""Under which keys something that has a name says more."""


class Words:
    """Reads the texts of fields, as a mapping wants them."""

    def __init__(self, nothing: frozenset[str], tally: Tally) -> None:
        self._nothing = nothing
        self._tally = tally
        self._found: dict[str, bool] = {}
        """Of fields that were looked for, whether any entry has them."""
        self._there: list[str] = []
        """The fields of the first entry."""

    def value(self, entry: SourceEntry, field: str) -> Any:
        """Return what stands in a field, as it is; None if nothing does."""
        found = entry.field(field)
        if not self._found:
            self._there = [key for scope in entry.around for key in scope if key]
        self._found[field] = self._found.get(field, False) or found is not None
        return found

    def lacks(self, entry: SourceEntry, field: str) -> bool:
        """Say whether nothing at all stands in a field."""
        return self.value(entry, field) in (None, "", [])

    def forget(self) -> None:
        """Begin anew to note which fields there are."""
        self._found = {}

    def never_found(self, may_lack: frozenset[str]) -> str:
        """Say which field no entry has; empty if all have been found."""
        lost = (field for field, found in self._found.items() if not found)
        field = next((each for each in lost if each not in may_lack), "")
        there = [one_line(each, 60) for each in self._there]
        return field and (
            f"no entry has '{one_line(field, 60)}'. The first one has: "
            f"{join_words(there[:12]) or 'no keys'}{did_you_mean(field, there)}"
        )

    def texts(self, value: Any) -> Iterator[str]:
        """Yield the texts in a value: one, or those of a list; count what is none."""
        if value is None:
            return
        if isinstance(value, list):
            for each in value:
                yield from self.texts(each)
        elif isinstance(value, dict):
            self._tally.add(Why.NOT_TEXT, ", ".join(map(str, value)))
        else:
            text = str(value).lower() if isinstance(value, bool) else str(value).strip()
            if text.casefold() in self._nothing:
                self._tally.add(Why.NOTHING, text)
            elif text:
                yield text

    def text(self, entry: SourceEntry, field: str | None) -> str:
        """Return the text of a field; of a list, all of it; empty if there is none."""
        return ", ".join(self.texts(self.value(entry, field))) if field else ""

    def each(self, entry: SourceEntry, fields: Iterable[str]) -> list[str]:
        """Return the texts of some fields."""
        return [text for each in fields for text in self.texts(self.value(entry, each))]


class Called:
    """What ids are called, and what else is said of them where their names stand."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = dict(names)
        self._summaries: dict[str, str] = {}

    def learn(self, entries: Iterable[SourceEntry]) -> None:
        """Take up the names of entries that have an id and a name."""
        for entry in entries:
            id_, name = id_and_name(entry.value)
            if id_ and name and isinstance(entry.value, dict):
                self._names.setdefault(id_, name)
                found = (entry.value.get(key) for key in SUMMARIES)
                self._summaries[id_] = next(
                    (s for s in found if isinstance(s, str)), ""
                )

    def name(self, id_: str) -> str:
        """Return what an id is called; the id itself if nothing says it."""
        return self._names.get(id_, id_)

    def summary(self, id_: str) -> str:
        """Return what else is said of an id; empty if nothing is."""
        return self._summaries.get(id_, "")

    def joined(self, ids: Iterable[str]) -> str:
        """Return the names of ids as one; what another one holds is not said twice."""
        names = [self.name(each) for each in ids]
        return ", ".join(
            name
            for place, name in enumerate(names)
            if name
            and not any(
                name.casefold() in other.casefold()
                for n, other in enumerate(names)
                if n != place and (len(other) > len(name) or n < place)
            )
        )
