"""Texts of the record, made fit for display before they are written and when read."""

from typing import Any

from pillarplan.domain.text import one_line

LONGEST_TEXT = 2_000
"""Longer texts are cut, in characters."""


def clean(value: Any) -> Any:
    """Return plain data with every text in it cleaned for display."""
    if type(value) in BARE:  # asked first, as a record of years holds many
        return value
    if isinstance(value, str):
        return one_line(value, LONGEST_TEXT)
    if isinstance(value, dict):
        return {
            key: each if type(each) in BARE else clean(each)
            for key, each in value.items()
        }
    if isinstance(value, list):
        return [clean(each) for each in value]
    return value


BARE = frozenset({int, float, bool, type(None)})
"""Kinds of values without a text in them."""
