"""Checks that a value from a log is what its event says it is."""

from collections.abc import Iterable
from math import isfinite
from typing import Any

from pillarplan.domain.bounds import MOST_HOURS, TOP_LEVEL
from pillarplan.domain.knowledge.step import Span

DOES_NOT_FIT = (KeyError, TypeError, ValueError, AttributeError, RecursionError)
"""What reading data of the wrong shape raises."""


def text(value: Any) -> str:
    """Return `value` if it is a text, or raise TypeError."""
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not a text")
    return value


def texts(value: Any) -> tuple[str, ...]:
    """Return the items of `value` if it is a list of texts, or raise TypeError."""
    if not isinstance(value, list):
        raise TypeError(f"{value!r} is not a list")
    return tuple(map(text, value))


def within(value: Any, least: int, most: int) -> int:
    """Return `value` if it is a whole number in the range, or raise ValueError."""
    if type(value) is not int or not least <= value <= most:
        raise ValueError(f"{value!r} is not a whole number from {least} to {most}")
    return value


def hours(value: float) -> float:
    """Return `value` if somebody can spend so many hours, or raise ValueError."""
    if not (isfinite(value) and 0 <= value <= MOST_HOURS):
        raise ValueError(f"{value!r} is not a number of hours")
    return value


def check_spans(spans: Iterable[Span]) -> None:
    """Raise ValueError if a span is none of levels that rise within the scale."""
    for span in spans:
        within(span.from_, 0, span.to - 1)
        within(span.to, 1, TOP_LEVEL)
