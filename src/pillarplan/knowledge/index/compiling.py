"""The knowledge base written into tables from which single entries are read fast."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import count
from pathlib import Path
from time import monotonic
from typing import Any

from pillarplan.domain.knowledge.base import KnowledgeBase, Part
from pillarplan.domain.knowledge.item import Practice, Resource
from pillarplan.domain.knowledge.scale import usual_scale
from pillarplan.domain.record import from_record, to_record
from pillarplan.knowledge.base.collector import without_collector
from pillarplan.knowledge.base.reader import KnowledgeReader
from pillarplan.knowledge.checking.checks import PLACES
from pillarplan.knowledge.index.joining import Joined
from pillarplan.knowledge.index.searchable import content_of, name_of
from pillarplan.knowledge.index.tables import INDEX, SCHEMA, seal, write_about

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
    reader = KnowledgeReader(entry, overlay)
    with without_collector():
        _write_all(connection, _watched(reader, on_progress))
    write_about(connection, "sources", reader.stamps)
    connection.commit()


def compile_nothing(connection: sqlite3.Connection) -> None:
    """Write a knowledge base without any entry, but with the usual scale."""
    scale = usual_scale()
    nothing = KnowledgeBase(id="nothing", title="Nothing", scale=scale, pillars=())
    _write_all(connection, [nothing])
    connection.commit()


def _watched(
    reader: KnowledgeReader, on_progress: OnProgress | None
) -> Iterator[KnowledgeBase | Part]:
    """Yield the parts that are read, and tell how far that is."""
    started = monotonic()
    for part in reader.parts():
        yield part
        if on_progress and monotonic() - started > PATIENCE:
            on_progress(len(reader.stamps), reader.files)


def _write_all(
    connection: sqlite3.Connection, parts: Iterable[KnowledgeBase | Part]
) -> None:
    """Write the parts, and what they say together."""
    connection.executescript(SCHEMA)
    places, joined = count(), Joined()
    for part in parts:
        if isinstance(part, KnowledgeBase):
            write_about(connection, "title", part.title)
            write_about(connection, "scale", to_record(part.scale))
        _write(connection, [(next(places), *each) for each in _things(part)])
        joined.add(part)
    levels = joined.levels_as_roles()
    _write(connection, [(next(places), "role", role) for role in levels])
    for key, piece in joined.pieces().items():
        write_about(connection, key, piece)
    connection.execute(INDEX)
    _count_recommenders(connection, joined.recommenders())


def _things(part: KnowledgeBase | Part) -> Iterator[tuple[str, Any]]:
    """Yield all that one can ask for by its id, each with its kind."""
    for section, kind in PLACES.items():
        for thing in getattr(part, section) if kind != "list" else ():
            if kind == "pillar":
                yield kind, replace(thing, skills=())
                yield from (("skill", skill) for skill in thing.skills)
            else:
                yield kind, thing


def _write(connection: sqlite3.Connection, things: list[tuple[int, str, Any]]) -> None:
    connection.executemany(
        "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?)",
        (_row(*each) for each in things),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO develops VALUES (?, ?, ?)",
        (
            (step.skill, step.level, place)
            for place, _, thing in things
            if isinstance(thing, Resource | Practice)
            for step in thing.steps
        ),
    )
    connection.executemany(
        "INSERT INTO words (rowid, name, content) VALUES (?, ?, ?)",
        (
            (place, name_of(thing), content_of(thing))
            for place, kind, thing in things
            if kind != "article item"
        ),
    )


def _count_recommenders(
    connection: sqlite3.Connection, recommenders: Mapping[str, int]
) -> None:
    """Let each resource say how many name it, which only all files together tell."""
    query = "SELECT place, body FROM entries WHERE kind = 'resource' AND id = ?"
    for id_, number in recommenders.items():
        for place, body in connection.execute(query, (id_,)).fetchall():
            resource = from_record(Resource, json.loads(body))
            row = _row(place, "resource", replace(resource, recommenders=number))
            connection.execute("REPLACE INTO entries VALUES (?, ?, ?, ?, ?, ?)", row)


def _row(place: int, kind: str, thing: Any) -> tuple[Any, ...]:
    text = json.dumps(to_record(thing), ensure_ascii=False, separators=(",", ":"))
    body = text.encode()
    number = seal(f"{kind} {thing.id}", body)
    return place, kind, thing.id, name_of(thing), number, body
