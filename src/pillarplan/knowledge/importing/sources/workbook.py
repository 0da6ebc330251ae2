"""Workbooks (XLSX), as a map of sheets; an extra, since few have one to bring in."""

import warnings
import zipfile
import zlib
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from pillarplan.domain.importing.outcome import Why
from pillarplan.domain.text import is_safe, one_line
from pillarplan.knowledge.importing.sources.errors import (
    NoColumnsError,
    UnfitSourceError,
    WorkbookReaderMissingError,
)
from pillarplan.knowledge.importing.sources.limits import (
    MOST_CELLS,
    MOST_EMPTY,
    MOST_ROWS,
    MOST_SHEETS,
    MOST_UNPACKED,
)
from pillarplan.knowledge.importing.sources.tables import Row, Wanted, named_rows
from pillarplan.knowledge.importing.sources.tally import Tally

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    AttributeError,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    SyntaxError,  # what the standard library's XML raises, as ParseError
    TypeError,
    ValueError,
)
"""What the library raises where a workbook is damaged, which it reads as it comes."""

DOCTYPE = b"<!DOCTYPE"
"""No workbook has one; only with it XML can grow while it is read."""

READ_BEFORE = 4_096
"""Where a document type can stand, in bytes; before it there are only comments."""


def read_workbook(
    name: str, content: bytes, wanted: Wanted, tally: Tally
) -> dict[str, list[Row]]:
    """Return the rows of each sheet that has the columns, by the name of the sheet.

    Raises UnfitSourceError if none has, and if it is no workbook or would not end.
    """
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise WorkbookReaderMissingError(name) from None
    try:
        _look_before(name, content)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of colours and such, which nobody reads
            book = load_workbook(BytesIO(content), read_only=True, data_only=True)
            return _sheets(name, book.worksheets, wanted, tally)
    except BROKEN as error:
        reason = f"this is no workbook that can be read ({one_line(str(error), 100)})"
        raise UnfitSourceError(name, reason) from None


def _look_before(name: str, content: bytes) -> None:
    """Refuse what would not end, by what the file says of itself.

    What a zip file says of a part is never read beyond.
    """
    with zipfile.ZipFile(BytesIO(content)) as opened:
        parts = opened.infolist()
        if sum(part.file_size for part in parts) > MOST_UNPACKED:
            most = f"{MOST_UNPACKED // 1_000_000} MB"
            raise UnfitSourceError(name, f"it unpacks to more than {most}")
        for part in parts:
            with opened.open(part) as stream:
                if DOCTYPE in stream.read(READ_BEFORE).upper():
                    raise UnfitSourceError(name, "it holds XML that no workbook has")


def _sheets(
    name: str, sheets: Sequence[Any], wanted: Wanted, tally: Tally
) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    without: NoColumnsError | None = None
    left, empty_left = MOST_CELLS, MOST_EMPTY
    for sheet in sheets[:MOST_SHEETS]:
        rows: list[tuple[int, list[str]]] = []
        sheet.reset_dimensions()  # what it says of its size may be less than it has
        for line, values in enumerate(sheet.iter_rows(values_only=True), start=1):
            left -= len(values)
            cells = [*map(_in_words, values)]
            if any(cells):
                rows.append((line, cells))
            else:
                empty_left -= 1
            if min(left, empty_left, MOST_ROWS - len(rows)) < 0:
                most = f"{MOST_ROWS:,} rows or {MOST_CELLS:,} cells"
                raise UnfitSourceError(name, f"more than {most}; bring in a part of it")
        try:
            place = f"{name}, sheet {sheet.title}"
            found[sheet.title] = named_rows(place, rows, wanted, tally)
        except NoColumnsError as error:
            without = without or error
            tally.add(Why.NO_TABLE, f"sheet {sheet.title}")
    tally.add(Why.NO_TABLE, "the last sheets", len(sheets[MOST_SHEETS:]))
    if without and not found:
        raise without
    return found


def _in_words(value: Any) -> str:
    """Return what a cell shows, as far as that does not depend on its format."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = str(value).replace("\r\n", "\n").replace("\r", "\n").strip()
    return "".join(each for each in text if each == "\n" or is_safe(each))
