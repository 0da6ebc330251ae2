"""Telling a person once that the knowledge base is another than before."""

from contextlib import suppress
from zlib import crc32

from pillarplan.domain.person.profile import Profile
from pillarplan.errors import PillarplanError
from pillarplan.files import make_private, write_atomically
from pillarplan.journal.storage.files import read_bytes
from pillarplan.services.workspace import Workspace

SEEN = "editions"
"""The file in the state folder that holds the marks of the editions seen and what they
looked like from outside, a line each."""

MOST = 50
"""Who goes from one base to another and back is told of each once."""


def tell_of_new_edition(workspace: Workspace, *, at_a_glance: bool = False) -> None:
    """Say in a sentence what of the record another edition touches, once a machine.

    Where that cannot be remembered it is said again.  At a glance a base whose entry
    file looks as it did the last time is taken for the same one, so that an everyday
    command need not open it.
    """
    profile = workspace.profile()
    if not profile.ratings:
        return
    place = workspace.state / SEEN
    seen = read_bytes(place).split()
    try:
        look = _look(workspace)
        if at_a_glance and look in seen:
            return
        mark = workspace.knowledge.mark.encode()
        if not workspace.knowledge.edition.words:
            return
    except PillarplanError:  # who needs the base will say what is wrong
        return
    if mark not in seen:
        _tell(workspace, profile)
    if new := [each for each in (mark, look) if each not in seen]:
        with suppress(OSError):
            make_private(workspace.state)
            write_atomically(place, b"\n".join([*seen, *new][-MOST:]) + b"\n")


def _tell(workspace: Workspace, profile: Profile) -> None:
    # Imported here, since the same edition is seen nearly always.
    from pillarplan.domain.editions.touched import find_touched
    from pillarplan.render.editions.sentences import in_one_sentence

    if touched := find_touched(profile, workspace.edition_for(profile)):
        workspace.warn(in_one_sentence(touched))


def _look(workspace: Workspace) -> bytes:
    """Return what the files that name a knowledge base look like from outside."""
    files = filter(None, (workspace.entry, workspace.overlay))
    try:
        seen = [(str(path), path.stat()) for path in files]
    except OSError:
        return b"gone"
    parts = (f"{crc32(p.encode()):x}.{s.st_size:x}.{s.st_ctime_ns:x}" for p, s in seen)
    return "+".join(parts).encode()
