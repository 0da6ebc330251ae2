"""The kinds of value that files hold: ids, lines, dates, levels, hours."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationInfo
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError

from pillarplan.domain.bounds import MOST_HOURS, TOP_LEVEL
from pillarplan.domain.knowledge.bare import BARE
from pillarplan.domain.plan.written_hours import hours_from
from pillarplan.domain.text import (
    LINK,
    LONGEST_LINE,
    LONGEST_SLUG,
    LONGEST_TEXT,
    SLUG,
    one_line,
)
from pillarplan.reading.building import number_of
from pillarplan.reading.phrases import did_you_mean


def _only(form: str, kind: type, error: str) -> BeforeValidator:
    """Let one spelling of a kind be read, or complain with one of pydantic's errors.

    Pydantic takes digits in quotes for a date (as seconds since 1970), and the keys 1,
    01 and 1.0 for one number, so that one of them would silently win.
    """
    pattern = re.compile(form)

    def check(value: Any) -> Any:
        if type(value) is kind or (isinstance(value, str) and pattern.fullmatch(value)):
            return value
        raise PydanticCustomError(error, "")

    return BeforeValidator(check)


def _hours(value: Any) -> Any:
    """Return the hours that a text says, in one of the ways to write them."""
    if not isinstance(value, str):
        return value
    if (hours := hours_from(value)) is None:
        raise PydanticCustomError("hours_parsing", "")
    return hours


def one_or_more(value: Any) -> Any:
    """Return a list that may be written as its only entry."""
    if isinstance(value, list):
        return tuple(value)
    return (value,) if isinstance(value, str) else value


def _level(value: Any, info: ValidationInfo) -> Any:
    """Return the level that a name stands for, where there is a scale to ask."""
    if not isinstance(value, str) or number_of(value) is not None or not info.context:
        return value
    scale = info.context()
    level = scale.find(value)
    if level is None:
        hint = did_you_mean(value, scale.names.values())
        shown = one_line(value, 40)
        raise ValueError(f"must be one of {scale.listing}, not '{shown}'{hint}")
    return level


Slug = Annotated[str, Field(pattern=f"^{SLUG}$", max_length=LONGEST_SLUG)]
"""An id: lower case letters, digits and single dashes."""

ItemId = Annotated[str, Field(pattern=f"^({SLUG}|{BARE})$", max_length=LONGEST_LINE)]
"""The id of an item of a plan: of an entry, or of a bare step."""

Line = Annotated[str, Field(min_length=1, max_length=LONGEST_LINE)]
"""One line of text that is shown to people."""

Text = Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT)]
"""A short paragraph."""

Address = Annotated[str, Field(pattern=f"^{LINK}$", max_length=500)]
"""A link that is safe to print: https, http or mailto, no spaces or quotes."""

Version = Annotated[str, Field(pattern=r"^1\.[0-9]+$")]
"""Of a file format; a higher minor version only adds to a lower one."""

Day = Annotated[
    date, Field(strict=False), _only(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", date, "date_type")
]
"""A date, in its one spelling; a model without it would read others, too."""

LEVEL = "level"
"""Marks, in a schema in the making, what must be on the scale: a number, one that may
be told by its name, or a key that is above 0."""

_LEVEL: JsonDict = {LEVEL: True}
_STATED: JsonDict = {LEVEL: "stated"}

StatedLevel = Annotated[
    int, Field(ge=-99, le=99, json_schema_extra=_STATED), BeforeValidator(_level)
]
"""How well somebody masters a skill, by number, 0 for not started, or by name; the
knowledge base that is in use says which levels there are, and refuses all others with
their names."""

Level = Annotated[int, Field(ge=0, le=TOP_LEVEL, json_schema_extra=_LEVEL)]
"""The same within a knowledge base, which has a scale of its own."""

WholeKey = Annotated[
    int, Field(strict=False), _only(r"0|-?[1-9][0-9]{0,14}", int, "int_parsing")
]
"""A whole number as the key of a map, where all keys are text, in its one spelling."""

LevelKey = Annotated[WholeKey, Field(ge=0, le=TOP_LEVEL)]
"""A level as the key of a map."""

Importance = Annotated[int, Field(ge=1, le=3)]
"""How much a skill matters in somebody's work now: 1 low, 2 normal, 3 high."""

Hours = Annotated[float, Field(gt=0, le=MOST_HOURS, multiple_of=0.25)]
"""Effort in hours; quarters are exact in binary, so that sums are exact too."""

HoursText = Annotated[str, Field(pattern=r"^[0-9.:hHmMiInN ]+$")]
"""What hours are written with; `pillarplan.domain.plan.written_hours` says how."""

_NumberOfHours = Annotated[float, Field(ge=0, le=MOST_HOURS)]

SpentHours = Annotated[
    _NumberOfHours,
    BeforeValidator(_hours, json_schema_input_type=_NumberOfHours | HoursText),
]
"""Time that somebody really spent, in hours; or as on the command line: ``"1:30"``."""
