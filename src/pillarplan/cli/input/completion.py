"""Ids that the shell offers when the Tab key is pressed."""

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from pillarplan.cli.input.folders import find_folders, host_name

if TYPE_CHECKING:
    from pillarplan.knowledge.index.index import KnowledgeIndex


def _index() -> "KnowledgeIndex":
    from pillarplan.knowledge.base.builtin import bundled_path
    from pillarplan.knowledge.index.opening import open_index

    return open_index(
        bundled_path(), None, find_folders(os.environ.get("PILLARPLAN_HOME")).cache
    )


def complete_skill(incomplete: str) -> list[str]:
    """Return the skill ids that begin with `incomplete`."""
    return _begins(incomplete, (skill.id for skill in _index().outlines()))


def complete_role(incomplete: str) -> list[str]:
    """Return the role ids that begin with `incomplete`."""
    return _begins(incomplete, (role.id for role in _index().roles()))


def complete_planned_item(incomplete: str) -> list[str]:
    """Return the items of the adopted roadmap that begin with `incomplete`."""
    from pillarplan.journal.journal import Journal
    from pillarplan.journal.meaning.replay import replay

    folders = find_folders(os.environ.get("PILLARPLAN_HOME"))
    roadmap = replay(
        Journal(folders.data, folders.state, host_name()).read().events
    ).roadmap
    return _begins(incomplete, (item.id for item in roadmap.items) if roadmap else ())


def _begins(incomplete: str, names: Iterable[str]) -> list[str]:
    return [name for name in names if name.startswith(incomplete)]
