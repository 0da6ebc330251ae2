"""What a search in the knowledge base finds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An entry that was found, with the words around the place."""

    kind: str
    id: str
    title: str
    snippet: str
