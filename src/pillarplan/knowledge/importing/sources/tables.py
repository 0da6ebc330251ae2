"""Tables: rows of cells, under the names of their columns."""

import csv
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from pillarplan.domain.importing.outcome import Why
from pillarplan.domain.text import join_words, one_line
from pillarplan.knowledge.importing.sources.errors import (
    NoColumnsError,
    UnfitSourceError,
)
from pillarplan.knowledge.importing.sources.limits import HEADER_WITHIN, MOST_ROWS
from pillarplan.knowledge.importing.sources.source_text import key_of
from pillarplan.knowledge.importing.sources.tally import Tally
from pillarplan.reading.phrases import did_you_mean

Row = Mapping[str, str]
"""What stands in the columns that are wanted, by their names; the rest is not kept."""

SEPARATORS = (",", ";", "\t", "|")
"""What stands between cells; the first with which the columns are found counts."""

LONGEST_CELL = 1_000_000
"""Longer than any text; a quote that is never closed swallows all that follows."""


class Wanted:
    """The columns that a mapping names, and how a table is searched for them."""

    def __init__(self, names: Iterable[str], may_lack: Collection[str] = ()) -> None:
        self.names = tuple(dict.fromkeys(names))
        self._keys = {key_of(name): name for name in self.names}
        self._needed = {key_of(name) for name in self.names if name not in may_lack}

    def columns(self, cells: Sequence[str]) -> dict[int, str] | None:
        """Return where each wanted column stands, if a row is the one that names them.

        Raises ValueError if two columns have one wanted name.
        """
        keys = [key_of(cell) for cell in cells]
        if not self._needed <= set(keys):
            return None
        found = {n: self._keys[key] for n, key in enumerate(keys) if key in self._keys}
        for name in self.names:
            if list(found.values()).count(name) > 1:
                raise ValueError(f"two columns are called '{one_line(name, 60)}'")
        return found

    def missing(self, cells: Iterable[str]) -> str:
        """Say which columns a row lacks, and which it has."""
        names = [one_line(cell, 60) for cell in cells if cell.strip()]
        lost = [name for name in self.names if key_of(name) in self._needed]
        lost = [name for name in lost if key_of(name) not in set(map(key_of, names))]
        hint = did_you_mean(lost[0], names)
        what = join_words(f"'{one_line(name, 60)}'" for name in lost)
        there = join_words(names[:12]) or "none"
        return f"there is no column {what}. Columns there are: {there}{hint}"


def read_table(name: str, text: str, wanted: Wanted, tally: Tally) -> list[Row]:
    """Return the rows of a CSV or TSV file, whatever separates its cells."""
    separator = next((each for each in SEPARATORS if _fits(text, each, wanted)), None)
    if separator is None:
        first = next(_rows(name, text, _likely(text)), (1, ()))[1]
        raise NoColumnsError(name, wanted.missing(first), 1)
    return named_rows(name, _rows(name, text, separator), wanted, tally)


def _likely(text: str) -> str:
    first = text.lstrip("\n").partition("\n")[0]
    return max(SEPARATORS, key=first.count)


def _fits(text: str, separator: str, wanted: Wanted) -> bool:
    begin = islice(_rows("", text, separator), HEADER_WITHIN)
    try:
        return any(wanted.columns(cells) is not None for _, cells in begin)
    except ValueError:
        return True  # the columns are there, twice
    except UnfitSourceError:
        return False


def _rows(name: str, text: str, separator: str) -> Iterator[tuple[int, Sequence[str]]]:
    csv.field_size_limit(LONGEST_CELL)
    # The reader wants lines with their breaks, so that those inside of quotes stay.
    reader = csv.reader(_lines(text), delimiter=separator, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(map(str.strip, cells)):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        reason = _in_plain_words(str(error))
        raise UnfitSourceError(name, reason, line) from None


def _lines(text: str) -> Iterator[str]:
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end


def _in_plain_words(said: str) -> str:
    if "limit" in said:
        most = f"{LONGEST_CELL:,}"
        return f"a cell of more than {most} characters; perhaps a quote is never closed"
    if "unexpected end" in said:
        return "a quote that is opened here is never closed"
    return "after a quote that closes a cell, only the next cell may follow"


def named_rows(
    name: str,
    rows: Iterable[tuple[int, Sequence[str]]],
    wanted: Wanted,
    tally: Tally,
) -> list[Row]:
    """Return rows by the names of their columns, which one of the first rows says.

    Raises NoColumnsError where there is no such row.
    """
    coming = iter(rows)
    begin: list[Sequence[str]] = []
    for line, cells in islice(coming, HEADER_WITHIN):
        begin.append(cells)
        try:
            columns = wanted.columns(cells)
        except ValueError as error:
            raise UnfitSourceError(name, str(error), line) from None
        if columns is not None:
            width = len(cells)
            return [*_named(name, coming, columns, width, tally)]
    raise NoColumnsError(name, wanted.missing(begin[0] if begin else ()))


def _named(
    name: str,
    rows: Iterable[tuple[int, Sequence[str]]],
    columns: Mapping[int, str],
    width: int,
    tally: Tally,
) -> Iterator[Row]:
    for count, (line, cells) in enumerate(rows, start=1):
        if count > MOST_ROWS:
            reason = f"more than {MOST_ROWS:,} rows; bring in a part of it"
            raise UnfitSourceError(name, reason, line)
        for extra in filter(str.strip, cells[width:]):
            tally.add(Why.EXTRA_CELL, f"line {line}: {extra}")
        row = {column: cells[n] for n, column in columns.items() if n < len(cells)}
        if any(map(str.strip, row.values())):
            yield row
