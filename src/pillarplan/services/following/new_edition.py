"""Telling a person once that the knowledge base is another than before."""

from contextlib import suppress

from pillarplan.errors import PillarplanError
from pillarplan.files import make_private, write_atomically
from pillarplan.journal.storage.files import read_bytes
from pillarplan.services.workspace import Workspace

SEEN = "edition"
"""The file in the state folder that holds the mark of the edition seen last."""


def tell_of_new_edition(workspace: Workspace) -> None:
    """Say in a sentence what of the record another edition touches, once a machine.

    Where that cannot be remembered it is said again.
    """
    profile = workspace.profile()
    if not profile.ratings:
        return
    place = workspace.state / SEEN
    try:
        mark = workspace.knowledge.mark
        if read_bytes(place) == mark.encode() or not workspace.knowledge.edition.words:
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
        write_atomically(place, mark.encode())
