"""Bounds on values: checked by pydantic at the edge, free of cost everywhere else.

The domain is made of standard dataclasses, because everyday commands must start fast
and importing pydantic alone takes longer than they may run.  Rooms that read files
validate these same classes with ``pydantic.TypeAdapter``; the bounds below are plain
data until then.
"""

from collections.abc import Callable
from typing import Annotated, Any

from pillarplan.domain.text import LONGEST_LINE, LONGEST_SLUG, SLUG


class Bounds:
    """What an ``Annotated`` type allows, named as in pydantic's core schema.

    For text ``pattern``, ``min_length``, ``max_length``; for numbers ``ge``, ``gt``,
    ``le``, ``multiple_of``; for tuples ``min_length``, ``max_length``.
    """

    __slots__ = ("bounds",)

    def __init__(self, **bounds: Any) -> None:
        self.bounds = bounds

    def __get_pydantic_core_schema__(
        self, source: Any, handler: Callable[[Any], dict[str, Any]]
    ) -> dict[str, Any]:
        """Add the bounds to the schema of the annotated type."""
        return {**handler(source), **self.bounds}


class ShortForm:
    """Lets a value of an ``Annotated`` type be written shorter than it is.

    `expand` returns the whole form of what was written; it may raise ValueError.  The
    type `short`, if given, is what the schema for editors allows instead.
    """

    __slots__ = ("expand", "short")

    def __init__(self, expand: Callable[[Any], Any], short: Any = None) -> None:
        self.expand = expand
        self.short = short

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> dict[str, Any]:
        """Expand what was written before it is validated."""
        whole = handler(source)
        schema = {
            "type": "function-before",
            "function": {"type": "no-info", "function": self.expand},
            "schema": whole,
        }
        if self.short is not None:
            choices = [handler.generate_schema(self.short), whole]
            schema["json_schema_input_schema"] = {"type": "union", "choices": choices}
        return schema


def spelling(name: str) -> str:
    """Return how a field is spelt in files: ``from_`` is written ``from``."""
    return name.rstrip("_")


STRICT: dict[str, Any] = {
    "extra": "forbid",
    "strict": True,
    "alias_generator": spelling,
    "use_attribute_docstrings": True,
}
"""The ``__pydantic_config__`` of every class that is read from a file."""

Slug = Annotated[str, Bounds(pattern=f"^{SLUG}$", max_length=LONGEST_SLUG)]
"""An id: lower case letters, digits and single dashes."""

Line = Annotated[str, Bounds(min_length=1, max_length=LONGEST_LINE)]
"""One line of text that is shown to people."""

Text = Annotated[str, Bounds(min_length=1, max_length=1000)]
"""A short paragraph."""

Level = Annotated[int, Bounds(ge=0, le=5)]
"""How well somebody masters a skill, from 0 (not started) to 5 (leading)."""

Importance = Annotated[int, Bounds(ge=1, le=3)]
"""How much a skill matters in somebody's work now: 1 low, 2 normal, 3 high."""

Hours = Annotated[float, Bounds(gt=0, le=500, multiple_of=0.25)]
"""Effort in hours; quarters are exact in binary, so that sums are exact too."""

SpentHours = Annotated[float, Bounds(ge=0, le=500)]
"""Time that somebody really spent, in hours."""

TOP_LEVEL = 5
"""The highest level of the scale."""
