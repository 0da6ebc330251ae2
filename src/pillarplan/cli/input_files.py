"""Files that people and scripts hand in; ``-`` is standard input."""

import sys
from pathlib import Path
from typing import TypeVar

from pillarplan.errors import InvalidInputError
from pillarplan.reading.model import read_model
from pillarplan.reading.source import Source

Model = TypeVar("Model")


def read_input(name: str, model: type[Model]) -> Model:
    """Read a YAML or JSON file, or standard input, as `model`.

    Raises InvalidInputError if it cannot be read or is not valid.
    """
    if name == "-":
        return read_model(Source("<stdin>", sys.stdin.buffer.read()), model)
    try:
        content = Path(name).read_bytes()
    except OSError as error:
        raise InvalidInputError(f"{name}: {error.strerror}.") from None
    return read_model(Source(name, content), model)
