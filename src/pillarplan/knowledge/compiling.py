"""The knowledge base written into tables from which single entries are read fast."""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pillarplan.domain.item import Practice, Resource
from pillarplan.domain.knowledge import ArticleItem, KnowledgeBase
from pillarplan.domain.skill import Context, Pillar, Reflection, Role, Skill
from pillarplan.knowledge.parts import SECTIONS, Part
from pillarplan.knowledge.reader import KnowledgeReader
from pillarplan.reading.validation import adapter_for

SCHEMA = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE sources (path TEXT, size INT, mtime_ns INT, ctime_ns INT, sha256 TEXT);
CREATE TABLE entries (
    place INTEGER PRIMARY KEY,  -- the order of the files
    kind TEXT, id TEXT, name TEXT,
    pillar TEXT, core INT,      -- of skills only
    checksum INT, body TEXT     -- JSON
);
CREATE TABLE develops (skill TEXT, place INT, PRIMARY KEY (skill, place)) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(
    name, content, tokenize = "unicode61 remove_diacritics 2"
);
"""
