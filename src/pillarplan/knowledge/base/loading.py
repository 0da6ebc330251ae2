"""A whole knowledge base in memory."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from pillarplan.domain.knowledge.base import KnowledgeBase
from pillarplan.knowledge.base.collector import without_collector
from pillarplan.knowledge.base.reader import KnowledgeReader
from pillarplan.knowledge.checking.checks import PLACES, TABLES


def load(entry: Path, overlay: Path | None = None) -> KnowledgeBase:
    """Return the knowledge base of an entry file, its parts and an overlay.

    Raises BrokenFileError with every problem of all its files.
    """
    with without_collector():
        base, *parts = KnowledgeReader(entry, overlay).parts()
    assert isinstance(base, KnowledgeBase)  # the entry file comes first
    together: dict[str, Any] = {
        section: tuple(
            thing for part in (base, *parts) for thing in getattr(part, section)
        )
        for section in PLACES
    }
    for table in TABLES:
        together[table] = {
            key: value
            for part in (base, *parts)
            for key, value in getattr(part, table).items()
        }
    return replace(base, **together)
