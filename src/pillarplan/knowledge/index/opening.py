"""Opening a knowledge base: from the cache if it is fresh, else compiled anew."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from functools import partial
from itertools import starmap
from pathlib import Path
from zlib import crc32

from pillarplan.knowledge.base.file_stamp import Stamp, all_unchanged
from pillarplan.knowledge.index.index import KnowledgeIndex
from pillarplan.knowledge.index.records import Records
from pillarplan.knowledge.index.tables import (
    DAMAGE,
    SCHEMA_VERSION,
    read_about,
    write_about,
)

OnProgress = Callable[[int, int], None]

LEFTOVER_AGE = 3600
"""How old an unfinished file must be to be taken for left behind, in seconds."""


def open_index(
    entry: Path,
    overlay: Path | None = None,
    cache: Path | None = None,
    on_progress: OnProgress | None = None,
) -> KnowledgeIndex:
    """Return the compiled knowledge base of an entry file and a person's overlay.

    Without a cache folder that can be written to, it is compiled into memory.
    `on_progress` is told how many files of how many are read, once it takes a second.
    Raises BrokenFileError with every problem of all files.
    """
    recompile = partial(_compile, entry, overlay, cache, on_progress)
    if cache and (fresh := _open_fresh(_place(cache, entry, overlay), entry, overlay)):
        return KnowledgeIndex(Records(fresh, recompile))
    return KnowledgeIndex(Records(recompile(), recompile))


def open_empty() -> KnowledgeIndex:
    """Return an index of nothing, for what is to go on without a knowledge base."""
    # Imported here, since a fresh index needs neither YAML nor pydantic.
    from pillarplan.knowledge.index.compiling import compile_nothing

    def made() -> sqlite3.Connection:
        memory = sqlite3.connect(":memory:", check_same_thread=False)
        compile_nothing(memory)
        return memory

    return KnowledgeIndex(Records(made(), made))


def _place(cache: Path, entry: Path, overlay: Path | None) -> Path:
    names = crc32(repr(_identity(entry, overlay)).encode())
    return cache / f"knowledge-{names:08x}.sqlite"


def _identity(entry: Path, overlay: Path | None) -> dict[str, str | int]:
    """Return by what an index is told from others, besides its sources."""
    return {
        "schema": SCHEMA_VERSION,
        "entry": str(entry.absolute()),
        "overlay": str(overlay.absolute()) if overlay else "",
    }


def _open_fresh(
    place: Path, entry: Path, overlay: Path | None
) -> sqlite3.Connection | None:
    """Open the index if it is there, whole, and says what the sources say now."""
    try:
        compiled_ns = place.stat().st_mtime_ns
        # A compiled file never changes; it is replaced.  So no locks are needed, and a
        # screen may plan in a thread beside.
        address = f"{place.absolute().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(address, uri=True, check_same_thread=False)
    except (OSError, sqlite3.DatabaseError):
        return None
    try:
        if read_about(connection, "identity") == _identity(entry, overlay):
            sources = starmap(Stamp, read_about(connection, "sources"))
            if all_unchanged(sources, compiled_ns):
                return connection
    except DAMAGE:
        pass
    connection.close()
    return None


def _compile(
    entry: Path,
    overlay: Path | None,
    cache: Path | None,
    on_progress: OnProgress | None,
) -> sqlite3.Connection:
    """Compile into the cache folder; into memory if that cannot be."""
    # Imported here, since a fresh index needs neither YAML nor pydantic.
    from pillarplan.knowledge.index.compiling import compile_into

    def write(connection: sqlite3.Connection) -> None:
        compile_into(connection, entry, overlay, on_progress)
        write_about(connection, "identity", _identity(entry, overlay))
        connection.commit()

    if cache:
        place = _place(cache, entry, overlay)
        # Where the file cannot be written, or another process just put an older
        # state in its place, the answers still have to be right.
        with suppress(OSError, sqlite3.OperationalError):
            _write_file(place, write)
            if fresh := _open_fresh(place, entry, overlay):
                return fresh
    memory = sqlite3.connect(":memory:", check_same_thread=False)
    try:
        write(memory)
    except BaseException:
        memory.close()
        raise
    return memory


def _write_file(place: Path, write: Callable[[sqlite3.Connection], None]) -> None:
    """Let a database be written beside its place, and then moved there whole."""
    from pillarplan.files import PRIVATE_FILE, make_private

    make_private(place.parent)
    temporary = place.with_name(f".{place.name}.{os.urandom(4).hex()}.tmp")
    os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))
    try:
        with closing(sqlite3.connect(temporary)) as connection:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            write(connection)
        _sync(temporary)
        temporary.replace(place)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _remove_leftovers(place)


def _sync(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def _remove_leftovers(place: Path) -> None:
    """Remove what a process left behind that was killed while compiling."""
    newest = place.stat().st_mtime
    for each in place.parent.glob(".knowledge-*.tmp"):
        with suppress(OSError):
            if each.stat().st_mtime < newest - LEFTOVER_AGE:
                each.unlink()
