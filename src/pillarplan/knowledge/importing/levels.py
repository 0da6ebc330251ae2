"""The levels of a source: which words mean which number, and how they are called."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pillarplan.domain.bounds import TOP_LEVEL
from pillarplan.domain.text import LONGEST_LINE, join_words, one_line
from pillarplan.knowledge.importing.sources.errors import UnfitSourceError
from pillarplan.knowledge.importing.sources.source_text import key_of

NUMBER = re.compile(r"\D*?([0-9]{1,4})\D*")
"""A word that holds one number: ``3``, ``L3``, ``Level 3``, ``3 - Expert``."""

NUMBERED = re.compile(r"^[0-9]+[\s.:)-]*")
"""The number before a name: ``3 - Expert`` is called Expert."""

NAMES = ("name", "title", "label")
IDS = ("id", "level", "key", "value")
"""Under which keys levels, and what else has a name in a source, say what they are."""


class SourceLevels:
    """Which level, from 0 on, a word of the source means."""

    def __init__(
        self, numbers: Mapping[str, int], names: Sequence[str], *, ordered: bool
    ) -> None:
        self._numbers = numbers
        self.names = tuple(names)
        """From level 1 on."""
        self.ordered = ordered
        """Whether the source, or the mapping, says in which order they are."""

    def number(self, word: str) -> int | None:
        """Return the level that a word means; None if it is none of them."""
        return self._numbers.get(key_of(word))


def column_levels(
    name: str, columns: Sequence[str], scale: Sequence[Any]
) -> SourceLevels:
    """Return the levels that columns are, the lowest first; `scale` may name them."""
    if scale and len(scale) != len(columns):
        reason = f"{len(columns)} columns are levels, but the scale has {len(scale)}"
        raise UnfitSourceError(name, reason)
    numbers = {key_of(column): level for level, column in enumerate(columns, start=1)}
    numbers |= {str(level): level for level in range(len(columns) + 1)}
    called = [_first(each, NAMES) or _first(each, IDS) for each in scale or columns]
    numbers |= {key_of(word): level for level, word in enumerate(called, start=1)}
    return _checked(name, SourceLevels(numbers, _lines(called), ordered=True))


def stated_levels(name: str, scale: Sequence[Any]) -> SourceLevels:
    """Return the levels of a scale that is told, the lowest first.

    An entry is what the level is called, or a map with an id and a name.  A level whose
    id is 0 is that of who has not started.
    """
    ids = [_first(each, IDS) or _first(each, NAMES) for each in scale]
    names = [_first(each, NAMES) or _first(each, IDS) for each in scale]
    if len(ids) != len(set(map(key_of, ids))) or not all(ids):
        raise UnfitSourceError(name, "two levels of the scale have one name, or none")
    if ids and ids[0] == "0":
        ids, names, first = ids[1:], names[1:], {"0": 0}
    else:
        first = {}
    numbers = {key_of(word): level for level, word in enumerate(names, start=1)}
    if not any(map(str.isdigit, ids)):
        numbers |= {str(level): level for level in range(len(ids) + 1)}
    numbers |= {key_of(word): level for level, word in enumerate(ids, start=1)} | first
    return _checked(name, SourceLevels(numbers, _lines(names), ordered=True))


def no_levels() -> SourceLevels:
    """Return the levels of a source that says none."""
    return SourceLevels({}, (), ordered=True)


def found_levels(name: str, words: Iterable[str]) -> SourceLevels:
    """Return the levels of words that were found, by their numbers if they have any.

    Without numbers they are in the order in which they appear, which is only a guess.
    """
    known: dict[str, str] = {}
    for word in words:
        known.setdefault(key_of(word), word)
    matches = {key: NUMBER.fullmatch(key) for key in known}
    values = {key: int(match[1]) for key, match in matches.items() if match}
    if len(values) < len(known):
        numbers = {key: level for level, key in enumerate(known, start=1)}
        return _checked(
            name, SourceLevels(numbers, _lines(known.values()), ordered=False)
        )
    top = max(values.values(), default=0)
    if top > TOP_LEVEL:
        raise UnfitSourceError(name, _too_many(f"up to {top}"))
    called = {values[key]: NUMBERED.sub("", word) for key, word in known.items()}
    names = [called.get(level) or f"Level {level}" for level in range(1, top + 1)]
    return _checked(name, SourceLevels(values, _lines(names), ordered=True))


def _checked(name: str, levels: SourceLevels) -> SourceLevels:
    count = len(levels.names)
    if count > TOP_LEVEL:
        shown = join_words(one_line(each, 30) for each in levels.names[:12])
        raise UnfitSourceError(name, _too_many(f"{count}: {shown}"))
    if count < 2:
        shown = f", '{one_line(levels.names[0], 30)}'" if count else ""
        raise UnfitSourceError(
            name, f"a scale has at least 2 levels; this has {count}{shown}"
        )
    return levels


def _too_many(found: str) -> str:
    return (
        f"a scale has at most {TOP_LEVEL} levels; this has {found}. "
        "Choose some in the mapping, the lowest first: scale: [Aware, Able, Expert]"
    )


def _first(entry: Any, keys: Iterable[str]) -> str:
    """Return what an entry says under the first of some keys; or the entry itself."""
    if not isinstance(entry, dict):
        return str(entry).strip() if isinstance(entry, str | int) else ""
    found = (entry[key] for key in keys if isinstance(entry.get(key), str | int))
    return str(next(found, "")).strip()


def id_and_name(entry: Any) -> tuple[str, str]:
    """Return what an entry says that it is called, by its id; both may be empty."""
    return _first(entry, IDS), _first(entry, NAMES)


def _lines(names: Iterable[str]) -> list[str]:
    return [one_line(each, LONGEST_LINE) for each in names]
