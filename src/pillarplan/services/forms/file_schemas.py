"""The JSON Schemas of the files that people write."""

from collections.abc import Callable, Collection
from functools import partial
from typing import Any

from pillarplan.knowledge.formats import schema as knowledge
from pillarplan.reading.schema import schema_of
from pillarplan.services.forms.checkin import CheckInFile
from pillarplan.services.forms.mapping import MappingFile
from pillarplan.services.forms.ratings import RatingsFile

FILE_SCHEMAS: dict[str, Callable[[int, Collection[str]], dict[str, Any]]] = {
    "knowledge": lambda *_: knowledge.knowledge_schema(),
    "part": lambda *_: knowledge.part_schema(),
    "overlay": lambda top, _: knowledge.overlay_schema(top),
    "ratings": partial(schema_of, RatingsFile, "Ratings for pillarplan"),
    "checkin": partial(schema_of, CheckInFile, "A check-in for pillarplan"),
    "mapping": lambda *_: schema_of(MappingFile, "Where things are, for kb import"),
}
"""What each kind of file is checked against, by name.

A knowledge base has a scale of its own; other files may name levels up to the highest
of the base that is in use, and those that a person hands in call them by their names.
"""
