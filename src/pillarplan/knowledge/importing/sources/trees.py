"""YAML and JSON of others, by the reader of our own files, within larger limits."""

from typing import Any

from pillarplan.knowledge.importing.sources.limits import MOST_VALUES
from pillarplan.reading.building import Builder
from pillarplan.reading.json_text import looks_like_json, read_json
from pillarplan.reading.lines import Lines
from pillarplan.reading.problem import BrokenFileError, problem_at
from pillarplan.reading.yaml_text import read_yaml


def read_tree(name: str, text: str) -> Any:
    """Return what a YAML or JSON text says, as plain data; texts keep their lines.

    Raises BrokenFileError with all that is wrong with its writing.
    """
    lines = Lines(text)
    builder = Builder(text, lines, MOST_VALUES, as_written=True)
    (read_json if looks_like_json(name, text) else read_yaml)(text, builder)
    if faults := builder.tree.faults:
        raise BrokenFileError(problem_at(name, lines, each) for each in faults)
    return builder.tree.data
