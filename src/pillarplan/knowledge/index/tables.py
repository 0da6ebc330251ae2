"""The tables of the compiled knowledge base, and the seals by which damage shows."""

import json
import sqlite3
from typing import Any
from zlib import crc32

SCHEMA_VERSION = 10
"""Raised with every change to the tables or to the models that are kept in them."""

SCHEMA = """
CREATE TABLE about (key TEXT PRIMARY KEY, seal INT, body BLOB) WITHOUT ROWID;
CREATE TABLE entries (
    place INTEGER PRIMARY KEY,  -- the order of the files
    kind TEXT,
    id TEXT,
    name TEXT,
    seal INT,
    body BLOB                   -- JSON
);
CREATE TABLE develops (
    skill TEXT,
    level INT,                  -- to which a step of the skill leads
    place INT,
    PRIMARY KEY (skill, level, place)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (
    name, content, tokenize = "unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (words, row);
"""

INDEX = "CREATE INDEX entries_by_id ON entries (kind, id)"
"""Made after the entries, which is faster."""


DAMAGE = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What is raised where a database is damaged; SQLite decodes even its own messages."""


def seal(name: str, body: bytes) -> int:
    """Return the number by which the body that is kept under a name is known."""
    return crc32(body, crc32(name.encode()))


def unsealed(name: str, number: int, body: Any) -> Any:
    """Return what is kept under a name.

    Raises sqlite3.DatabaseError if it is not what was sealed; SQLite itself has no
    checksums, and reads a damaged file without complaint.
    """
    if not isinstance(body, bytes) or seal(name, body) != number:
        raise sqlite3.DatabaseError(f"{name} is damaged")
    return json.loads(body)


def read_about(connection: sqlite3.Connection, key: str) -> Any:
    """Return what the database says about itself under a key."""
    query = "SELECT seal, body FROM about WHERE key = ?"
    row = connection.execute(query, (key,)).fetchone()
    return unsealed(key, *(row or (0, None)))


def write_about(connection: sqlite3.Connection, key: str, value: Any) -> None:
    """Let the database say something about itself under a key."""
    body = json.dumps(value).encode()
    row = (key, seal(key, body), body)
    connection.execute("INSERT INTO about VALUES (?, ?, ?)", row)
