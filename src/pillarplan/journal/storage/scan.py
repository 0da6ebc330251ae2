"""What one log file holds: events, damaged lines, and perhaps a torn end."""

import time
from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from pillarplan.journal.storage.event import DamagedLineError, Event, from_line
from pillarplan.journal.storage.files import read_bytes
from pillarplan.journal.storage.format import Format
from pillarplan.journal.storage.log import Trouble

ANOTHER_LOOK = 0.02
"""How long to wait when a file ends within a command, in seconds."""


CHOOSE = (
    "If you edited it yourself, try: pillarplan doctor --accept. "
    "Otherwise: pillarplan doctor --repair"
)


class LogLine(NamedTuple):
    """A line of a log file: an event, or damage."""

    number: int
    """The number of the line, from 1."""
    start: int
    """Where in the file it starts, in bytes."""
    text: bytes
    """The line without its line end."""
    event: Event | None
    reason: str = ""
    """Why it holds no event."""


class Scan(NamedTuple):
    """What one log file holds."""

    content: bytes
    entries: tuple[LogLine, ...]
    end: int
    """Where the last whole command ends; what follows is a write cut short."""
    unfinished: tuple[LogLine, ...] = ()
    """The whole events of what was cut short, all of one command."""

    @property
    def torn(self) -> bytes:
        """What is left of a write that was cut short."""
        return self.content[self.end :]

    @property
    def damaged(self) -> tuple[LogLine, ...]:
        """The lines that hold no event."""
        return tuple(entry for entry in self.entries if entry.event is None)

    @property
    def ids(self) -> Iterator[str]:
        """The id of each event."""
        return (entry.event.id for entry in self.entries if entry.event)

    @property
    def lines(self) -> dict[str, bytes]:
        """The line of each event, with its newline, by the event's id."""
        return {
            entry.event.id: entry.text + b"\n" for entry in self.entries if entry.event
        }

    def with_rest_elsewhere(self, ended: Container[str]) -> "Scan":
        """Return what the log holds if the ends of these commands are in other files.

        A sync tool that keeps two versions of a log may leave a command in halves.
        """
        if not any(e.event and e.event.cmd in ended for e in self.unfinished):
            return self
        ends = self.content.find(b"\n", self.unfinished[-1].start) + 1
        return Scan(
            content=self.content,
            entries=(*self.entries, *self.unfinished),
            end=ends or len(self.content),
        )


NOTHING = Scan(content=b"", entries=(), end=0)
"""What a log holds that is not there."""


def read_scan(path: Path, form: Format) -> Scan:
    """Return what the file at `path` holds; nothing if there is no such file."""
    found = scan(read_bytes(path), form)
    if found.torn:
        # Perhaps another process is just writing, and the rest is there in a moment.
        time.sleep(ANOTHER_LOOK)
        found = scan(read_bytes(path), form)
    return found


def scan(content: bytes, form: Format) -> Scan:
    """Return what the bytes of a log file hold."""
    entries = []
    start = settled_until = 0
    lines = content.split(b"\n")
    for number, line in enumerate(lines, 1):
        # Line ends that git turned into CRLF do no harm, nor do empty lines.
        text = line.rstrip(b"\r")
        if text:
            entries.append(_entry(number, start, text, form))
        elif number < len(lines):
            settled_until = start
        start += len(line) + 1
    whole = _without_unfinished(entries, content, settled_until)
    rest = entries[len(whole) :]
    return Scan(
        content=content,
        entries=tuple(whole),
        end=rest[0].start if rest else len(content),
        unfinished=tuple(entry for entry in rest if entry.event),
    )


def ended(scans: Iterable[Scan]) -> set[str]:
    """Return the commands of which the last event is in one of these logs."""
    return {
        entry.event.cmd
        for each in scans
        for entry in each.entries
        if entry.event and not entry.event.left
    }


def settled(content: bytes, form: Format) -> bytes:
    """Return whole lines so that none of them will seem to be cut short.

    Where a damaged line was taken out, the command before it may lack its end.
    """
    return content + b"\n" if content and scan(content, form).torn else content


def troubles(file: str, found: Scan) -> Iterator[Trouble]:
    """Say what is wrong within one log; messages call it `file`."""
    for entry in found.damaged:
        yield Trouble(
            file=file,
            line=entry.number,
            message=f"this line is damaged: {entry.reason}",
            next_step=CHOOSE,
        )
    if found.torn:
        yield Trouble(
            file=file,
            line=found.content.count(b"\n", 0, found.end) + 1,
            message=f"the last {len(found.torn)} bytes are a command that was cut "
            "short; it is left out",
            next_step="If another device writes this file, wait for the rest to "
            "arrive. Otherwise nothing needs to be done",
        )


def _entry(number: int, start: int, text: bytes, form: Format) -> LogLine:
    try:
        return LogLine(number, start, text, from_line(text, form))
    except DamagedLineError as error:
        return LogLine(number, start, text, None, str(error))


def _without_unfinished(
    entries: list[LogLine], content: bytes, settled_until: int
) -> list[LogLine]:
    """Leave out the command at the end if its write was cut short.

    A last line without a newline is cut short unless it is whole; the events just
    before it are so if the last event of their command is nowhere in the file.  What
    stands before an empty line is never cut short: no write leaves one, but `settled`.
    """
    whole = list(entries)
    if whole and whole[-1].event is None and not content.endswith(b"\n"):
        whole.pop()
    last = whole[-1].event if whole else None
    if last is None or not last.left:
        return whole
    left = {
        e.number: e.event.left for e in whole if e.event and e.event.cmd == last.cmd
    }
    if 0 not in left.values():
        while whole and whole[-1].number in left and whole[-1].start >= settled_until:
            whole.pop()
    return whole
