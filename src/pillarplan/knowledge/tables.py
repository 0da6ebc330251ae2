"""The tables of the compiled knowledge base, and their version."""

SCHEMA_VERSION = 1
"""Raised with every change to the tables or to the models in them; older ones are
compiled again."""

SCHEMA = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE sources (path TEXT, size INT, mtime_ns INT, ctime_ns INT, sha256 TEXT);
CREATE TABLE entries (
    place INTEGER PRIMARY KEY,  -- the order of the files
    kind TEXT,
    id TEXT,
    name TEXT,
    pillar TEXT,                -- of a skill
    core INT,                   -- of a skill
    checksum INT,
    body BLOB                   -- JSON
);
CREATE TABLE develops (skill TEXT, place INT, PRIMARY KEY (skill, place)) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (
    name, content, tokenize = "unicode61 remove_diacritics 2"
);
"""

INDEX = "CREATE INDEX entries_by_id ON entries (kind, id)"
"""Made after the entries, which is faster."""
