"""Telling a person once that the knowledge base is another than before."""

from contextlib import suppress

from pillarplan.errors import PillarplanError
from pillarplan.files import make_private, write_atomically
from pillarplan.journal.storage.files import read_bytes
from pillarplan.services.workspace import Workspace

SEEN = "editions"
"""The file in the state folder that holds the marks of the editions seen, a line each.
"""

MOST = 50
"""Who goes from one base to another and back is told of each once."""


def tell_of_new_edition(workspace: Workspace) -> None:
    """Say in a sentence what of the record another edition touches, once a machine.

    Where that cannot be remembered it is said again.
    """
    profile = workspace.profile()
    if not profile.ratings:
        return
    place = workspace.state / SEEN
    try:
        mark = workspace.knowledge.mark.encode()
        seen = read_bytes(place).split()
        if mark in seen or not workspace.knowledge.edition.words:
            return
    except PillarplanError:  # who needs the base will say what is wrong
        return
    # Imported here, since the same edition is seen nearly always.
    from pillarplan.domain.editions.touched import find_touched
    from pillarplan.render.editions.sentences import in_one_sentence

    if touched := find_touched(profile, workspace.edition()):
        workspace.warn(in_one_sentence(touched))
    with suppress(OSError):
        make_private(workspace.state)
        write_atomically(place, b"\n".join([*seen, mark][-MOST:]) + b"\n")
