"""The content of a file of any kind, as plain maps and lists."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pillarplan.knowledge.importing.sources.errors import (
    NoColumnsError,
    NoEntriesError,
    UnfitSourceError,
)
from pillarplan.knowledge.importing.sources.limits import MOST_BYTES, MOST_VALUES
from pillarplan.knowledge.importing.sources.pages import read_page
from pillarplan.knowledge.importing.sources.places import (
    EACH_ROW,
    SourceEntry,
    find_entries,
    nothing_at,
)
from pillarplan.knowledge.importing.sources.source_files import PAGES, TREES, WORKBOOKS
from pillarplan.knowledge.importing.sources.source_text import text_of
from pillarplan.knowledge.importing.sources.tables import Row, Wanted, read_table
from pillarplan.knowledge.importing.sources.tally import Tally
from pillarplan.knowledge.importing.sources.trees import read_tree
from pillarplan.knowledge.importing.sources.workbook import read_workbook
from pillarplan.reading.source import FileSize, Source

LIMITS = FileSize(bytes=MOST_BYTES, values=MOST_VALUES)


class Content:
    """What one file holds."""

    def __init__(self, path: Path, wanted: Wanted, tally: Tally) -> None:
        self.name = str(path)
        self._kind = path.suffix.lower()
        self.rows: list[Row] = []
        """Of all its sheets, or of all tables on a page."""
        self.without: NoColumnsError | None = None
        """What the tables of a page lack, if all lack something."""
        self.data: Any = self._read(_bytes(path), wanted, tally)

    def entries(self, each: str) -> Iterator[SourceEntry]:
        """Yield what a way leads to; rows of tables are found wherever they are.

        Raises NoEntriesError, or NoColumnsError, if there is nothing.
        """
        if each != EACH_ROW or self._kind not in (*WORKBOOKS, *PAGES):
            return find_entries(self.name, self.data, each)
        if self.without:
            raise self.without
        if not self.rows:
            raise NoEntriesError(self.name, nothing_at(self.data, each))
        return find_entries(self.name, self.rows, each)

    def _read(self, content: bytes, wanted: Wanted, tally: Tally) -> Any:
        if self._kind in WORKBOOKS:
            sheets = read_workbook(self.name, content, wanted, tally)
            self.rows = [row for sheet in sheets.values() for row in sheet]
            return sheets
        text = text_of(self.name, content, tally)
        if self._kind in TREES:
            return read_tree(self.name, text)
        if self._kind in PAGES:
            page = read_page(self.name, text, wanted, tally)
            self.rows, self.without = page.rows, page.without
            return page.data
        return read_table(self.name, text, wanted, tally)


def _bytes(path: Path) -> bytes:
    content = Source.open(path, limits=LIMITS).content
    if len(content) > MOST_BYTES:  # it says less of itself, as devices do
        raise UnfitSourceError(str(path), "a file without end")
    return content
