"""Files that people and scripts hand in; ``-`` is standard input."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from pillarplan.reading.complaints import Complaint
from pillarplan.reading.model import FindScale, read_model
from pillarplan.reading.source import Source
from pillarplan.reading.written import Written

Model = TypeVar("Model", bound=Written)


def read_input(
    name: str,
    model: type[Model],
    doubt: Callable[[Model], Iterable[Complaint]],
    find_scale: FindScale | None = None,
) -> Model:
    """Read a YAML or JSON file, or standard input, as `model`.

    `doubt` yields what is wrong with a file whose form is right, and `find_scale` says
    which levels names in it stand for.
    Raises InvalidInputError if it cannot be read or is not valid.
    """
    return read_model(open_input(name), model, doubt, find_scale)


def open_input(name: str) -> Source:
    """Return the content of a file, or of standard input."""
    stdin = name == "-"
    return Source.read(sys.stdin.buffer) if stdin else Source.open(Path(name), name)
