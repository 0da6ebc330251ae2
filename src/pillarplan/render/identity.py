"""Names by which other programs know the same thing again after a second export."""

from uuid import UUID, uuid5

NAMESPACE = UUID("6f2b6c52-6a0e-4c7e-9c0a-5d0f3b6a2e41")
"""Chosen once at random; it must never change."""


def stable_id(*words: str) -> UUID:
    """Return the same UUID (RFC 9562, version 5) for the same words, for ever."""
    return uuid5(NAMESPACE, "/".join(words))
