"""Screens of the interview: everything is there, and nothing is too long."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.knowledge.base import KnowledgeBase
from pillarplan.domain.reports.interview import Question, Weight
from pillarplan.knowledge.base.entry import bundled_path
from pillarplan.knowledge.base.loading import load
from pillarplan.render.look import Look
from pillarplan.render.pieces import Line, Piece
from pillarplan.render.screens.question import question_screen, rating_help
from pillarplan.render.screens.screen import NARROWEST, help_screen
from pillarplan.render.screens.weighing import weighing_screen
from pillarplan.render.screens.welcome import welcome_screen
from pillarplan.render.words.welcome import welcome
from tests.program import CheckGolden
from tests.scales import FIVE


@pytest.fixture(scope="module")
def questions() -> tuple[Question, ...]:
    return tuple(_questions(load(bundled_path())))


def _questions(base: KnowledgeBase) -> Iterator[Question]:
    total = sum(1 for _ in base.skills)
    for pillar in base.pillars:
        for number, skill in enumerate(pillar.skills, 1):
            yield Question(
                skill=skill,
                pillar_name=pillar.name,
                scale=base.scale,
                number=number,
                total=total,
            )


def words(text: str) -> str:
    """Return a text with every run of blanks, breaks and bars as one blank."""
    return " ".join(text.replace("▌", " ").split())


def test_80_by_24_shows_every_level_of_every_skill_and_why_it_matters(
    questions: tuple[Question, ...],
) -> None:
    for question, level in product(questions, range(6)):
        screen = question_screen(question, level, said("Rated."), Look(True), 24)

        seen = words(screen.text)
        assert all(words(text) in seen for text in question.texts), question.skill.id
        assert words(question.why) in seen, question.skill.id
        assert len(screen.lines) <= 24


def said(text: str) -> Line:
    return (Piece("", text),)


def test_with_room_each_behaviour_begins_a_line_and_a_bar_is_before_the_choice(
    questions: tuple[Question, ...],
) -> None:
    for question in questions:
        screen = question_screen(question, 2, (), Look(True, 120), 40)

        lines = [line[17:].strip() for line in screen.text.split("\n")]
        every = [text for level in question.behaviours for text in level]
        assert all(any(text.startswith(line) for line in lines) for text in every)
        bars = [line for line in screen.text.split("\n") if line.startswith("▌")]
        assert words("\n".join(bars)) == f"2 Learning {words(question.texts[2])}"


def test_40_by_12_shows_the_whole_of_the_chosen_level(
    questions: tuple[Question, ...],
) -> None:
    for question in questions:
        for level, text in enumerate(question.texts):
            screen = question_screen(question, level, (), Look(True, 40), 12)

            assert words(text) in words(screen.text), (question.skill.id, level)
            assert len(screen.lines) <= 12


@given(
    data=st.data(),
    width=st.integers(NARROWEST, 200),
    height=st.integers(12, 60),
    unicode=st.booleans(),
)
def test_no_line_is_too_long_and_the_cursor_is_on_the_chosen_level(
    questions: tuple[Question, ...],
    data: st.DataObject,
    width: int,
    height: int,
    unicode: bool,
) -> None:
    question = data.draw(st.sampled_from(questions))
    level = data.draw(st.integers(0, 5))

    screen = question_screen(
        question, level, said("x" * 99), Look(unicode, width), height
    )

    lines = screen.text.split("\n")
    assert all(len(line) < width for line in lines)
    edge = "▌" if unicode else ">"
    begin = f"{edge} {level} {question.scale.names[level]}"
    assert lines[screen.cursor].startswith(begin)
    edges = [number for number, line in enumerate(lines) if line.startswith(edge)]
    assert edges == [*range(screen.cursor, screen.cursor + len(edges))]
    assert unicode or screen.text.isascii()


@given(
    number=st.integers(1, 40),
    data=st.data(),
    width=st.integers(NARROWEST, 200),
    height=st.integers(8, 60),
)
def test_what_matters_is_shown_around_the_chosen_skill(
    number: int, data: st.DataObject, width: int, height: int
) -> None:
    weights = [
        Weight(skill=f"s{n}", name=f"Skill {n} " * 4, level=3, importance=2)
        for n in range(number)
    ]
    selected = data.draw(st.integers(0, number - 1))

    screen = weighing_screen(weights, selected, "x" * 99, Look(True, width), height)

    lines = screen.text.split("\n")
    assert len(lines) <= height
    assert all(len(line) < width for line in lines)
    assert lines[screen.cursor].startswith(f"▌ Skill {selected} ")


@pytest.mark.parametrize(
    ("columns", "rows", "unicode"),
    [(80, 24, True), (60, 24, True), (40, 12, True), (80, 24, False)],
)
def test_a_question_and_the_weights_as_they_look(
    questions: tuple[Question, ...],
    check_golden: CheckGolden,
    columns: int,
    rows: int,
    unicode: bool,
) -> None:
    (question,) = (each for each in questions if each.skill.id == "negotiation")
    weights = [
        Weight(skill="a", name="Negotiation", level=2, importance=3),
        Weight(skill="b", name="Positioning and go-to-market", level=4, importance=2),
        Weight(skill="c", name="Security", level=0, importance=1),
    ]
    look = Look(unicode, columns)

    screens = (
        welcome_screen(welcome(14, 6, asks_role=True), "", look, rows),
        question_screen(question, 2, said("Listening: rated 3."), look, rows),
        help_screen(rating_help(FIVE), look, rows),
        weighing_screen(weights, 1, "", look, rows),
    )

    shown = "".join(f"{screen.text}\n{'=' * columns}\n" for screen in screens)
    name = f"{columns}x{rows}" if unicode else f"ascii-{columns}x{rows}"
    check_golden(f"terminal/interview-{name}.txt", shown)


def test_the_level_of_last_time_is_shown_only_to_who_asks(
    questions: tuple[Question, ...],
) -> None:
    question = questions[0]

    hidden = question_screen(question, 0, (), Look(True), 24)
    shown = question_screen(replace(question, last=2), 0, (), Look(True), 24)

    assert "last time" not in hidden.text
    assert f"{words(question.texts[2])} [last time]" in words(shown.text)
