"""Pages of Markdown, as a map of headings: to tables, to lists, or to headings below.

Each heading stands in the map of the page itself and in that of the heading above it,
so that a short way leads to it.  What is written before a page, between lines of
``---``, belongs to the same map.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pillarplan.domain.importing.outcome import Why
from pillarplan.knowledge.importing.sources.errors import (
    NoColumnsError,
    UnfitSourceError,
)
from pillarplan.knowledge.importing.sources.limits import MOST_PAGE
from pillarplan.knowledge.importing.sources.markdown import parse_page, shown
from pillarplan.knowledge.importing.sources.tables import Row, Wanted, named_rows
from pillarplan.knowledge.importing.sources.tally import Tally
from pillarplan.knowledge.importing.sources.trees import read_tree

FENCE = "---\n"

LISTS = ("bullet_list_open", "ordered_list_open")


@dataclass(slots=True)
class _Section:
    """What stands under a heading."""

    depth: int
    rows: list[Row] = field(default_factory=list)
    items: list[Any] = field(default_factory=list)
    below: dict[str, "_Section"] = field(default_factory=dict)

    @property
    def content(self) -> Any:
        """The rows of its tables, or the headings below, or what is listed."""
        if self.rows:
            return self.rows
        if self.below:
            return {heading: each.content for heading, each in self.below.items()}
        return _joined(self.items)


@dataclass(frozen=True, slots=True)
class SourcePage:
    """What a page holds."""

    data: dict[str, Any]
    """By heading, or by a key before the page."""
    rows: list[Row]
    """Of all tables that have the columns."""
    without: NoColumnsError | None
    """What the first table lacks, if none has the columns."""


def read_page(name: str, text: str, wanted: Wanted, tally: Tally) -> SourcePage:
    """Return what a page of Markdown holds."""
    if len(text) > MOST_PAGE:
        most = f"{MOST_PAGE // 1_000_000} MB"
        raise UnfitSourceError(name, f"a page of more than {most}; divide it")
    before, page = _divided(text)
    tree = read_tree(name, before) if before else {}
    return _Page(name, wanted, tally).read(page, tree if isinstance(tree, dict) else {})


def _divided(text: str) -> tuple[str, str]:
    """Return what stands between lines of ``---`` at the beginning, and the rest."""
    if not text.startswith(FENCE):
        return "", text
    before, end, page = text.removeprefix(FENCE).partition(f"\n{FENCE}")
    return (f"{before}\n", page) if end else ("", text)


class _Page:
    def __init__(self, name: str, wanted: Wanted, tally: Tally) -> None:
        self._name = name
        self._wanted = wanted
        self._tally = tally
        self._lacking: list[NoColumnsError] = []
        """Of tables that lack the columns."""

    def read(self, page: str, before: dict[str, Any]) -> SourcePage:
        """Return all headings with what they lead to, and what stands before them."""
        tokens = parse_page(page)
        sections: dict[str, _Section] = {}
        above = [_Section(0)]
        rows: list[Row] = []
        place = 0
        while place < len(tokens):
            token, end = tokens[place], _end(tokens, place)
            if token.type == "heading_open":
                section = _Section(int(token.tag[1:]))
                while above[-1].depth >= section.depth:
                    above.pop()
                heading = shown(tokens[place + 1])
                section = above[-1].below.setdefault(heading, section)
                sections.setdefault(heading, section)
                above.append(section)
            elif token.type == "table_open":
                line = token.map[0] + 1 if token.map else 1
                found = self._rows(tokens[place:end], line)
                above[-1].rows += found
                rows += found
            elif token.type in LISTS:
                above[-1].items += _items(tokens[place:end])
            place = end + 1
        if rows:
            self._tally.add(Why.NO_TABLE, self._name, len(self._lacking))
        headings = {heading: each.content for heading, each in sections.items()}
        without = None if rows else next(iter(self._lacking), None)
        return SourcePage(headings | before, rows, without)

    def _rows(self, tokens: Sequence[Any], line: int) -> list[Row]:
        rows: list[tuple[int, list[str]]] = []
        for token in tokens:
            if token.type == "tr_open":
                # Between the first row and the others there is a line of dashes.
                rows.append((line + len(rows) + (1 if rows else 0), []))
            elif token.type == "inline":
                rows[-1][1].append(shown(token))
        place = f"{self._name}, table on line {line}"
        try:
            return [*named_rows(place, rows, self._wanted, self._tally)]
        except NoColumnsError as error:
            self._lacking.append(error)
            return []


def _end(tokens: Sequence[Any], place: int) -> int:
    """Return where that ends which begins at a place."""
    opened = tokens[place]
    if opened.nesting != 1:
        return place
    return next(
        end
        for end in range(place + 1, len(tokens))
        if tokens[end].level == opened.level and tokens[end].nesting == -1
    )


def _items(tokens: Sequence[Any]) -> list[Any]:
    """Return the items of a list: texts, or maps of a text to the list below it."""
    found: list[Any] = []
    place = 1
    while place < len(tokens):
        end = _end(tokens, place)
        if tokens[place].type == "list_item_open":
            found.append(_item(tokens[place + 1 : end]))
        place = end + 1
    return found


def _item(tokens: Sequence[Any]) -> Any:
    texts: list[str] = []
    below: list[Any] = []
    place = 0
    while place < len(tokens):
        end = _end(tokens, place)
        part = tokens[place : end + 1]
        if part[0].type in LISTS:
            below += _items(part)
        else:
            texts += [shown(each) for each in part if each.type == "inline"]
        place = end + 1
    text = "\n".join(texts)
    return {text: _joined(below)} if below else text


def _joined(items: Sequence[Any]) -> Any:
    """Return a map of items that have something below them; else the list."""
    if not any(isinstance(each, dict) for each in items):
        return list(items)
    found: dict[str, Any] = {}
    for each in items:
        found |= each if isinstance(each, dict) else {each: []}
    return found
