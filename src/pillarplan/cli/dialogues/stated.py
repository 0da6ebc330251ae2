"""What somebody types in a dialogue, read as the option of ``plan`` that it is."""

from typing import Any

from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.cli.input.options.plan import PLAN_OPTIONS
from pillarplan.cli.input.typed import iso_breaks
from pillarplan.cli.input.written_days import read_day

_OPTIONS = {option.name: option for option in PLAN_OPTIONS}


def read_option(here: Surroundings, name: str, text: str) -> Any:
    """Return the wish that a text states; raise UsageError if it states none."""
    option = _OPTIONS[name]
    return option.read(as_stated(here, name, text), option.flag)


def as_stated(here: Surroundings, name: str, text: str) -> str:
    """Return a text in the form in which an option takes it: days as ISO dates."""
    option = _OPTIONS[name]
    if option.names == "day":
        return read_day(text.strip(), here.today, option.flag).isoformat()
    if option.names == "breaks":
        return iso_breaks(here, option.flag, text)
    return text.strip()
