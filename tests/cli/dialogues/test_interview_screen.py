"""The interview on the screen: whatever one presses, the same record as in lines."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pillarplan.domain.person.rating import Rater, RaterKind
from tests.cli.interviews import SKILLS, Said, Window, on_screen, record, words
from tests.laws import examples
from tests.program import Run, link_cache

DOWN, UP, ESCAPE, CTRL_C, CTRL_D = "\x1b[B", "\x1b[A", "\x1b", "\x03", "\x04"
ENTER = "\r"

levels = st.integers(0, 5)
sure = st.sampled_from(["", "~", "!"])
shown = st.sampled_from(["", "cut the scope", "3 talks, 12 May!", "Größe: ü"])


def _level(level: int, sure: str, shown: str, arrows: bool) -> Said:
    evidence = f"e{shown}{ENTER}" if shown else ""
    rate = DOWN * level + ENTER if arrows else str(level)
    # From an answer that was taken back the arrows begin at its level: go to 0 first.
    rate = UP * 5 + rate if arrows else rate
    return Said(f"{sure}{evidence}{rate}", f"{level}{sure} {shown}".rstrip())


answers = st.one_of(
    st.builds(_level, levels, sure, shown, st.booleans()),
    st.just(Said("n", "n")),
    st.just(Said("s", "s")),
    st.just(Said("u", "u")),
)
weights = st.lists(st.tuples(st.integers(0, 3), st.integers(1, 3)), max_size=6)


def _held(said: list[Said], weighed: list[tuple[int, int]]) -> tuple[str, str]:
    """Return an interview in keys and in lines: answers, then what matters, the end.

    It stops where the answers end before all skills were answered.
    """
    keys, lines = "", ""
    given: list[bool] = []
    for each in said:
        if len(given) == len(SKILLS):
            break
        keys, lines = keys + each.keys, f"{lines}{each.line}\n"
        if each.line != "u":
            given.append(each.line[0].isdigit())
        elif given:
            given.pop()
    if len(given) < len(SKILLS):
        return f"{keys}q", f"{lines}q\n"
    rated = sum(given)
    if not rated:
        return keys, lines
    for number, importance in weighed:
        place = number % rated
        keys += UP * rated + DOWN * place + str(importance)
        lines += f"{place + 1}={importance}\n"
    return keys + ENTER, f"{lines}\n"


@settings(
    max_examples=examples(40),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(said=st.lists(answers, max_size=12), weighed=weights)
def test_the_same_answers_leave_the_same_record_on_the_screen_and_line_by_line(
    run: Run,
    tmp_path_factory: pytest.TempPathFactory,
    shared_cache: Path,
    said: list[Said],
    weighed: list[tuple[int, int]],
) -> None:
    homes = [tmp_path_factory.mktemp("home") for _ in range(2)]
    for home in homes:
        link_cache(home, shared_cache)
    keys, lines = _held(said, weighed)

    finished = on_screen(homes[0], keys)
    result = run("--home", str(homes[1]), *words(), stdin=lines)

    assert record(homes[0]) == record(homes[1])
    assert finished == (result.exit_code == 0)


def test_each_answer_is_on_disk_before_the_next_key(home: Path) -> None:
    assert not on_screen(home, "~eCut scope\r3nq")

    started, first, second = record(home)
    assert started["data"]["weighs"] is True
    assert first["data"].pop("edition")
    assert first == {
        "type": "rated",
        "data": {
            "skill": "negotiation",
            "level": 3,
            "rated_on": "2026-11-23",
            "rater": {"name": "self", "kind": "self"},
            "confidence": "low",
            "importance": None,
            "evidence": "Cut scope",
            "base": "product-leadership",
            "top": 5,
        },
    }
    assert (second["data"]["skill"], second["data"]["level"]) == ("ux", None)


def test_an_answer_that_was_taken_back_is_chosen_again_and_survives_a_restart(
    home: Path,
) -> None:
    on_screen(home, "34q")

    # In the next run the last answer is taken back, and Enter gives it again.
    on_screen(home, f"u{ENTER}q")

    assert [(each["type"], each["data"].get("level")) for each in record(home)] == [
        ("assessment-started", None),
        ("rated", 3),
        ("rated", 4),
        ("undone", None),
        ("rated", 4),
    ]


def test_from_what_matters_one_can_go_back_to_the_last_skill(home: Path) -> None:
    assert on_screen(home, f"1234u5{DOWN}3{ENTER}")

    told = [(e["type"], *e["data"].values()) for e in record(home)][4:]
    assert [each[:3] for each in told] == [
        ("rated", "writing", 4),
        ("undone", "command 5"),
        ("rated", "writing", 5),
        ("weighed", "ux", 3),
        ("assessment-finished", {"name": "self", "kind": "self"}),
    ]


def test_who_stopped_at_what_matters_is_asked_only_that(home: Path) -> None:
    assert not on_screen(home, "1234q")

    assert on_screen(home, f"3{ENTER}")

    assert [each["type"] for each in record(home)][5:] == [
        "weighed",
        "assessment-finished",
    ]


def test_a_single_skill_is_rated_with_one_key(home: Path) -> None:
    assert on_screen(home, "2", ["ux"])

    assert [each["type"] for each in record(home)] == ["assessment-started", "rated"]


def test_others_are_not_asked_what_matters_to_the_person(home: Path) -> None:
    dana = Rater(name="Dana", kind=RaterKind.MANAGER)

    assert on_screen(home, "21", ["ux", "security"], dana)

    assert [each["data"]["rater"] for each in record(home)] == [
        {"name": "Dana", "kind": "manager"}
    ] * 3


@pytest.mark.parametrize("keys", [f"{ESCAPE}[200~345{ESCAPE}[201~", "x", "6", "9", " "])
def test_a_paste_or_another_key_rates_nothing(home: Path, keys: str) -> None:
    on_screen(home, f"{keys}q")

    assert [each["type"] for each in record(home)] == ["assessment-started"]


def test_digits_are_text_while_one_writes_what_shows_it(home: Path) -> None:
    on_screen(home, f"e345 quns{ENTER}2q")

    (_, rated) = record(home)
    assert (rated["data"]["level"], rated["data"]["evidence"]) == (2, "345 quns")


def test_help_is_shown_until_the_next_key_which_does_nothing_else(home: Path) -> None:
    on_screen(home, "?4??3q")

    assert [each["data"].get("level") for each in record(home)] == [None, 3]


def test_who_is_welcomed_rates_nothing_before_they_begin(home: Path) -> None:
    on_screen(home, f"34~su?x{ENTER}3q", welcome=("14 skills.",))

    assert [each["data"].get("level") for each in record(home)] == [None, 3]


@pytest.mark.parametrize("end", ["q", CTRL_D])
def test_one_may_stop_at_any_time(home: Path, end: str) -> None:
    assert not on_screen(home, f"3{end}")


def test_ctrl_c_stops_at_once_also_while_one_writes(home: Path) -> None:
    for keys in (f"3{CTRL_C}", f"3eCut{CTRL_C}"):
        with pytest.raises(KeyboardInterrupt):
            on_screen(home, keys)


@pytest.mark.parametrize("size", [(1, 1), (2, 10), (5, 20), (12, 40), (200, 400)])
def test_windows_of_any_size_are_drawn(home: Path, size: tuple[int, int]) -> None:
    assert on_screen(home, f"1234{ENTER}", window=Window(*size))
