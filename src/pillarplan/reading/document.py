"""A file as plain data that remembers where everything stands."""

from collections.abc import Sequence
from typing import Any

from pillarplan.reading.building import Builder, Tree
from pillarplan.reading.json_text import looks_like_json, read_json
from pillarplan.reading.lines import Lines
from pillarplan.reading.problem import Problem, problem_at
from pillarplan.reading.source import EMPTY, Fault, Source, decode
from pillarplan.reading.yaml_text import read_yaml

Path = Sequence[str | int]
"""The way to a value: keys of maps and places in lists, from the outside in."""


class Document:
    """The content of a YAML or JSON file, with the problems of its writing."""

    def __init__(self, source: Source) -> None:
        self.name = source.name
        text, faults, readable = decode(source.content, source.limits.bytes)
        self.foreign = False
        """It was made for something else; its content means nothing here."""
        self._lines = Lines(text)
        self._tree = (
            self._read(text, source.limits.values) if readable else Tree(whole=False)
        )
        # Where characters are wrong, nobody can say what else stops the reading.
        found = self._tree.faults if self._tree.whole or not faults else []
        self.problems = tuple(map(self._problem, [*faults, *found]))

    @property
    def usable(self) -> bool:
        """Whether the content means anything, even if something in it is wrong."""
        return self._tree.whole and not self.foreign

    @property
    def data(self) -> Any:
        """The content as maps, lists, text, numbers, booleans and None."""
        return self._tree.data

    @property
    def whole(self) -> bool:
        """False if the file could not be read to its end."""
        return self._tree.whole

    def problem(self, path: Path, message: str, *, at_key: bool = False) -> Problem:
        """Return a problem with the value at `path`, or with the key it stands under.

        Where the path leads to nothing, the innermost thing on the way is meant.
        """
        return self._problem(Fault(self._offset(path, at_key), message))

    def _read(self, text: str, most: int) -> Tree:
        builder = Builder(text, self._lines, most)
        is_json = looks_like_json(self.name, text)
        (read_json if is_json else read_yaml)(text, builder)
        tree = builder.tree
        if tree.whole and not isinstance(tree.data, dict):
            tree.whole = False
            message = EMPTY if tree.data is None else "the file must be a map of keys"
            tree.faults.append(Fault(tree.start, message))
        return tree

    def _problem(self, fault: Fault) -> Problem:
        return problem_at(self.name, self._lines, fault)

    def _offset(self, path: Path, at_key: bool) -> int:
        value, offset = self._tree.data, self._tree.start
        step: Any
        for depth, step in enumerate(path, start=1):
            if isinstance(value, dict) and step in value:
                if entry := self._tree.maps.get(id(value), {}).get(step):
                    offset = entry[0 if at_key and depth == len(path) else 1]
            elif isinstance(value, list) and step in range(len(value)):
                # A reader may have added what a short form means; it stands nowhere.
                places = self._tree.lists.get(id(value), ())
                offset = places[step] if step < len(places) else offset
            else:
                break
            value = value[step]
        return offset
