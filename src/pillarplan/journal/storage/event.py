"""An event, and the line of text that keeps it.

A line is ``crc32-hex SPACE json NEWLINE``: one damaged bit costs one event, and is
found at once.
"""

import json
import zlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple, NoReturn

from pillarplan.journal.storage.format import Format


class Event(NamedTuple):
    """One thing that happened, as one device wrote it down."""

    id: str
    dev: str
    """The device that wrote it."""
    seq: int
    """Its number among the events of that device, without gaps from 1."""
    lam: int
    """Its logical time: one more than the highest that the device had seen."""
    at: datetime
    """The wall clock when it was written; for people, never for order."""
    cmd: str
    """The command that wrote it, perhaps with other events."""
    left: int
    """How many events of the same command follow it."""
    type: str
    data: Mapping[str, Any]
    prev: str = ""
    """The digest of the line before it on its device; nothing on the first line, and
    on lines that were written before lines had it."""


LATEST = 2**53 - 1
"""The highest number that any reader of JSON keeps exactly (RFC 8259, section 6)."""


class DamagedLineError(ValueError):
    """A line does not hold an event; the message says why."""


FIELDS = {
    "id": str,
    "dev": str,
    "seq": int,
    "lam": int,
    "at": str,
    "cmd": str,
    "left": int,
    "type": str,
    "data": dict,
}
"""What the JSON of an event holds, in this order; other keys are ignored."""

KINDS = [*FIELDS.values()]

PREVIOUS = "prev"
"""A key that a line may lack.  Readers that do not know it ignore it."""

WORDS = ("id", "dev", "cmd", "type", PREVIOUS)
"""The fields that messages may show as they are."""


def order(event: Event) -> tuple[int, str, int]:
    """Sort key of events: the same on all devices, whatever their clocks say."""
    return event.lam, event.dev, event.seq


def to_line(event: Event, form: Format) -> bytes:
    """Return the line that keeps `event`, with its newline."""
    record = {name: getattr(event, name) for name in FIELDS}
    record["at"] = event.at.isoformat(timespec="seconds")
    if event.prev:
        record[PREVIOUS] = event.prev
    return seal(form.stamp(record))


def digest(line: bytes) -> str:
    """Return what names a line, without its line end, on the line after it."""
    from hashlib import sha256  # slow, and reading the record needs none

    return sha256(line).hexdigest()[:16]


def seal(record: Mapping[str, Any]) -> bytes:
    """Return `record` as a line with its checksum."""
    text = json.dumps(
        record, ensure_ascii=False, allow_nan=False, separators=(",", ":")
    )
    body = text.encode()
    return b"%08x %s\n" % (zlib.crc32(body), body)


def from_line(line: bytes, form: Format) -> Event:
    """Return the event that `line` keeps, in today's format.

    Raises DamagedLineError if it keeps none.
    """
    checksum, _, body = line.partition(b" ")
    if checksum != b"%08x" % zlib.crc32(body):
        raise DamagedLineError("its checksum does not fit: it was edited or damaged")
    return to_event(parse(body), form)


def parse(body: bytes) -> dict[str, Any]:
    """Return the JSON object in `body`, or raise DamagedLineError."""
    try:
        record = _decode(body.decode())
    except (ValueError, RecursionError):
        raise DamagedLineError("it is not JSON") from None
    if not isinstance(record, dict):
        raise DamagedLineError("it is not a JSON object")
    return record


def to_event(record: dict[str, Any], form: Format) -> Event:
    """Return the event that the JSON object says, or raise DamagedLineError."""
    record = form.upgraded(record)
    values: list[Any] = [record.get(name) for name in FIELDS]
    before = record.get(PREVIOUS, "")
    if not _fits(values, before):
        raise DamagedLineError(_misfit(record))
    name, dev, seq, lam, at, cmd, left, kind, data = values
    try:
        when = datetime.fromisoformat(at)
    except ValueError:
        raise DamagedLineError("its 'at' is not a date and time") from None
    return Event(name, dev, seq, lam, when, cmd, left, kind, data, before)


def _fits(values: list[Any], before: Any) -> bool:
    """Say, fast, whether the fields of an event and its `prev` are what they must be.

    A record of years holds thousands, each of which is looked at whenever it is read.
    """
    if [*map(type, values)] != KINDS or type(before) is not str:
        return False
    name, dev, seq, lam, _, cmd, left, kind, _ = values
    words: str = name + dev + cmd + kind + before
    is_in_range: bool = max(seq, lam, left) <= LATEST and min(seq, lam, left) >= 0
    return is_in_range and words.isascii() and words.isprintable()


def _misfit(record: Mapping[str, Any]) -> str:
    """Say which field of a record does not fit, if any does not."""
    for name, kind in FIELDS.items():
        value = record.get(name)
        fits = type(value) is kind
        if not fits or (isinstance(value, int) and not 0 <= value <= LATEST):
            return f"its {name!r} is missing or does not fit"
    odd = (name for name in WORDS if not _is_word(record.get(name, "")))
    return f"its {next(odd)!r} is not a plain word"


def _is_word(value: object) -> bool:
    return isinstance(value, str) and value.isascii() and value.isprintable()


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


_decode = json.JSONDecoder(parse_constant=_refuse).decode
