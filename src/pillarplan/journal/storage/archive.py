"""A folder as one zip file that can be checked, and unpacked by any tool."""

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from pillarplan.files import PRIVATE_FILE, write_atomically

MANIFEST = "manifest.json"
NAME = "pillarplan-backup"

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The same date on every entry, so that equal folders give equal bytes."""

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


def archive(folder: Path, target: Path) -> None:
    """Write the files in `folder` to the zip file `target`, with their checksums.

    Hidden files, such as git's, and `target` itself are left out.
    """
    contents = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(_files(folder))
        if path.resolve() != target.resolve()
    }
    checksums = {name: _checksum(content) for name, content in contents.items()}
    manifest = {"format": NAME, "version": [1, 0], "files": checksums}
    contents[MANIFEST] = (json.dumps(manifest, indent=2) + "\n").encode()
    write_atomically(target, _zipped(contents))


def faults(path: Path) -> Iterator[str]:
    """Say in what the zip file at `path` differs from its own manifest."""
    try:
        with zipfile.ZipFile(path) as opened:
            checksums = json.loads(opened.read(MANIFEST))["files"]
            names = set(opened.namelist()) - {MANIFEST}
            for name in sorted(names | set(checksums)):
                if name not in names:
                    yield f"{name} is missing"
                elif name not in checksums:
                    yield f"{name} is not in the manifest"
                elif _checksum(opened.read(name)) != checksums[name]:
                    yield f"{name} differs from its checksum"
    except FileNotFoundError:
        yield "there is no such file"
    except (KeyError, TypeError, *BROKEN) as error:
        yield f"it cannot be read ({error})"


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _files(path)
        elif path.is_file():
            yield path


def _zipped(contents: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in contents.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = PRIVATE_FILE << 16
            opened.writestr(entry, content)
    return buffer.getvalue()


def _checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
