"""Oneself and others side by side, in words without blame."""

from datetime import date

import pytest

from pillarplan.domain.feedback import Feedback, SkillViews
from pillarplan.domain.rating import Rater, RaterKind, Rating
from pillarplan.render.look import Look
from pillarplan.render.terminal.feedback import feedback_view, in_words
from tests.program import CheckGolden
from tests.render.terminal.drawing import drawn

MONDAY = date(2026, 11, 23)
DANA = Rater(name="Dana", kind=RaterKind.MANAGER)
KIM = Rater(name="Kim Longname-Hyphenated", kind=RaterKind.PEER)
MISSING = -1


def views(
    name: str, own: int | None, dana: int | None, kim: int | None = MISSING
) -> SkillViews:
    """What is said of a skill; an own level of -1 is one that was never given."""
    skill = name.lower()

    def rating(level: int | None, rater: Rater, seen: str | None = None) -> Rating:
        return Rating(
            skill=skill, level=level, rated_on=MONDAY, rater=rater, evidence=seen
        )

    others = [rating(dana, DANA, "She cut scope with Sales, and both gained.")]
    if kim != MISSING:
        others.append(rating(kim, KIM))
    levels = [each.level for each in others if each.level is not None]
    rated = own is not None and own != MISSING
    return SkillViews(
        skill=skill,
        name=name,
        own=None if own == MISSING else rating(own, Rater()),
        others=tuple(others),
        difference=max((abs(level - (own or 0)) for level in levels), default=None)
        if rated
        else None,
    )


ALL = (
    views("Positioning and go-to-market", 1, 4, 3),
    views("Writing", 3, 1),
    views("Strategy", 2, 1, 3),
    views("Pricing", 2, 2),
    views("Security", None, 2),
    views("Security 2", 2, None),
    views("Innovation", MISSING, 2, 3),
)


@pytest.mark.parametrize("width", [60, 80])
def test_views_fit_their_terminal(check_golden: CheckGolden, width: int) -> None:
    feedback = Feedback(raters=(DANA, KIM), skills=ALL)

    text = drawn(feedback_view(feedback, Look(unicode=True, width=width)), width)

    check_golden(f"terminal/feedback-{width}.txt", text)


def test_nobody_said_anything_yet() -> None:
    view = feedback_view(Feedback(raters=(), skills=()), Look(unicode=True))

    assert drawn(view, 80) == (
        "Nobody else has rated you yet.\n"
        "Ask a colleague: pillarplan feedback request -o form.yaml\n"
    )


@pytest.mark.parametrize(
    ("skill", "words"),
    [
        (views("A", 2, 2, 2), "You see it alike."),
        (views("A", 2, 2, 3), "More is seen than you claim; ask what they saw."),
        (views("A", 2, 1, 3), "Views differ in both directions; ask each"),
        (views("A", 2, 1, 2), "Less is seen than you know of; show it"),
        (views("A", 2, None), "One of you finds that it does not apply"),
        (views("A", None, 2), "One of you finds that it does not apply"),
    ],
)
def test_a_difference_is_put_in_words(skill: SkillViews, words: str) -> None:
    assert in_words(skill).startswith(words)
