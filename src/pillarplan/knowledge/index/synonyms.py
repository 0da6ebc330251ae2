"""What product people call things, and what is meant by it here."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pillarplan.knowledge.index.search import MOST_WORDS, WORD

LONGEST_PHRASE = 6
"""How many words of a search may stand for one thing."""

Synonyms = Mapping[str, Iterable[str]]
"""By a word, or a few, the ids of what is meant, the best one first."""


class Sense(NamedTuple):
    """What the words of a search stand for."""

    ids: tuple[str, ...]
    whole: bool
    """No word is left that stands for nothing."""


def find_meant(words: str, synonyms: Synonyms) -> Sense:
    """Return what words stand for, the longest phrases first: ``A/B test`` is one."""
    known = {_plain(word): meant for word, meant in synonyms.items()}
    rest, whole = WORD.findall(words.casefold())[:MOST_WORDS], True
    found: dict[str, None] = {}
    while rest:
        lengths = range(min(LONGEST_PHRASE, len(rest)), 0, -1)
        length = next((n for n in lengths if " ".join(rest[:n]) in known), 0)
        found |= dict.fromkeys(known.get(" ".join(rest[:length]), ()))
        whole &= length > 0
        rest = rest[max(1, length) :]
    return Sense(tuple(found), whole and bool(found))


def _plain(word: str) -> str:
    return " ".join(WORD.findall(word.casefold()))
