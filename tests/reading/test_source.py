"""Bytes become text, or it is said why they cannot."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.text import is_safe
from pillarplan.reading.source import USUAL, Source, UnreadableFileError, decode


def test_a_file_is_known_by_its_path_and_a_stream_by_a_word(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\n")

    assert Source.open(path) == Source(str(path), b"a: 1\n")
    assert Source.open(path, "a.yaml") == Source("a.yaml", b"a: 1\n")
    assert Source.read(io.BytesIO(b"a: 1")) == Source("<stdin>", b"a: 1")


def test_an_endless_stream_is_not_read_to_its_end() -> None:
    endless = io.BytesIO(b"x" * (3 * USUAL.bytes))

    source = Source.read(endless)

    assert len(source.content) == endless.tell() == USUAL.bytes + 1


@pytest.mark.parametrize(("name", "reason"), [("none", "No such file"), (".", "Is a")])
def test_what_cannot_be_read_is_said(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(UnreadableFileError, match=reason):
        Source.open(tmp_path / name)


def test_line_breaks_of_windows_are_plain_afterwards() -> None:
    assert decode("\ufeffa: é\r\nb: 1\r\n".encode()) == ("a: é\nb: 1\n", (), True)


def test_a_character_that_may_not_stand_is_reported_once_for_each_run() -> None:
    text, faults, readable = decode("a\0\0\0b\u202ec\0\n".encode())

    assert (text, readable) == ("a\ufffd\ufffd\ufffdb\ufffdc\ufffd\n", True)
    assert [(fault.offset, fault.message[:6]) for fault in faults] == [
        (1, "U+0000"),
        (5, "U+202E"),
        (7, "U+0000"),
    ]


@given(st.binary(max_size=100) | st.text(max_size=50).map(str.encode))
def test_what_is_left_to_read_is_safe_and_as_long_as_before(content: bytes) -> None:
    text, faults, readable = decode(content)

    assert readable or faults
    if readable:
        assert all(is_safe(each) or each in "\n\t" for each in text)
        assert len(text) == len(content.decode("utf-8-sig").replace("\r\n", "\n"))


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("before", [b"", b"a", "a: é\r\nb".encode()])
def test_a_wrong_byte_is_told_with_its_place_after_a_byte_order_mark_too(
    mark: bytes, before: bytes
) -> None:
    decoded = decode(mark + before + b"\xff")

    (fault,) = decoded.faults
    assert fault.message == "byte 0xff is not UTF-8; save the file as UTF-8"
    assert decoded.text[: fault.offset] == before.decode().replace("\r\n", "\n")
