"""How what somebody typed is compared with the names of things."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

from pillarplan.domain.dataclass import dataclass

WORD = re.compile(r"\w+")

SHORTEST_BEGINNING = 3
"""Letters; what begins with fewer is too much to be meant."""

CLOSE = 0.75
"""How like each other a word and a slip for it are, from 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Something that has a name."""

    id: str
    title: str
    number: int | None = None
    """Its place in the adopted roadmap."""


def find_meant(
    text: str, near: Sequence[Iterable[Named]], far: Iterable[Named] = ()
) -> tuple[Named, ...]:
    """Return what `text` may stand for: one thing if it is clear, several, or none.

    A whole id or title comes before words of one, and those before beginnings of words,
    which say enough only of the few things that are `near`.  Of what fits equally well,
    only the first group counts in which anything does.
    """
    groups, rest = [tuple(group) for group in near], tuple(far)
    tries = [(is_name, group) for group in (*groups, rest)]
    tries += [
        (fits, group) for group in groups for fits in (_has_words, _has_beginnings)
    ]
    words = words_of(text)
    tries.append((_has_words, rest))
    found = (_fitting(words, fits, group) for fits, group in tries if words)
    return next(filter(None, found), ())


def find_mistyped(text: str, things: Iterable[Named]) -> tuple[Named, ...]:
    """Return what several words may stand for once slips in single words are mended."""
    # Imported here, since a name that is typed well needs none of it.
    from difflib import get_close_matches

    known = tuple(things)
    vocabulary = sorted({word for each in known for word in _own_words(each)})
    words = words_of(text)
    near = (get_close_matches(word, vocabulary, 1, CLOSE) or [word] for word in words)
    return find_meant(" ".join(each for (each,) in near), [known])


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are compared: no case, accents or signs."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return tuple(WORD.findall("".join(filter(_is_no_accent, letters))))


def _is_no_accent(letter: str) -> bool:
    return not unicodedata.combining(letter)


Fits = Callable[[tuple[str, ...], Named], bool]


def _fitting(
    words: tuple[str, ...], fits: Fits, group: Iterable[Named]
) -> tuple[Named, ...]:
    return tuple({each.id: each for each in group if fits(words, each)}.values())


def is_name(words: tuple[str, ...], thing: Named) -> bool:
    """Say whether the words are the id, the title, or what is before its colon."""
    title, _, _ = thing.title.partition(":")
    return words in {words_of(name) for name in (thing.id, thing.title, title)}


def _has_words(words: tuple[str, ...], thing: Named) -> bool:
    return {*words} <= _own_words(thing)


def _has_beginnings(words: tuple[str, ...], thing: Named) -> bool:
    return all(
        word in _own_words(thing)
        or (len(word) >= SHORTEST_BEGINNING and _begins_one(word, thing))
        for word in words
    )


def _begins_one(word: str, thing: Named) -> bool:
    return any(own.startswith(word) for own in _own_words(thing))


def _own_words(thing: Named) -> frozenset[str]:
    return frozenset(words_of(f"{thing.id} {thing.title}"))
