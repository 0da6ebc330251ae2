"""The JSON Schemas of the files that people write."""

from collections.abc import Callable
from typing import Any

from pillarplan.knowledge.formats import schema as knowledge
from pillarplan.reading.schema import schema_of
from pillarplan.services.forms.checkin import CheckInFile
from pillarplan.services.forms.ratings import RatingsFile

FILE_SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "knowledge": knowledge.knowledge_schema,
    "part": knowledge.part_schema,
    "overlay": knowledge.overlay_schema,
    "ratings": lambda: schema_of(RatingsFile, "Ratings for pillarplan"),
    "checkin": lambda: schema_of(CheckInFile, "A check-in for pillarplan"),
}
"""What each kind of file is checked against, by name."""
