"""Backups: one file that holds the whole journal, and the person's settings.

`pillarplan.journal.care.restore` brings one in again.  Any tool can unpack it, too.
"""

import re
from pathlib import Path

from pillarplan.domain.text import SLUG
from pillarplan.files import (
    is_replaceable,
    make_private,
    write_atomically,
    write_into,
)
from pillarplan.journal.care.unpack import UnfitArchiveError, unpack
from pillarplan.journal.journal import Journal
from pillarplan.journal.storage.archive import pack, record_files
from pillarplan.journal.storage.errors import NotReadableError, NotWritableError
from pillarplan.journal.storage.files import read_bytes
from pillarplan.journal.storage.log import Trouble

SETTINGS = re.compile(rf"config\.toml|overlay(-{SLUG})?\.yaml")
"""What files of the config folder are called that belong in a backup."""

PLACE = "config/"
"""Where a backup keeps them."""


def pack_journal(journal: Journal, config: Path | None = None) -> bytes:
    """Return the journal, and the settings in the folder `config`, as a zip file.

    The journal is not locked: logs only grow, so that each is copied as it was at
    some moment.  The same record gives the same bytes.
    """
    if not journal.data.is_dir():
        raise NotReadableError(journal.data, "There is no journal yet")
    contents = record_files(journal.data)
    if config is not None:
        kept = settings_in(config).items()
        contents |= {PLACE + name: content for name, content in kept if content}
    return pack(contents)


def settings_in(config: Path) -> dict[str, bytes]:
    """Return the settings that a folder holds, by name; a pipe or a device is none."""
    paths = sorted(config.glob("*")) if config.is_dir() else ()
    settings = (each for each in paths if SETTINGS.fullmatch(each.name))
    return {path.name: read_bytes(path) for path in settings if path.is_file()}


def is_setting(place: str) -> bool:
    """Say whether a file of a backup is one of the settings."""
    name = place.removeprefix(PLACE)
    return place != name and SETTINGS.fullmatch(name) is not None


def back_up(journal: Journal, target: Path, config: Path | None = None) -> Path:
    """Write a backup to the file `target`; return its path.

    A device or a pipe is written to, and stays what it is.
    """
    content = pack_journal(journal, config)
    try:
        if not is_replaceable(target):
            write_into(target, content)
            return target
        make_private(target.parent)
        write_atomically(target, content)
    except OSError as error:
        raise NotWritableError(error.filename or target, error.strerror) from error
    return target


def verify_backup(path: Path) -> tuple[Trouble, ...]:
    """Return what is wrong with the backup at `path`; nothing if it is whole."""
    try:
        unpack(path.read_bytes())
    except FileNotFoundError:
        reason = "there is no such file"
    except OSError as error:
        reason = f"it cannot be read ({error})"
    except UnfitArchiveError as error:
        reason = str(error)
    else:
        return ()
    return (Trouble(file=str(path), message=reason, next_step="Use another backup"),)
