"""A document as a file: whole, private, and never over what somebody may want."""

from pathlib import Path

from pillarplan.domain.text import file_name
from pillarplan.errors import OccupiedError, PillarplanError
from pillarplan.files import is_replaceable, write_atomically, write_into


def write_export(content: bytes, path: Path, *, force: bool) -> None:
    """Write a file as a whole, for its owner only, as it may hold private notes.

    A file that is there already is replaced only with `force`; a device or a pipe is
    written to, and stays what it is.
    """
    try:
        if not is_replaceable(path):
            write_into(path, content)
            return
        if path.exists() and not force:
            raise OccupiedError(path)
        write_atomically(path, content)
    except OSError as error:
        raise PillarplanError(
            f"{file_name(path)}: {error.strerror}. Nothing was written."
        ) from None
