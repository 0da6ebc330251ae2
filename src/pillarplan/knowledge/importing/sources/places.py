"""Where things are: ways through maps and lists, and fields of what is found there."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pillarplan.domain.text import join_words, one_line
from pillarplan.knowledge.importing.sources.errors import NoEntriesError
from pillarplan.reading.phrases import did_you_mean

EACH_ROW = "[]"
"""The way to the rows of a table."""

ITSELF = "."
"""The field that is the entry itself, where it is no map."""

PART = re.compile(r"([^\[\]]+)|\[([^\[\]]*)\]")


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A value that was found on a way, and the maps on the way to it."""

    value: Any
    around: tuple[Mapping[str, Any], ...]
    """The outermost first; the value itself is the last if it is a map."""

    def field(self, name: str) -> Any:
        """Return what a field holds: of the entry, or of what it stands in."""
        if name == ITSELF:
            return self.value
        for scope in reversed(self.around):
            if name in scope:
                return scope[name]
        for scope in reversed(self.around):
            found = _follow(scope, name)
            if found is not _NOTHING:
                return found
        return None


class _Nothing:
    """What a way leads to that ends early."""


_NOTHING = _Nothing()


def bound_words(each: str) -> set[str]:
    """Return the words by which a way calls the keys that it goes through."""
    return {called for _, called in PART.findall(each) if called}


def find_entries(name: str, data: Any, each: str) -> Iterator[SourceEntry]:
    """Yield what a way leads to; raise NoEntriesError where it leads to nothing."""
    parts = [(key, loop) for key, loop in PART.findall(each.removeprefix("/"))]
    scopes = (data,) if isinstance(data, dict) else ()
    found = False
    for entry in _walk(data, parts, scopes):
        found = True
        yield entry
    if not found:
        raise NoEntriesError(name, nothing_at(data, each))


def _walk(
    value: Any, parts: Sequence[tuple[str, str]], scopes: tuple[Mapping[str, Any], ...]
) -> Iterator[SourceEntry]:
    if not parts:
        yield SourceEntry(value, scopes)
        return
    (key, called), *rest = parts
    if key:
        found = _follow(value, key.strip("."))
        if found is not _NOTHING:
            yield from _walk(found, rest, _with(scopes, found))
        return
    numbered: Iterator[tuple[Any, Any]] = iter(())
    if isinstance(value, dict):
        numbered = iter(value.items())
    elif isinstance(value, list):
        numbered = iter(enumerate(value, start=1))
    for number, each in numbered:
        around = (*scopes, {called: str(number)}) if called else scopes
        yield from _walk(each, rest, _with(around, each))


def _with(
    scopes: tuple[Mapping[str, Any], ...], value: Any
) -> tuple[Mapping[str, Any], ...]:
    return (*scopes, value) if isinstance(value, dict) else scopes


def _follow(value: Any, way: str) -> Any:
    """Return what keys with dots between lead to; keys may hold dots themselves."""
    if not way:
        return value
    if not isinstance(value, dict):
        return _NOTHING
    if way in value:
        return value[way]
    parts = way.split(".")
    for length in range(len(parts) - 1, 0, -1):
        head = ".".join(parts[:length])
        if head in value:
            return _follow(value[head], ".".join(parts[length:]))
    return _NOTHING


def nothing_at(data: Any, each: str) -> str:
    """Say that a way leads to nothing, and what stands at its beginning."""
    if not isinstance(data, dict):
        lost = f"'{each}' leads to nothing in it; it is a list: begin with []"
        return lost if data else "there are no rows below the names of the columns"
    keys = [one_line(key, 40) for key in data if key]
    hint = did_you_mean(each.strip("/").partition("[")[0], keys)
    there = f"It holds {join_words(keys[:12]) or 'no headings and no keys'}{hint}"
    if each == EACH_ROW:
        return f"no table is in it; say the way to the entries: each. {there}"
    return f"'{each}' leads to nothing in it. {there}"
