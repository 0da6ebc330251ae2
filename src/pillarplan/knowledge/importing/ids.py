"""Ids of what is brought in: made of names, each once."""

from pillarplan.domain.importing.outcome import Why
from pillarplan.domain.text import LONGEST_SLUG, slug
from pillarplan.knowledge.importing.sources.tally import Tally


class Ids:
    """Gives out the ids of one kind of entry."""

    def __init__(self, tally: Tally) -> None:
        self._tally = tally
        self._taken: dict[str, int] = {}
        """How often each id was wanted."""

    def give(self, text: str) -> str:
        """Return an id for what is called so; with a number if it is taken."""
        wanted = given = slug(text)
        while given in self._taken:
            self._taken[wanted] += 1
            number = f"-{self._taken[wanted]}"
            given = wanted[: LONGEST_SLUG - len(number)].rstrip("-") + number
        self._taken[given] = 1
        if given != wanted:
            self._tally.add(Why.RENAMED, f"{text}: {given}")
        return given
