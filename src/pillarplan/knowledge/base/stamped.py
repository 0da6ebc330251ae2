"""A file that is read, with what it was like at that moment."""

from pathlib import Path

from pillarplan.knowledge.base.file_stamp import Stamp, digest
from pillarplan.reading.source import LARGE, Source, UnreadableFileError


def read_stamped(path: Path) -> tuple[Source, Stamp]:
    """Read a file, and note what it was like just before."""
    try:
        status = path.stat()
    except OSError as error:
        raise UnreadableFileError(path, error.strerror or "unknown") from error
    source = Source.open(path, limits=LARGE)
    return source, Stamp(
        path=str(path.absolute()),
        size=status.st_size,
        mtime_ns=status.st_mtime_ns,
        ctime_ns=status.st_ctime_ns,
        sha256=digest(source.content),
    )
