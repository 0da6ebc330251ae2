"""What somebody types for a dial, read as the option of ``plan`` of the same name."""

from typing import Any

from pillarplan.cli.input.options.plan import PLAN_OPTIONS

_OPTIONS = {option.name: option for option in PLAN_OPTIONS}


def read_dial(name: str, text: str) -> Any:
    """Return the wish that a text states; raise UsageError if it states none."""
    option = _OPTIONS[name]
    return option.read(text.strip(), option.flag)
