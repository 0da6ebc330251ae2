"""Plain data as models of what people write, by the strictest reading there is."""

import json
from typing import Any, TypeVar

from pydantic import ValidationError

from pillarplan.reading.source import MAX_FAULTS
from pillarplan.reading.wording import Complaint, in_plain_words
from pillarplan.reading.written import Written

Model = TypeVar("Model", bound=Written)


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
