"""Facts as plain data: all that a roadmap knows of them."""

from collections.abc import Mapping
from typing import Any

FactRecord = Mapping[str, Any]
"""A fact as plain data, with its ``kind``; `pillarplan.domain.facts.kept` reads it.

The text beside it says the same.  `pillarplan.render.words` makes it, and before that
it is empty; roadmaps of older programs have the text alone.
"""
