"""What stands under a key of plain data, though something else may be wrong there."""

from collections.abc import Mapping
from typing import Any

Record = Mapping[str, Any]


def list_at(record: Record, key: str) -> list[Any]:
    """Return the list under a key; an empty one if there is none."""
    found = record.get(key)
    return found if isinstance(found, list) else []


def maps_at(record: Record, key: str) -> list[dict[str, Any]]:
    """Return the maps in the list under a key, without what else is in it."""
    return [each for each in list_at(record, key) if isinstance(each, dict)]


def map_at(record: Record, key: str) -> dict[str, Any]:
    """Return the map under a key; an empty one if there is none."""
    found = record.get(key)
    return found if isinstance(found, dict) else {}
