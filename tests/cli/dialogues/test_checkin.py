"""What the dialogue of a check-in makes of the answers, before anything is recorded.

What it says word for word is in tests/cli/test_checkin_dialogue.py.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from pillarplan.cli.dialogues.weekly.checkin import ask_for_checkin
from pillarplan.cli.frame.surroundings import Surroundings, look_around
from pillarplan.domain.person.checkin import CheckIn, Drop, NewQuestion
from pillarplan.domain.person.cue import Cue
from pillarplan.domain.person.debrief import Account
from pillarplan.domain.person.recall import Grade, question_id
from pillarplan.errors import NothingYetError
from pillarplan.services.following.weekly.checking_in import check_in
from tests.worlds import MONDAY, after, planned

BOOK, FIRST, SECOND = (
    "getting-to-yes",
    "decline-a-feature-well",
    "negotiate-a-scope-cut",
)

Answer = Callable[..., CheckIn]


At = Callable[[date], Surroundings]


@pytest.fixture
def at(home: Path) -> Iterator[At]:
    """Open the same record on any day, for somebody who is asked line by line."""
    with ExitStack() as opened:

        def open_at(today: date) -> Surroundings:
            found = look_around(
                home=str(home), json=False, plain=True, no_color=True, no_input=False
            )
            here = replace(found, today=today)
            opened.callback(here.close)
            return here

        yield open_at


@pytest.fixture
def here(at: At) -> Surroundings:
    """Somebody at a plan of three items, on its first Tuesday."""
    planned(at(MONDAY).workspace)
    return at(after(1))


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Answer the dialogue line by line: ``answer(here, "2", "y")``."""

    def answer_all(
        here: Surroundings, *answers: str, start: CheckIn | None = None
    ) -> CheckIn:
        lines = "".join(f"{each}\n" for each in answers)
        monkeypatch.setattr(sys, "stdin", StringIO(lines))
        events = here.workspace.journal.read().events
        report = ask_for_checkin(here, start or CheckIn())
        assert here.workspace.journal.read().events == events
        return report

    return answer_all


ENTER = ""
NOTHING_ELSE = (ENTER,)
NO_CHANGE = (ENTER,)


def test_only_enter_says_that_nothing_happened(
    here: Surroundings, answer: Answer
) -> None:
    assert answer(here, *[ENTER] * 4) == CheckIn(nothing=True)


def test_without_any_input_there_is_nothing_to_record(
    here: Surroundings, answer: Answer
) -> None:
    with pytest.raises(NothingYetError):
        answer(here)


def test_what_was_answered_before_the_input_ended_counts(
    here: Surroundings, answer: Answer
) -> None:
    assert answer(here, "1:30") == CheckIn(hours={BOOK: 1.5})


def test_answers_join_a_report_that_was_begun_with_flags(
    here: Surroundings, answer: Answer
) -> None:
    start = CheckIn(id="w48", on=MONDAY)

    report = answer(here, "2", *NOTHING_ELSE, *NO_CHANGE, "Good", start=start)

    assert report == replace(start, hours={BOOK: 2}, note="Good")


def test_what_cannot_be_read_is_asked_again(
    here: Surroundings, answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    report = answer(
        here,
        *("much", "2"),
        *("9", "2", "0", "yes", ENTER),
        *[ENTER, "Said no", *[ENTER] * 5],
    )

    told = capsys.readouterr().err
    assert "'much'" in told
    assert "'9' is no open item of the plan" in told
    said = {FIRST: Account(happened="Said no")}
    assert report == CheckIn(hours={BOOK: 2}, done=(FIRST,), debrief=said)


def test_a_resource_asks_for_questions_to_oneself_and_a_practice_does_not(
    here: Surroundings, answer: Answer
) -> None:
    report = answer(
        here,
        *("0", "y"),  # the book
        *("2", "0", "y"),  # the first practice, by its number
        ENTER,
        *(ENTER, "Why positions?", "Interests count", ENTER),  # about the book
        *("Keep the date", "Said no", "They knew why", "Say why first"),  # the practice
        "after lunch",  # when to do the next one
        *NO_CHANGE,
    )

    assert report == CheckIn(
        done=(BOOK, FIRST),
        debrief={
            FIRST: Account(
                meant="Keep the date",
                happened="Said no",
                why="They knew why",
                next_time="Say why first",
            )
        },
        when={SECOND: Cue(when="after lunch", then="Say why first")},
        questions=(
            NewQuestion(item=BOOK, question="Why positions?", answer="Interests count"),
        ),
    )


def test_what_is_done_cannot_be_dropped_and_a_pause_may_follow(
    here: Surroundings, answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    report = answer(
        here,
        *("0", "y", *NOTHING_ELSE),
        *(ENTER, ENTER),  # nothing applied, nothing asked
        *("1", "3", "No release", "2w", ENTER),
    )

    assert "'1' is no open item of the plan" in capsys.readouterr().err
    assert report == CheckIn(
        done=(BOOK,),
        drop=(Drop(item=SECOND, reason="No release"),),
        pause_until=after(15),
    )


@pytest.fixture
def at_the_end(here: Surroundings, at: At) -> Surroundings:
    """All work on the skill but the last practice is over; a question waits."""
    asked = NewQuestion(item=BOOK, question="Why?")
    check_in(here.workspace, CheckIn(done=(BOOK, FIRST), questions=(asked,)))
    return at(after(30))


@pytest.mark.parametrize(
    ("answers", "rate", "evidence"),
    [
        (("2", "Cut scope"), {"negotiation": 2}, {"negotiation": "Cut scope"}),
        (("2", ENTER), {}, {}),  # it stays as it is
        (("1",), {"negotiation": 1}, {}),
        (("0",), {"negotiation": 0}, {}),
        ((ENTER,), {}, {}),
    ],
)
def test_a_level_that_rises_needs_a_line(
    at_the_end: Surroundings,
    answer: Answer,
    answers: tuple[str, ...],
    rate: dict[str, int],
    evidence: dict[str, str],
) -> None:
    report = answer(
        at_the_end,
        *("1 y", ENTER, ENTER),  # the last practice; nothing is said of it
        *NO_CHANGE,
        *answers,
        *(() if rate else ("good",)),  # who rates is asked nothing of the past
        ENTER,
    )

    assert report == CheckIn(
        hours={SECOND: 1},
        done=(SECOND,),
        rate=rate,
        evidence=evidence,
        recall={} if rate else {question_id(BOOK, "Why?"): Grade.GOOD},
    )
