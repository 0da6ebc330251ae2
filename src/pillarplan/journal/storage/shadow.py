"""Keeping the shadow copies in step with the logs that they copy."""

import contextlib
import os
from pathlib import Path

from pillarplan.files import PRIVATE_FILE, write_atomically
from pillarplan.journal.storage.append import FLAGS
from pillarplan.journal.storage.files import log_files, read_bytes, stamp_of
from pillarplan.journal.storage.scan import NOTHING
from pillarplan.journal.storage.survey import Survey


def follow(shadow: Path, known: bytes, kept: bytes, new: bytes) -> None:
    """Make the `shadow`, which holds `known`, a copy of ``kept + new``.

    The log itself is safe by now.  So the copy may fail, and need not wait for the
    disk: the next command finds that it differs and makes it anew.
    """
    with contextlib.suppress(OSError):
        if known and known == kept:
            handle = os.open(shadow, FLAGS, PRIVATE_FILE)
            try:
                os.write(handle, new)
            finally:
                os.close(handle)
        else:
            write_atomically(shadow, kept + new)


def behind(found: Survey) -> tuple[Path, ...]:
    """Return the logs of others whose shadow copies are not, or not surely, in step."""
    return tuple(
        path
        for path, stamp in found.stamps.items()
        if path != found.own and stamp_of(found.shadow_of(path)) != stamp
    )


def keep_up(found: Survey) -> None:
    """Let the shadow copies hold what others' logs hold, and what they held before.

    A copy that somebody else changed since the survey is left for the next command.
    Where a copy equals its log it gets that log's time, so that a look at both from
    outside tells that they are in step.
    """
    for path in behind(found):
        copy, content = found.shadow_of(path), found.united(path)
        known = found.shadows.get(path, NOTHING).content
        if read_bytes(copy) != known:
            continue
        if content != known:
            write_atomically(copy, content)
        if content == found.scans[path].content and content:
            os.utime(copy, ns=(found.stamps[path][1],) * 2)


def glance(folder: Path, own: Path, shadow_folder: Path) -> dict[str, bytes] | None:
    """Return what each log holds, by its name, if all shadow copies are in step.

    That of the own log is compared byte by byte, the others from outside.  None if any
    is not: then only a survey tells what there is.
    """
    logs = log_files(folder)
    if {path.name for path in logs} != {path.name for path in log_files(shadow_folder)}:
        return None
    held = {}
    for path in logs:
        copy, seen = shadow_folder / path.name, stamp_of(path)
        held[path.name] = content = read_bytes(path)
        is_in_step = (
            read_bytes(copy) == content if path == own else stamp_of(copy) == seen
        )
        if not is_in_step:
            return None
    return held
