"""The knowledge base written into tables from which single entries are read fast."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from time import monotonic
from typing import Any
from zlib import crc32

from pillarplan.domain.item import Practice, Resource
from pillarplan.domain.knowledge import KnowledgeBase
from pillarplan.domain.record import to_record
from pillarplan.knowledge.checks import PLACES
from pillarplan.knowledge.parts import Part
from pillarplan.knowledge.reader import KnowledgeReader
from pillarplan.knowledge.tables import INDEX, SCHEMA
from pillarplan.knowledge.words import content_of, name_of
from pillarplan.reading.collector import without_collector
from pillarplan.reading.validation import adapter_for

OnProgress = Callable[[int, int], None]
"""Is told how many files of how many are read."""

PATIENCE = 1.0
"""After how many seconds progress is worth telling."""


def compile_into(
    connection: sqlite3.Connection,
    entry: Path,
    overlay: Path | None,
    on_progress: OnProgress | None = None,
) -> None:
    """Read the knowledge base and write it into an empty database.

    Raises BrokenFileError with every problem of all its files.
    """
    connection.executescript(SCHEMA)
    reader = KnowledgeReader(entry, overlay)
    places = count()
    started = monotonic()
    with without_collector():
        for part in reader.parts():
            if isinstance(part, KnowledgeBase):
                _write_about(connection, part)
            _write(connection, [(next(places), *each) for each in _things(part)])
            if on_progress and monotonic() - started > PATIENCE:
                on_progress(len(reader.stamps), reader.files)
    connection.executemany("INSERT INTO sources VALUES (?, ?, ?, ?, ?)", reader.stamps)
    connection.execute(INDEX)
    connection.commit()


def _write_about(connection: sqlite3.Connection, base: KnowledgeBase) -> None:
    scale = json.dumps(to_record(base.scale))
    about = {"title": base.title, "scale": scale}
    connection.executemany("INSERT INTO about VALUES (?, ?)", about.items())


def _things(part: KnowledgeBase | Part) -> Iterator[tuple[str, Any, str | None]]:
    """Yield kind, model and pillar of all that the lists of a file hold."""
    for section, kind in PLACES.items():
        for thing in getattr(part, section):
            if kind != "pillar":
                yield kind, thing, None
                continue
            yield kind, replace(thing, skills=()), None
            for skill in thing.skills:
                yield "skill", skill, thing.id


def _write(
    connection: sqlite3.Connection, things: list[tuple[int, str, Any, str | None]]
) -> None:
    connection.executemany(
        "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (_entry(place, kind, thing, pillar) for place, kind, thing, pillar in things),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO develops VALUES (?, ?)",
        (
            (span.skill, place)
            for place, _, thing, _ in things
            if isinstance(thing, Resource | Practice)
            for span in thing.develops
        ),
    )
    connection.executemany(
        "INSERT INTO words (rowid, name, content) VALUES (?, ?, ?)",
        (
            (place, name_of(thing), content_of(thing))
            for place, kind, thing, _ in things
            if kind != "article item"
        ),
    )


def _entry(place: int, kind: str, thing: Any, pillar: str | None) -> tuple[Any, ...]:
    model: Any = type(thing)
    body = adapter_for(model).dump_json(thing, by_alias=True)
    core = kind == "skill" and thing.core
    return place, kind, thing.id, name_of(thing), pillar, core, crc32(body), body
