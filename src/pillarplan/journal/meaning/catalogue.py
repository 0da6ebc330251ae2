"""All kinds of events by their names."""

from collections.abc import Mapping

from pillarplan.journal.meaning.kind import Kind
from pillarplan.journal.meaning.kinds import (
    aims,
    corrections,
    own_items,
    plans,
    questions,
    ratings,
    succession,
    undoing,
    work,
)

FAMILIES = (
    ratings,
    aims,
    plans,
    work,
    questions,
    succession,
    corrections,
    own_items,
    undoing,
)

KINDS: Mapping[str, Kind] = {
    row.name: row
    for family in FAMILIES
    for row in vars(family).values()
    if isinstance(row, Kind)
}
"""Whatever a family declares is in here; other names come from a newer pillarplan."""
