"""Lines of styled pieces: with colours and links, and with neither."""

from hypothesis import given
from hypothesis import strategies as st

from pillarplan.render.palette import PALETTE, WEIGHTS, codes_of
from pillarplan.render.pieces import Piece, inked, plain

STYLES = ["", *PALETTE, *WEIGHTS, *(f"strong {meaning}" for meaning in PALETTE)]

PIECES = st.builds(Piece, st.sampled_from(STYLES), st.text(), st.text())


def test_a_piece_is_inked_in_the_colour_of_its_meaning_and_leads_where_it_says() -> (
    None
):
    line = (
        Piece("strong learn", "Getting to Yes", "https://example.org/yes"),
        Piece("quiet", " · book"),
        Piece("", " by 5 Jan"),
    )

    assert inked([line]) == (
        "\x1b]8;;https://example.org/yes\x1b\\\x1b[1;36mGetting to Yes\x1b[0m"
        "\x1b]8;;\x1b\\\x1b[90m · book\x1b[0m by 5 Jan"
    )
    assert plain([line]) == "Getting to Yes · book by 5 Jan"


def test_each_word_of_the_palette_has_the_code_of_its_colour() -> None:
    assert {word: codes_of(word) for word in (*PALETTE, *WEIGHTS)} == {
        "learn": "36",
        "apply": "33",
        "done": "32",
        "again": "35",
        "quiet": "90",
        "strong": "1",
        "link": "4",
        "struck": "9",
    }


@given(st.lists(st.lists(PIECES).map(tuple)))
def test_no_text_and_no_address_brings_an_escape_of_its_own(
    lines: list[tuple[Piece, ...]],
) -> None:
    bare = [tuple(Piece("", piece.text) for piece in line) for line in lines]

    assert "\x1b" not in plain(lines)
    assert "\x1b" not in inked(bare)
    for line in lines:
        for piece in line:
            ours = bool(piece.style) * 2 + bool(piece.link) * 4
            assert inked([(piece,)]).count("\x1b") <= ours


def test_an_address_with_letters_that_no_sequence_may_hold_leads_nowhere() -> None:
    assert inked([(Piece("", "Here", "https://exämple.org"),)]) == "Here"
    assert inked([(Piece("", "Here", "https://example.org/\x07"),)]) == "Here"
