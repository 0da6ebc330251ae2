"""Files that people and scripts write, as models: all of it is right, or nothing."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, TypeVar

from pydantic import ValidationError

from pillarplan.domain.knowledge.scale import Scale
from pillarplan.reading.complaints import Complaint, Path, in_plain_words
from pillarplan.reading.document import Document
from pillarplan.reading.problem import BrokenFileError, Problem
from pillarplan.reading.source import MAX_FAULTS, Source
from pillarplan.reading.written import Written

Model = TypeVar("Model", bound=Written)

FindScale = Callable[[], Scale]
"""Says on which scale levels are that are told by their names; asked only for those."""


def read_model(
    source: Source,
    model: type[Model],
    doubt: Callable[[Model], Iterable[Complaint]] = lambda _: (),
    find_scale: FindScale | None = None,
) -> Model:
    """Return what a YAML or JSON file describes.

    `doubt` yields what else is wrong with a file, as far as its form is right.  Without
    `find_scale` levels are numbers only.
    Raises BrokenFileError with every problem that the file has.
    """
    document = Document(source)
    result, problems = check_model(document, model, find_scale)
    if result is not None:
        problems = _with_others(document, problems, doubt(result))
    elif document.usable:
        doubts = _doubts_of_the_rest(document.data, model, doubt, find_scale)
        problems = _with_others(document, problems, doubts)
    if result is None or problems:
        raise BrokenFileError(problems)
    return result


def _doubts_of_the_rest(
    data: Any,
    model: type[Model],
    doubt: Callable[[Model], Iterable[Complaint]],
    find_scale: FindScale | None,
) -> Iterable[Complaint]:
    """Return what is doubtful in the part of some data whose form is right."""
    _, complaints = validate(data, model, find_scale)
    sound = Sound(data, [each.path for each in complaints])
    rest, _ = validate(sound.data, model, find_scale)
    return () if rest is None else sound.told(list(doubt(rest)))


def check_model(
    document: Document, model: type[Model], find_scale: FindScale | None = None
) -> tuple[Model | None, list[Problem]]:
    """Return the model of a document, if there is one, and the document's problems.

    What is wrong with the writing hides what else is wrong at the same place.
    """
    problems = list(document.problems)
    if not document.whole:
        return None, problems
    result, complaints = validate(document.data, model, find_scale)
    head = {("format",), ("version",)}
    document.foreign = bool(complaints) and {each.path for each in complaints} <= head
    return result, _with_others(document, problems, complaints)


def _with_others(
    document: Document, problems: list[Problem], complaints: Iterable[Complaint]
) -> list[Problem]:
    """Return problems with those complaints that are about other places."""
    known = {(each.line, each.column) for each in problems}
    found = (document.problem(path, text, at_key=at) for path, text, at in complaints)
    others = [each for each in found if (each.line, each.column) not in known]
    return [*problems, *others]


def validate(
    data: Any, model: type[Model], find_scale: FindScale | None = None
) -> tuple[Model | None, list[Complaint]]:
    """Return the model that the data describe, or all that is wrong with them.

    JSON mode is strict about everything that JSON can tell apart, yet reads dates and
    the words of enums, which have no form of their own there.
    """
    try:
        return model.model_validate_json(json.dumps(data), context=find_scale), []
    except ValidationError as error:
        details = error.errors(include_url=False)[:MAX_FAULTS]
    return None, in_plain_words(details, data, model)


class Sound:
    """Plain data without what is wrong in it, which knows where the rest stood."""

    def __init__(self, data: Any, faults: Collection[Path]) -> None:
        self._faults = frozenset(faults)
        self._stood: dict[Path, list[int]] = {}
        """For every list that is left, at which places its values stood."""
        self.data = None if () in self._faults else self._without(data, (), ())

    def _without(self, value: Any, was: Path, now: Path) -> Any:
        if isinstance(value, dict):
            return {
                key: self._without(each, (*was, key), (*now, key))
                for key, each in value.items()
                if (*was, key) not in self._faults
            }
        if isinstance(value, list):
            left = [n for n in range(len(value)) if (*was, n) not in self._faults]
            self._stood[now] = left
            return [
                self._without(value[old], (*was, old), (*now, new))
                for new, old in enumerate(left)
            ]
        return value

    def told(self, complaints: Collection[Complaint]) -> Iterator[Complaint]:
        """Yield complaints about the sound data as complaints about the whole.

        Those above or below a fault are left out: they may only follow from it.
        """
        for each in complaints:
            path = self._stood_at(each.path)
            if not any(_on_one_way(path, fault) for fault in self._faults):
                yield each._replace(path=path)

    def _stood_at(self, path: Path) -> Path:
        return tuple(
            self._stood[path[:depth]][step] if isinstance(step, int) else step
            for depth, step in enumerate(path)
        )


def _on_one_way(one: Path, other: Path) -> bool:
    length = min(len(one), len(other))
    return one[:length] == other[:length]
