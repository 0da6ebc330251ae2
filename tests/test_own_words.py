"""Tests for what the knowledge base shares with another's text."""

from benchmarks.own_words import runs, shared, split, texts_in


def test_the_longest_run_is_shown_whatever_its_case_and_marks() -> None:
    theirs = frozenset(runs(split("He said: ask Whom it\u2019ll serve, and why."), 4))

    found = list(shared(split("First ask whom it'll serve - and why not?"), theirs, 4))

    assert found == [("ask", "whom", "it'll", "serve", "and", "why")]


def test_two_runs_are_two_and_a_shorter_one_is_none() -> None:
    theirs = frozenset(runs(split("one two three four five six"), 3))

    found = list(
        shared(split("one two three and four five six or two three"), theirs, 3)
    )

    assert found == [("one", "two", "three"), ("four", "five", "six")]


def test_a_text_is_placed_by_its_entry_and_titles_are_left_out() -> None:
    base = {"resources": [{"id": "getting", "title": "Yes", "why": ["Ask why."]}]}

    assert list(texts_in(base, "a.yaml")) == [
        ("a.yaml resources: getting id", ("getting",)),
        ("a.yaml resources: getting why", ("ask", "why")),
    ]
