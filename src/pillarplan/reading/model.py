"""Files that people and scripts write, as models: all of it is right, or nothing."""

import json
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from pydantic import ValidationError

from pillarplan.reading.document import Document
from pillarplan.reading.problem import BrokenFileError, Problem
from pillarplan.reading.source import MAX_FAULTS, Source
from pillarplan.reading.wording import Complaint, in_plain_words
from pillarplan.reading.written import Written

Model = TypeVar("Model", bound=Written)


def read_model(
    source: Source,
    model: type[Model],
    doubt: Callable[[Model], Iterable[Complaint]] = lambda _: (),
) -> Model:
    """Return what a YAML or JSON file describes.

    `doubt` yields what else is wrong with a file whose form is right.
    Raises BrokenFileError with every problem that the file has.
    """
    document = Document(source)
    result, problems = check_model(document, model)
    if result is not None and not problems:
        problems = [
            document.problem(path, text, at_key=at) for path, text, at in doubt(result)
        ]
    if result is None or problems:
        raise BrokenFileError(problems)
    return result


def check_model(
    document: Document, model: type[Model]
) -> tuple[Model | None, list[Problem]]:
    """Return the model of a document, if there is one, and the document's problems.

    What is wrong with the writing hides what else is wrong at the same place.
    """
    problems = list(document.problems)
    if not document.whole:
        return None, problems
    result, complaints = validate(document.data, model)
    head = {("format",), ("version",)}
    document.foreign = bool(complaints) and {each.path for each in complaints} <= head
    known = {(each.line, each.column) for each in problems}
    found = (document.problem(path, text, at_key=at) for path, text, at in complaints)
    problems += [each for each in found if (each.line, each.column) not in known]
    return result, problems


def validate(data: Any, model: type[Model]) -> tuple[Model | None, list[Complaint]]:
    """Return the model that the data describe, or all that is wrong with them.

    JSON mode is strict about everything that JSON can tell apart, yet reads dates and
    the words of enums, which have no form of their own there.
    """
    try:
        return model.model_validate_json(json.dumps(data)), []
    except ValidationError as error:
        details = error.errors(include_url=False)[:MAX_FAULTS]
    return None, in_plain_words(details, data, model)
