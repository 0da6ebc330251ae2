import re
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.text import (
    LONGEST_SLUG,
    SLUG,
    in_month,
    is_safe,
    join_words,
    on_day,
    one_line,
    say_day,
    slug,
    wrapped,
)

texts = st.text() | st.text(st.sampled_from(" a\t\né\u0301\u202e\u200d\x1b…ﬁ\ud800"))
"""Any text, and texts that are mostly made of trouble."""


@given(texts)
def test_a_line_holds_nothing_that_misleads_a_terminal_or_a_reader(text: str) -> None:
    line = one_line(text)

    assert all(map(is_safe, line))
    assert line == " ".join(line.split())
    assert line == unicodedata.normalize("NFC", line)
    line.encode()


@given(texts, st.integers(1, 40))
def test_a_line_is_never_longer_than_asked(text: str, max_length: int) -> None:
    line = one_line(text, max_length)

    assert len(line) <= max_length
    assert line == one_line(text) or line.endswith("…")


@given(texts, st.integers(1, 40))
def test_cleaning_twice_changes_no_more(text: str, max_length: int) -> None:
    line = one_line(text, max_length)

    assert one_line(line, max_length) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("plain", "plain"),
        ("  two\t\twords\n", "two words"),
        ("a\u00a0b\u2003c\u2028d", "a b c d"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("file\u202egnp.exe", "filegnp.exe"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("e\u0301", "é"),
        ("हिन्\u200dदी 👩\u200d💻", "हिन्\u200dदी 👩\u200d💻"),
        ("half a pair \ud83d", "half a pair"),
        ("private \ue000 use", "private use"),
        ("", ""),
    ],
)
def test_texts_become_clean_lines(text: str, line: str) -> None:
    assert one_line(text) == line


def test_a_long_text_is_cut_with_an_ellipsis() -> None:
    assert one_line("word " * 200, 12) == "word word w…"
    assert one_line("word word word", 10) == "word word…"


@pytest.mark.parametrize(
    ("words", "listed"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_words_are_listed_as_in_a_sentence(words: list[str], listed: str) -> None:
    assert join_words(words) == listed
    assert join_words(dict.fromkeys(words), "or") == listed.replace("and", "or")


def test_days_read_the_same_in_lists_in_sentences_and_by_month() -> None:
    day = date(2027, 6, 30)

    assert on_day(day) == "30 Jun 2027"
    assert on_day(day, year=False) == "30 Jun"
    assert say_day(day) == "30 June 2027"
    assert in_month(day) == "June 2027"


def test_lines_break_between_words_only() -> None:
    lines = wrapped("- a self-explanatory word", 10, "> ", "  ").split("\n")

    assert lines == ["> - a", "  self-explanatory", "  word"]


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Réduction", "reduction"),
        ("Pricing week at our academy", "pricing-week-at-our-academy"),
        ("Straße & Œuvre", "strasse-oeuvre"),
        ("C++ / C#", "c-c"),
        ("価格設定", "f5a385bd"),
        ("3D моделирование", "3d-a64b1fc0"),
        ("a" * 80, "a" * 51 + "-1a998d7d"),
    ],
)
def test_an_id_follows_from_a_name(name: str, id_: str) -> None:
    assert slug(name) == id_


@given(st.text(min_size=1))
def test_any_name_has_an_id_that_may_be_one(name: str) -> None:
    found = slug(name)

    assert re.fullmatch(SLUG, found)
    assert len(found) <= LONGEST_SLUG
    assert slug(found) == found
