"""Whether an index lists an id, asked only for the ids that somebody wants to know."""

from typing import Protocol

from pillarplan.domain.knowledge.skill import NamesById


class HasTitles(Protocol):
    """What knows the titles of entries."""

    def titles(self, kinds: tuple[str, ...], id_: str | None = None) -> NamesById:
        """Return what entries are called, by id; perhaps only one id's."""


class Listed:
    """The ids of some kinds of entries, which may be many."""

    def __init__(self, index: HasTitles, kinds: tuple[str, ...]) -> None:
        self._index, self._kinds = index, kinds

    def __contains__(self, id_: object) -> bool:
        return bool(self._index.titles(self._kinds, str(id_)))
