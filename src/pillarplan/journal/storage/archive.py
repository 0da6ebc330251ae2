"""Files as one zip file that can be checked, and unpacked by any tool."""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from pillarplan.files import PRIVATE_FILE
from pillarplan.journal.storage.files import is_foreign, log_files, read_bytes
from pillarplan.journal.storage.format import FILE, Version

MANIFEST = "manifest.json"
NAME = "pillarplan-backup"

VERSION: Version = (1, 1)
"""The format of archives; since 1.1 they hold the settings, too."""

LOGS = "journal"
QUARANTINE = "quarantine"

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The same date on every entry, so that equal files give equal bytes."""


def record_files(data: Path) -> dict[str, bytes]:
    """Return the files of the record in the folder `data`, by their names in it.

    Only what belongs to the record is looked for, so that nothing else which lies or
    is linked there goes along.
    """
    found = {FILE: read_bytes(data / FILE)}
    for path in (*log_files(data / LOGS), *_plain_files(data / QUARANTINE)):
        found[f"{path.parent.name}/{path.name}"] = read_bytes(path)
    return {name: content for name, content in found.items() if content}


def pack(contents: Mapping[str, bytes]) -> bytes:
    """Return a zip file of these contents by name, with their checksums."""
    checksums = {name: checksum(contents[name]) for name in sorted(contents)}
    manifest = {"format": NAME, "version": list(VERSION), "files": checksums}
    text = json.dumps(manifest, indent=2) + "\n"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as opened:
        for name in checksums:
            opened.writestr(_entry(name), contents[name])
        opened.writestr(_entry(MANIFEST), text.encode())
    return buffer.getvalue()


def checksum(content: bytes) -> str:
    """Return the checksum of a file in an archive."""
    return hashlib.sha256(content).hexdigest()


def _plain_files(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        for path in sorted(folder.iterdir()):
            if path.is_file() and not path.is_symlink() and not is_foreign(path.name):
                yield path


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = PRIVATE_FILE << 16
    # As on Unix, wherever it is written, so that the bytes are the same.
    entry.create_system = 3
    return entry
