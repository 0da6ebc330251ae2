"""A folder of files that is there as a whole, or not at all."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from pillarplan.domain.text import file_name
from pillarplan.errors import OccupiedError, PillarplanError
from pillarplan.files import PRIVATE_FOLDER, sync_folder, write_atomically

KIND = ".yaml"
"""What the files of a folder that may be replaced end in."""


def check_place(folder: Path, entry: str, *, force: bool) -> None:
    """Raise OccupiedError, or another error, if a folder may not be written here.

    What is there is replaced only with `force`, and only if it has such an entry file
    and no files of another kind: a folder that was named by mistake must not be lost.
    """
    try:
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            reason = "is there and is no folder. Choose another place with -o"
            raise PillarplanError(f"{file_name(folder)} {reason}.")
        if not folder.exists() or not any(folder.iterdir()):
            return
        other = next((path for path in folder.rglob("*") if not _belongs(path)), None)
        if other or not (folder / entry).is_file():
            what = f" ({file_name(other.name)})" if other else ""
            reason = f"holds other things{what}. Choose a new folder with -o"
            raise PillarplanError(f"{file_name(folder)} {reason}.")
    except OSError as error:
        raise _failed(folder, error) from None
    if not force:
        raise OccupiedError(folder)


def _belongs(path: Path) -> bool:
    if path.is_symlink():
        return False
    return path.is_dir() or (path.is_file() and path.suffix == KIND)


def write_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Write files into a folder, which takes the place of the one that is there.

    All of it is written beside that place first, and renamed in the end.
    """
    place = folder.resolve()
    mark = f".{place.name}.{os.urandom(4).hex()}"
    new, old = place.with_name(f"{mark}.tmp"), place.with_name(f"{mark}.old")
    try:
        for name, text in files.items():
            path = new / name
            if not new.is_dir():
                new.mkdir(mode=PRIVATE_FOLDER)
            path.parent.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
            write_atomically(path, text.encode("utf-8"))
        if place.exists():
            place.rename(old)
        new.rename(place)
        sync_folder(place.parent)
    except OSError as error:
        raise _failed(folder, error) from None
    finally:
        if not place.exists() and old.exists():
            old.rename(place)
        for each in (new, old):
            shutil.rmtree(each, ignore_errors=True)


def _failed(folder: Path, error: OSError) -> PillarplanError:
    reason = error.strerror or "cannot be written"
    return PillarplanError(f"{file_name(folder)}: {reason}. Nothing was written.")
