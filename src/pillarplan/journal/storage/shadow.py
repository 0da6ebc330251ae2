"""Keeping the shadow copy in step with the log that it copies."""

import contextlib
import os
from pathlib import Path

from pillarplan.files import PRIVATE_FILE, write_atomically
from pillarplan.journal.storage.append import FLAGS


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
