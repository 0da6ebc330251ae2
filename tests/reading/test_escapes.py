"""An unsafe character that comes from an escape is found where the escape stands."""

import pytest

from pillarplan.reading.escapes import escape_of


@pytest.mark.parametrize(
    ("text", "character"),
    [
        (r"\\ \n ^\x1b", "\x1b"),
        (r"\x41 ^\e", "\x1b"),
        (r"a^\u202e", "\u202e"),
        (r"a^\U0000202E", "\u202e"),
        (r"\\u202e ^\u202e", "\u202e"),
        (r"^\0", "\0"),
        (r"^\N", "\x85"),
    ],
)
def test_the_first_escape_is_found(text: str, character: str) -> None:
    place = text.index("^")

    assert escape_of(character, text.replace("^", ""), 0, 20) == place


def test_without_an_escape_the_beginning_is_meant() -> None:
    assert escape_of("\x1b", r"\n \x41 \uZZZZ \U00110000 \UFFFFFFFF", 3, 30) == 3


def test_an_escape_behind_the_text_is_not_meant() -> None:
    assert escape_of("\x1b", f'"a" {" " * 20} \\e', 0, 1) == 0
