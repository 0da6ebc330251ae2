"""What is worth knowing about a journal, but needs nothing to be done."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise

from pillarplan.domain.text import counted, one_line
from pillarplan.journal.care.chain import OWN_ID, forks, strangers
from pillarplan.journal.care.folders import too_open
from pillarplan.journal.journal import Journal
from pillarplan.journal.storage.event import Event
from pillarplan.journal.storage.log import missing
from pillarplan.journal.storage.survey import Survey

ONE_DAY = timedelta(days=1)


def missing_notes(events: Iterable[Event]) -> Iterator[str]:
    """Tell of numbers that are not here: each device counts, and so do all together."""
    gaps = missing(events)
    for device, count in gaps.items():
        yield (
            f"{count} of the events that device {device} wrote are not here: "
            "they are in the quarantine, or still on their way."
        )
    times = sorted({0, *(event.lam for event in events)})
    jumps = [after for before, after in pairwise(times) if after > before + 1]
    if jumps and not gaps:
        yield (
            f"Before time {jumps[0]} of the record something is missing that a device "
            "knew when it went on: the newest events of another device, or its whole "
            "file, are still on their way, or were deleted."
        )


def chain_notes(found: Survey, events: Iterable[Event]) -> Iterator[str]:
    """Tell of other devices as which two machines write, and of lines out of place."""
    forked = {fork.device: fork for fork in forks(events)}
    for device, fork in forked.items():
        if device != found.own_device:
            yield (f"{fork.sentence}. If both still do: on one of them, {OWN_ID}.")
    for event in strangers(found):
        if event.dev not in forked:
            yield (
                f"Event {event.seq} of device {event.dev} followed another line than "
                "the one that stands before it now: that line was edited since, or "
                "two machines write as one device."
            )


def clock_notes(events: Iterable[Event], today: date) -> Iterator[str]:
    """Tell, in one sentence, of events that a clock dated ahead of today."""
    # Elsewhere on earth it may be tomorrow already.
    ahead = [event for event in events if event.at.date() > today + ONE_DAY]
    if ahead:
        latest = max(event.at.date() for event in ahead)
        yield (
            f"{counted(len(ahead), 'event')} from the future, up to {latest}: the "
            "clock of this machine is behind, or that of another was ahead. The order "
            "of events is right all the same."
        )


def open_notes(journal: Journal) -> Iterator[str]:
    """Tell, in one sentence, of files that others can read."""
    if found := list(too_open(journal)):
        more = f" and {len(found) - 1} more" if len(found) > 1 else ""
        yield (
            f"Others than you may be able to read {one_line(str(found[0]))}{more}, as "
            "after git pull. To make them private: pillarplan doctor --repair"
        )
