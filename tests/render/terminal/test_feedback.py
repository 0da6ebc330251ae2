"""Oneself and others side by side, in words without blame."""

from datetime import date, timedelta

import pytest

from pillarplan.domain.person.rating import MYSELF, Rater, RaterKind, Rating
from pillarplan.domain.person.tendency import Tendency
from pillarplan.domain.person.work import Evidence
from pillarplan.domain.reports.feedback import Feedback, SkillViews
from pillarplan.render.look import Look
from pillarplan.render.terminal.feedback import feedback_view, in_words
from tests.program import CheckGolden
from tests.render.terminal.drawing import drawn

MONDAY = date(2026, 11, 23)
LATER = MONDAY + timedelta(days=7)
DANA = Rater(name="Dana", kind=RaterKind.MANAGER)
KIM = Rater(name="Kim Longname-Hyphenated", kind=RaterKind.PEER)
SHOWN = "Wrote the one-page plan for release 6, and Sales signed it the same day"


def rating(
    level: int | None,
    rater: Rater = MYSELF,
    seen: str | None = None,
    on: date = MONDAY,
) -> Rating:
    return Rating(skill="x", level=level, rated_on=on, rater=rater, evidence=seen)


def views(
    name: str,
    own: Rating | None,
    *others: Rating,
    before: Rating | None = None,
    shown: str | None = None,
) -> SkillViews:
    mine = own.level if own else None
    levels = [each.level for each in others if each.level is not None]
    return SkillViews(
        skill=name.lower(),
        name=name,
        own=own,
        own_before=(before,) if before else (),
        own_evidence=Evidence(on=MONDAY, skill="x", text=shown) if shown else None,
        others=others,
        difference=None
        if mine is None
        else max((abs(level - mine) for level in levels), default=None),
    )


ALL = Feedback(
    raters=(DANA, KIM),
    skills=(
        views(
            "Positioning and go-to-market",
            rating(1),
            rating(2, KIM),
            rating(4, DANA, "She cut scope with Sales, kept the date, and both gained"),
            shown=SHOWN,
        ),
        views(
            "Writing",
            rating(3, on=LATER),
            rating(2, DANA, "Long mails"),
            before=rating(1),
        ),
        views("Pricing", rating(2), rating(2, DANA)),
        views("Security", rating(None), rating(2, DANA)),
        views("Strategy", rating(2), rating(None, DANA)),
        views("Innovation", None, rating(2, DANA), rating(3, KIM)),
    ),
    tendencies=(
        Tendency(
            pillar="business-acumen",
            name="Business acumen",
            mean=-0.83,
            levels=-0.5,
            ratings=6,
            raters=2,
            rounds=2,
        ),
    ),
)


@pytest.mark.parametrize("width", [40, 60, 80])
def test_views_fit_their_terminal(check_golden: CheckGolden, width: int) -> None:
    text = drawn(feedback_view(ALL, 5, Look(unicode=True, width=width)), width)

    check_golden(f"terminal/feedback-{width}.txt", text)


def test_without_unicode_all_is_ascii() -> None:
    assert drawn(feedback_view(ALL, 5, Look(unicode=False)), 80).isascii()


def test_nobody_said_anything_yet() -> None:
    nobody = Feedback(raters=(), skills=(), tendencies=())

    assert drawn(feedback_view(nobody, 5, Look(unicode=True)), 80) == (
        "Nobody else has rated you yet.\n"
        "Ask a colleague: pillarplan feedback request -o form.md\n"
    )


def test_where_nobody_differs_now_there_is_nothing_to_settle() -> None:
    moved = views("Pricing", rating(2, on=LATER), rating(1, DANA), before=rating(1))
    alike = views("Pricing", rating(2), rating(2, DANA))
    feedback = Feedback(raters=(DANA,), skills=(moved, alike), tendencies=())

    text = drawn(feedback_view(feedback, 5, Look(unicode=True)), 80)

    assert text.endswith("  ●●··· Dana (manager) sees it as you do\n")


@pytest.mark.parametrize(
    ("other", "own", "words"),
    [
        (2, rating(2), "Dana (manager) sees it as you do"),
        (3, rating(2), "Dana (manager) sees you a level higher, at 3"),
        (0, rating(5), "Dana (manager) sees you five levels lower, at 0"),
        (None, rating(2), "Dana (manager) finds that it does not apply"),
        (2, rating(None), "Dana (manager) sees you at level 2"),
        (2, None, "Dana (manager) sees you at level 2"),
        (1, rating(2, on=LATER), "Dana (manager) sees you a level lower, at 1"),
    ],
)
def test_a_difference_is_put_in_words(
    other: int | None, own: Rating | None, words: str
) -> None:
    view = rating(other, DANA)

    assert in_words(view, views("X", own, view)) == words


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (1, "On 23 Nov 2026, when you said 1, Dana (manager) saw you at level 3"),
        (None, "On 23 Nov 2026, when you said n/a, Dana (manager) saw you at level 3"),
        (2, "Dana (manager) sees you a level higher, at 3"),
    ],
)
def test_what_was_said_before_one_moved_is_told_as_of_then(
    before: int | None, words: str
) -> None:
    view = rating(3, DANA)
    moved = views("X", rating(2, on=LATER), view, before=rating(before))

    assert in_words(view, moved) == words
