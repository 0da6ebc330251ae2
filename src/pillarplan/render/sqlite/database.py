"""The whole record as an SQLite database, with a table that explains the others.

Days are texts such as 2026-11-23, which SQLite's date functions understand.
"""

import sqlite3
from collections.abc import Iterable, Iterator

from pillarplan.render.sqlite.rows import Record, Row
from pillarplan.render.sqlite.tables import TABLES, Table

README = Table(
    "README",
    "What the tables and columns mean.",
    {
        "table": ("TEXT", "Name of the table."),
        "column": ("TEXT", "Name of the column; empty for the table as a whole."),
        "means": ("TEXT", "What it holds."),
    },
    lambda _: _explanations(),
)
"""The first table, since that is where people look."""


def database(record: Record) -> bytes:
    """Return the content of a database file; the same record gives the same bytes."""
    connection = sqlite3.connect(":memory:")
    try:
        for table in (README, *TABLES):
            _fill(connection, table, table.rows(record))
        connection.commit()
        return connection.serialize()
    finally:
        connection.close()


def _fill(connection: sqlite3.Connection, table: Table, rows: Iterable[Row]) -> None:
    columns = ", ".join(f'"{name}" {kind}' for name, (kind, _) in table.columns.items())
    places = ", ".join("?" * len(table.columns))
    connection.execute(f'CREATE TABLE "{table.name}" ({columns})')
    connection.executemany(f'INSERT INTO "{table.name}" VALUES ({places})', rows)


def _explanations() -> Iterator[Row]:
    for table in (README, *TABLES):
        yield (table.name, "", table.means)
        for column, (_, means) in table.columns.items():
            yield (table.name, column, means)
