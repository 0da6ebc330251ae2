import zlib
from datetime import UTC, datetime, timedelta, timezone

import pytest

from pillarplan.journal.storage.event import (
    DamagedLineError,
    Event,
    from_line,
    seal,
    to_line,
)
from pillarplan.journal.storage.format import CURRENT

EVENT = Event(
    id="1eb3e56816c505f8",
    dev="493665455566",
    seq=7,
    lam=5,
    at=datetime(2026, 11, 23, 9, 30, tzinfo=timezone(timedelta(hours=1))),
    cmd="fc9df5953d290c9f",
    left=1,
    type="spent",
    data={"on": "2026-11-23", "item": "café", "hours": 1.5},
)

LINE = (
    b'12b63848 {"id":"1eb3e56816c505f8","dev":"493665455566","seq":7,"lam":5,'
    b'"at":"2026-11-23T09:30:00+01:00","cmd":"fc9df5953d290c9f","left":1,'
    b'"type":"spent","data":{"on":"2026-11-23","item":"caf\xc3\xa9","hours":1.5}}'
)


def changed(**values: object) -> bytes:
    """Return a line with a right checksum and one field that is not as it should be."""
    record = EVENT._asdict() | {"at": "2026-11-23T09:30:00"} | values
    return seal({name: value for name, value in record.items() if value != "gone"})


def test_an_event_is_one_line_with_its_checksum() -> None:
    assert to_line(EVENT, CURRENT) == LINE + b"\n"
    assert from_line(LINE, CURRENT) == EVENT


def test_fields_that_we_do_not_know_are_ignored() -> None:
    line = changed(more={"of": "the future"}, at="2026-11-23T08:30:00+00:00")

    assert from_line(line.rstrip(), CURRENT).at == datetime(
        2026, 11, 23, 8, 30, tzinfo=UTC
    )


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"", "its checksum does not fit: it was edited or damaged"),
        (b"Dear diary", "its checksum does not fit: it was edited or damaged"),
        (LINE[:-1], "its checksum does not fit: it was edited or damaged"),
        (LINE.upper(), "its checksum does not fit: it was edited or damaged"),
        (
            LINE.replace(b"1.5", b"2.5"),
            "its checksum does not fit: it was edited or damaged",
        ),
        (b"00000000 ", "it is not JSON"),
        (b"a505df1b \x01", "it is not JSON"),
        (b"4c2f32b8 [1]", "it is not a JSON object"),
        (changed(seq="gone"), "its 'seq' is missing or does not fit"),
        (changed(seq=True), "its 'seq' is missing or does not fit"),
        (changed(lam=2**53), "its 'lam' is missing or does not fit"),
        (changed(left=-1), "its 'left' is missing or does not fit"),
        (changed(data=[]), "its 'data' is missing or does not fit"),
        (changed(dev="\x1b[2J"), "its 'dev' is not a plain word"),
        (changed(at="yesterday"), "its 'at' is not a date and time"),
        (changed(v="1"), "its 'id' is missing or does not fit"),
        (changed(v=0), "its 'id' is missing or does not fit"),
    ],
)
def test_a_line_that_holds_no_event_says_why(line: bytes, reason: str) -> None:
    with pytest.raises(DamagedLineError) as damaged:
        from_line(line.rstrip(b"\n"), CURRENT)

    assert str(damaged.value) == reason


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "9" * 5000])
def test_numbers_that_are_no_json_make_no_event(number: str) -> None:
    line = changed(data={"hours": "HERE"}).partition(b" ")[2]

    body = line.rstrip().replace(b'"HERE"', number.encode())

    with pytest.raises(DamagedLineError, match="it is not JSON"):
        from_line(sealed(body), CURRENT)


def test_endless_nesting_makes_no_event() -> None:
    with pytest.raises(DamagedLineError, match="it is not JSON"):
        from_line(sealed(b"[" * 100_000), CURRENT)


def sealed(body: bytes) -> bytes:
    return b"%08x %s" % (zlib.crc32(body), body)
