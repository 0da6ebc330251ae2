"""What years of a record told, kept in the cache, so that only what is new is read.

A memory says how far each log was read: its length, and the digest of so many bytes.
It counts only while every log still begins with just these bytes, for the program that
wrote it, and if what follows comes after all that was told and changes nothing of it.
In any other case, such as after an undo or a sync of older events, the record is told
from its first line.  So a memory may be deleted at any time, and never be too old.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from pillarplan import __version__
from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.record import from_record, to_record
from pillarplan.files import make_private, write_atomically
from pillarplan.journal.fingerprint import stamp_of
from pillarplan.journal.meaning.checks import DOES_NOT_FIT
from pillarplan.journal.meaning.remembered import ToldSoFar, go_on, remember
from pillarplan.journal.meaning.replay import CHANGES_WHAT_WAS, goes_on, tell_more
from pillarplan.journal.meaning.telling import Telling
from pillarplan.journal.storage.event import Event, order
from pillarplan.journal.storage.format import Format, spell
from pillarplan.journal.storage.heads import Heads
from pillarplan.journal.storage.log import merge
from pillarplan.journal.storage.scan import Scan, scan

try:
    from _blake2 import blake2b  # the same, without OpenSSL, which is slow to load
except ImportError:
    from hashlib import blake2b

WORTH_IT = 200
"""So many events are read anew in no time."""

TOO_MUCH = 100
"""After so many further events a memory is made anew."""


Logs = dict[str, bytes]
"""What each log holds, by its name."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """What a memory and the lines after it tell."""

    logs: Logs
    before: ToldSoFar
    """What the memory tells."""
    told: Telling
    """What all tells."""
    heads: Heads
    new: list[Event]
    """The events that came after the memory was made, in order."""

    def tell(self, today: date) -> Telling | None:
        """Return what all tells now; None if what is new changes what was before."""
        return _told(self.before, self.new, today)


@dataclass(frozen=True, slots=True)
class Memory:
    """A file that remembers what a record told."""

    path: Path
    form: Format

    def recall(self, logs: Logs, today: date) -> Recalled | None:
        """Return what the logs tell by today; None if it is not known."""
        with suppress(OSError, *DOES_NOT_FIT):
            kept = json.loads(self.path.read_bytes())
            if kept["by"] == self._author and _begin(logs, kept["logs"]):
                return self._with_the_rest(kept, logs, today)
        return None

    def keep(self, logs: Logs, scans: Iterable[Scan], told: Telling) -> None:
        """Remember what the logs tell, all of whose lines were scanned and are sound.

        Only a record of some size is worth it, and only one whose events follow each
        other on each device, so that whoever recalls it need not look for forks.
        """
        lines = _lines(scans)
        heads = Heads({}, {}, {})
        if len(lines) >= WORTH_IT and heads.follow(lines):
            self._write(logs, told, heads, lines[-1][0])

    def _with_the_rest(
        self, kept: dict[str, Any], logs: Logs, today: date
    ) -> Recalled | None:
        scans = [
            scan(content[kept["logs"].get(name, (0,))[0] :], self.form)
            for name, content in logs.items()
        ]
        lines = _lines(scans)
        heads = Heads(**kept["heads"])
        is_sound = not any(each.torn or each.damaged for each in scans)
        comes_after = all(order(event) > tuple(kept["last"]) for event, _ in lines)
        if not (is_sound and comes_after and heads.follow(lines)):
            return None
        before = from_record(ToldSoFar, kept["told"])
        new = [event for event, _ in lines]
        told = _told(before, new, today)
        if told is None:
            return None
        if len(lines) > TOO_MUCH:
            self._write(logs, told, heads, lines[-1][0])
        return Recalled(logs, before, told, heads, new)

    def _write(self, logs: Logs, told: Telling, heads: Heads, last: Event) -> None:
        known = remember(told)
        if known is None:
            return
        kept = {
            "by": self._author,
            "logs": {name: _mark(content) for name, content in logs.items()},
            "last": order(last),
            "heads": heads._asdict(),
            "told": to_record(known),
        }
        text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
        with suppress(OSError):
            make_private(self.path.parent)
            write_atomically(self.path, text.encode())

    @property
    def _author(self) -> str:
        return f"{__version__} {spell(self.form.version)} {_code_of_meaning()}"


def _code_of_meaning() -> str:
    """Return what differs if the code does by which events are told.

    A version that is worked on keeps its number while its code changes.
    """
    folder = Path(__file__).with_name("meaning")
    files = stamp_of(str(folder), str(folder / "kinds"))
    return blake2b(files.encode(), digest_size=8).hexdigest()


def _told(before: ToldSoFar, new: Sequence[Event], today: date) -> Telling | None:
    told = go_on(before, today)
    return told if told and _tell_more(told, new) else None


def _tell_more(told: Telling, events: Sequence[Event]) -> bool:
    """Tell further events; False if one changes what was told before all of them."""
    new = {event.cmd for event in events} | {event.id for event in events}
    for event in events:
        if event.type in CHANGES_WHAT_WAS:
            if not new.issuperset(_targets(event)):
                return False
        elif not goes_on(told, [event]):
            return False
    tell_more(told, events)
    return True


def _targets(event: Event) -> Iterator[str]:
    """Yield the command or the event that an event changes."""
    for key in ("command", "event"):
        if key in event.data:
            yield str(event.data[key])


def _lines(scans: Iterable[Scan]) -> list[tuple[Event, bytes]]:
    """Return the events of all scans in order, none twice, each with its line."""
    found = {e.event.id: e.text for each in scans for e in each.entries if e.event}
    events = merge([e.event for e in each.entries if e.event] for each in scans)
    return [(event, found[event.id]) for event in events]


def _begin(logs: Logs, marks: Mapping[str, tuple[int, str]]) -> bool:
    """Say whether the logs begin as they are marked."""
    return logs.keys() >= marks.keys() and all(
        _mark(logs[name][:length]) == [length, name_of]
        for name, (length, name_of) in marks.items()
    )


def _mark(content: bytes) -> list[int | str]:
    return [len(content), blake2b(content, digest_size=16).hexdigest()]
