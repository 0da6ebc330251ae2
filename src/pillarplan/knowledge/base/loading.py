"""A whole knowledge base in memory."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from pillarplan.domain.knowledge.base import KnowledgeBase
from pillarplan.domain.knowledge.recommendation import count_recommenders
from pillarplan.knowledge.base.collector import without_collector
from pillarplan.knowledge.base.reader import KnowledgeReader
from pillarplan.knowledge.checking.checks import PLACES, TABLES
from pillarplan.reading.document import Document
from pillarplan.reading.source import LARGE, Source

OVERLAY = "pillarplan-overlay"
"""What an overlay says its format is."""


def is_overlay(path: Path) -> bool:
    """Say whether a file calls itself an overlay, to be read over another base."""
    if not path.is_file():  # what is no file can be read only once, if at all
        return False
    document = Document(Source.open(path, limits=LARGE))
    return document.usable and document.data.get("format") == OVERLAY


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
    recommenders = count_recommenders(together["recommended"], together["guests"])
    together["resources"] = tuple(
        replace(each, recommenders=recommenders.get(each.id, 0))
        for each in together["resources"]
    )
    return replace(base, **together)
