"""Names that are much alike, to ask about: words are no proof."""

import re
from collections import Counter
from collections.abc import Mapping
from difflib import SequenceMatcher

MOST = 2
"""So many are worth asking about."""

NEAR = 0.6
"""From where on two names are alike, of 1."""

TRIED = 20
"""So many that share most words are looked at letter by letter."""

STEM = 5
"""So many letters of a word are the same in most of its forms."""

COMMON = 200
"""What so many names share tells none of them apart."""


class Alike:
    """Finds names that are much like another one, among many, quickly."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = {id_: _words(name) for id_, name in names.items()}
        self._holders: dict[str, list[str]] = {}
        for id_, words in self._names.items():
            for stem in _stems(words):
                self._holders.setdefault(stem, []).append(id_)

    def to(self, name: str) -> tuple[str, ...]:
        """Return the ids whose names are much like this one, the nearest first."""
        shared, words = Counter[str](), _words(name)
        for stem in _stems(words):
            holders = self._holders.get(stem, ())
            if len(holders) <= COMMON:
                shared.update(holders)
        near = {id_: self._nearness(words, id_) for id_, _ in shared.most_common(TRIED)}
        found = sorted((id_ for id_ in near if near[id_] >= NEAR), key=near.__getitem__)
        return tuple(reversed(found[-MOST:]))

    def _nearness(self, words: list[str], id_: str) -> float:
        texts = " ".join(words), " ".join(self._names[id_])
        return SequenceMatcher(None, *texts).ratio()


def _words(text: str) -> list[str]:
    """Return the words of a name by the alphabet, as their order says little."""
    return sorted(re.findall(r"[^\W_]+", text.casefold()))


def _stems(words: list[str]) -> set[str]:
    return {word[:STEM] for word in words}
