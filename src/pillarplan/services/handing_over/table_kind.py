"""What can be had as a table."""

from enum import StrEnum


class TableKind(StrEnum):
    """What a table may hold."""

    ITEMS = "items"
    SESSIONS = "sessions"
    RATINGS = "ratings"
    EVIDENCE = "evidence"
    HOURS = "hours"
