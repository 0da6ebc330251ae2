"""Reading a zip file that anybody may have made, without trusting it.

Nothing is written here.  Sizes are bounded twice, by what the file says of itself and
by what really comes out of it, so that no small file can fill the memory.
"""

import io
import json
import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from pillarplan.journal.storage.archive import MANIFEST, NAME, VERSION, checksum
from pillarplan.journal.storage.format import spell

MOST_BYTES = 256 * 2**20
"""How large an archive may be, packed and unpacked; ten years take a few MiB."""

MOST_FILES = 10_000

METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What reading a damaged zip file raises."""


class UnfitArchiveError(ValueError):
    """A file is no archive of ours, or not safe to unpack; the message says why."""


def unpack(content: bytes) -> dict[str, bytes]:
    """Return the files in an archive by name; raise UnfitArchiveError if it is unfit.

    It is fit if it is ours, not newer than this program, the same as when it was
    made, and if no name in it leads elsewhere.
    """
    if len(content) > MOST_BYTES:
        raise UnfitArchiveError("it is larger than any record")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            _check_entries(opened.infolist())
            found = dict(_read(opened))
        checksums = _checksums(found.pop(MANIFEST, b""))
    except UnfitArchiveError:
        raise
    except BROKEN as error:
        raise UnfitArchiveError(f"it cannot be read ({error})") from None
    for fault in differences(found, checksums):
        raise UnfitArchiveError(fault)
    return found


def differences(
    found: Mapping[str, bytes], checksums: Mapping[str, Any]
) -> Iterator[str]:
    """Say in what the files of an archive differ from its manifest."""
    for name in sorted({*found, *checksums}):
        if name not in found:
            yield f"{name} is missing"
        elif name not in checksums:
            yield f"{name} is not in the manifest"
        elif checksum(found[name]) != checksums[name]:
            yield f"{name} differs from its checksum"


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    if len(names) > MOST_FILES or sum(each.file_size for each in entries) > MOST_BYTES:
        raise UnfitArchiveError("it would unpack to more than any record holds")
    if len(set(names)) < len(names):
        raise UnfitArchiveError("it holds two files of one name")
    for entry in entries:
        if not _is_safe(entry.filename) or stat.S_ISLNK(entry.external_attr >> 16):
            raise UnfitArchiveError(
                f"{entry.filename!r} in it leads elsewhere; no backup of ours does"
            )
        if entry.compress_type not in METHODS:
            raise UnfitArchiveError("it is packed in a way that pillarplan never uses")


def _is_safe(name: str) -> bool:
    """Say whether a name leads to one place below the folder where it is unpacked."""
    parts = PurePosixPath(name).parts
    return (
        name.isprintable()
        and "\\" not in name
        and name[1:2] != ":"
        and "/".join(parts) == name
        and ".." not in parts
        and not name.startswith("/")
    )


def _read(opened: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    left = MOST_BYTES
    for entry in opened.infolist():
        with opened.open(entry) as stream:
            content = stream.read(left + 1)
        left -= len(content)
        if left < 0:
            raise UnfitArchiveError("it unpacks to more than it says")
        yield entry.filename, content


def _checksums(manifest: bytes) -> dict[str, Any]:
    """Return the checksums in a manifest, or raise UnfitArchiveError if not ours."""
    try:
        record = json.loads(manifest)
        is_ours = record["format"] == NAME
        (major, _), checksums = record["version"], dict(record["files"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        is_ours, major, checksums = False, 0, {}
    if not is_ours or type(major) is not int:
        raise UnfitArchiveError("it is not a backup of pillarplan")
    if major > VERSION[0]:
        raise UnfitArchiveError(
            f"it has format {major}, this pillarplan knows {spell(VERSION)}; "
            "upgrade pillarplan"
        )
    return checksums
