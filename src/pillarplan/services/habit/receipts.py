"""The lights of a skill, each receipt with the entry of the record that it is."""

from dataclasses import replace
from typing import Any

from pillarplan.domain.habit.lights import Light, Lights, Receipt, find_lights
from pillarplan.domain.person.entries import SHORT
from pillarplan.domain.person.rating import Rater, RaterKind
from pillarplan.domain.record import from_record
from pillarplan.journal.meaning.commands import effective
from pillarplan.journal.meaning.kinds.ratings import RATED
from pillarplan.journal.meaning.kinds.work import EVIDENCE, FINISHED
from pillarplan.journal.storage.event import Event
from pillarplan.services.workspace import Workspace


def find_receipts(workspace: Workspace, skill: str) -> Lights | None:
    """Return the lights of a skill today; None if there is no level to stand behind.

    Each receipt names its entry, as `history --entries` lists it and `amend` takes it.
    """
    lights = find_lights(workspace.person(), skill, workspace.today)
    if lights is None:
        return None
    events = effective(workspace.events())
    return replace(
        lights, lights=tuple(_opened(light, skill, events) for light in lights.lights)
    )


def _opened(light: Light, skill: str, events: list[Event]) -> Light:
    return replace(
        light,
        receipts=tuple(
            replace(each, entry=_entry(each, skill, events)) for each in light.receipts
        ),
    )


def _entry(receipt: Receipt, skill: str, events: list[Event]) -> str:
    """Return the short id of the latest entry that says what a receipt does."""
    found = (each.id for each in reversed(events) if _says(each, receipt, skill))
    return next(found, "")[:SHORT]


def _says(event: Event, receipt: Receipt, skill: str) -> bool:
    data, day = event.data, receipt.on.isoformat()
    if event.type == FINISHED.name:
        is_it = data.get("item") == receipt.item
        return receipt.kind == FINISHED.name and is_it and data.get("on") == day
    if data.get("skill") != skill:
        return False
    if event.type == EVIDENCE.name:
        told = data.get("text"), data.get("on")
        return receipt.kind == EVIDENCE.name and told == (receipt.text, day)
    if event.type == RATED.name and data.get("rated_on") == day:
        return _rates(data, receipt)
    return False


def _rates(data: Any, receipt: Receipt) -> bool:
    """Say whether the rater of a receipt gave that level, or showed it by that line."""
    rater = from_record(Rater, data.get("rater") or {})
    if receipt.by != ("" if rater.kind is RaterKind.SELF else rater.name):
        return False
    if receipt.kind == EVIDENCE.name:
        return bool(data.get("evidence") == receipt.text)
    return receipt.kind == RATED.name and data.get("level") == receipt.level
