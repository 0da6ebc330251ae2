"""Two editions of a knowledge base beside each other, and one's own record."""

from dataclasses import replace
from pathlib import Path

from pillarplan.domain.editions.difference import EditionDiff, find_difference
from pillarplan.domain.editions.touched import touched_by
from pillarplan.domain.knowledge.edition import edition_of
from pillarplan.services.library.maintaining import read_base
from pillarplan.services.workspace import Workspace


def compare(
    workspace: Workspace, old: Path, new: Path, *, mine: bool = False
) -> EditionDiff:
    """Return what differs between two bases; with `mine`, what of the record it is."""
    before, after = (read_base(workspace, path) for path in (old, new))
    diff = find_difference(before, after)
    if not mine:
        return diff
    touched = touched_by(diff, workspace.profile(), edition_of(before))
    return replace(diff, mine=touched)
