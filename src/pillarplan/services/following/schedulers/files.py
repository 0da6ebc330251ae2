"""Files that set a reminder up: all of them, or none."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from pillarplan.domain.text import file_name
from pillarplan.errors import PillarplanError
from pillarplan.files import make_private, write_atomically


class UnwritableError(PillarplanError):
    """A file of a reminder cannot be read, written or deleted."""

    kind = "unwritable"

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(f"{file_name(path)}: {error.strerror}. Nothing was changed.")


@contextmanager
def written(files: Mapping[Path, str]) -> Iterator[None]:
    """Write files; put back what was there before if something fails after that."""
    before = {path: content_of(path) for path in files}
    done = []
    try:
        for path, text in files.items():
            _write(path, text.encode())
            done.append(path)
        yield
    except BaseException:
        for path in done:
            content = before[path]
            if content is None:
                delete(path)
            else:
                _write(path, content)
        raise


def content_of(path: Path) -> bytes | None:
    """Return what a file holds; None if there is none."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise UnwritableError(path, error) from None


def delete(path: Path) -> None:
    """Delete a file, if it is there."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise UnwritableError(path, error) from None


def _write(path: Path, content: bytes) -> None:
    try:
        make_private(path.parent)
        write_atomically(path, content)
    except OSError as error:
        raise UnwritableError(path, error) from None
