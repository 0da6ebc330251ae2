"""A roadmap as its event keeps it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pillarplan.domain.plan.roadmap import Roadmap
from pillarplan.domain.record import from_record
from pillarplan.journal.meaning.checks import check_spans, hours
from pillarplan.journal.meaning.clean import clean


def read_roadmap(data: Mapping[str, Any]) -> Roadmap:
    """Return the roadmap of an event; raise an error of `DOES_NOT_FIT` if it is odd."""
    roadmap = from_record(Roadmap, clean(data))
    for item in roadmap.items:
        hours(item.hours)
        check_spans(item.closes)
    for session in roadmap.sessions:
        hours(session.hours)
    # Before plans had a depth, the shortest of all that closes a step was chosen.
    return replace(roadmap, chosen_by_length="depth" not in data["limits"])
