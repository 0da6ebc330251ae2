"""What is worth knowing about a journal, but needs nothing to be done."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from pillarplan.domain.text import counted, one_line
from pillarplan.journal.care.chain import PART, forks, strangers
from pillarplan.journal.care.folders import too_open, visible
from pillarplan.journal.journal import Journal
from pillarplan.journal.storage.event import DamagedLineError, Event, from_line
from pillarplan.journal.storage.files import read_bytes
from pillarplan.journal.storage.format import Format
from pillarplan.journal.storage.log import Log, missing
from pillarplan.journal.storage.survey import Survey

ONE_DAY = timedelta(days=1)

WHOSE = re.compile(rb'"id":"(\w{1,64})","dev":"(\w{1,64})","seq":([0-9]{1,16}),')
"""Which event a line holds, as far as that can be read even if it is damaged."""


def missing_notes(log: Log) -> Iterator[str]:
    """Tell of numbers that are not here: each device counts, and so do all together."""
    for device, count in missing(log.events).items():
        yield (
            f"{count} of the events that device {device} wrote are not here: "
            "they are in the quarantine, or still on their way."
        )
    if log.missing and not missing(log.events):
        yield (
            "Something is missing: a device knew more than is here when it went on. "
            "The newest events of another one, or its whole file, are still on their "
            "way; or they were deleted, and then a backup that has them brings them "
            "back: pillarplan restore BACKUP"
        )


def lost_for_good(journal: Journal, events: Sequence[Event]) -> int:
    """Return how many events stand, damaged, in the quarantine and nowhere else.

    Only the newest of a device are counted: of others the numbers that follow tell.
    """
    newest: dict[str, int] = {}
    for event in events:
        newest[event.dev] = max(event.seq, newest.get(event.dev, 0))
    ids = {event.id for event in events}
    lost = set()
    for path in visible(journal.quarantine):
        for line in read_bytes(path).splitlines(keepends=True):
            found = WHOSE.search(line)
            # What has no end was never told to be recorded.
            if found and line.endswith(b"\n") and not _is_sound(line, journal.form):
                name, device, seq = (part.decode() for part in found.groups())
                if name not in ids and int(seq) > newest.get(device, 0):
                    lost.add((device, seq))
    return len(lost)


def _is_sound(line: bytes, form: Format) -> bool:
    try:
        from_line(line.rstrip(b"\n"), form)
    except DamagedLineError:
        return False
    return True


def lost_notes(number: int) -> Iterator[str]:
    """Tell of events that only the quarantine holds."""
    if number:
        yield (
            f"{counted(number, 'event')} in the quarantine can no longer be read, and "
            "there is no copy here. A sync with a machine that has one brings it back, "
            "and so does: pillarplan restore BACKUP"
        )


def chain_notes(found: Survey, events: Iterable[Event]) -> Iterator[str]:
    """Tell of other devices as which two machines write, and of lines out of place."""
    forked = {fork.device: fork for fork in forks(events)}
    for device, fork in forked.items():
        if device != found.own_device:
            yield (
                f"{fork.sentence} They part once the machine that was copied or set "
                f"back has run: {PART}"
            )
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
