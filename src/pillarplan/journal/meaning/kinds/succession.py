"""The event by which a person says what took the place of what."""

from collections.abc import Sequence
from datetime import date

from pillarplan.domain.knowledge.succession import Lineage
from pillarplan.journal.meaning.checks import text, texts
from pillarplan.journal.meaning.kind import Change, Data, Kind
from pillarplan.journal.meaning.telling import Telling


def _succeed(draft: Telling, data: Data) -> None:
    said = draft.successors[Lineage(data["sort"])]
    said.say(text(data["old"]), texts(data["new"]) or None, SUCCEEDED.day_in(data))


SUCCEEDED = Kind(
    "succeeded",
    "successor named",
    "successors named",
    _succeed,
    day="on",
    says="{old} = {new}",
)


def succeeded(on: date, sort: Lineage, old: str, new: Sequence[str]) -> Change:
    """Something in the knowledge base took the place of what is gone from it.

    What is named on a newer day counts alone.
    """
    said = {"on": on, "sort": sort, "old": old, "new": list(new)}
    return SUCCEEDED.change(said)
