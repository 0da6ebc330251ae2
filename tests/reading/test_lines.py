"""Offsets become lines and columns."""

from hypothesis import given
from hypothesis import strategies as st

from pillarplan.reading.lines import Lines


@given(st.text("ab\n", max_size=30))
def test_every_character_is_found_on_its_line(text: str) -> None:
    lines = Lines(text)

    for offset, character in enumerate(text):
        line, column = lines.place(offset)
        assert text[:offset].count("\n") + 1 == line
        assert (lines[line] + "\n")[column - 1] == character


def test_the_end_of_a_text_has_a_place_too() -> None:
    assert Lines("ab\nc").place(4) == (2, 2)
    assert Lines("ab\n").place(3) == (2, 1)
    assert Lines("").place(0) == (1, 1)
