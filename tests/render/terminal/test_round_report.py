"""The end of an interview, as it looks."""

import pytest

from pillarplan.domain.person.tendency import Tendency
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.reports.round_report import LevelChange, RoundReport, Strength
from pillarplan.render.look import Look
from pillarplan.render.terminal.round_report import round_view
from tests.program import CheckGolden
from tests.render.terminal.drawing import drawn


def gap(skill: str, current: int | None, target: int, importance: int = 2) -> Gap:
    return Gap(
        skill=skill,
        name=skill.replace("-", " ").capitalize(),
        pillar="soft-skills",
        current=current,
        target=target,
        importance=importance,
    )


FIRST = RoundReport(
    role="pm",
    role_name="Product Manager",
    asked=("negotiation", "writing"),
    rated=2,
    repeated=0,
    changes=(),
    strengths=(
        Strength(skill="writing", name="Writing", level=4, level_name="Proficient"),
    ),
    widest=(gap("negotiation", 1, 3, 3),),
    gaps=(gap("negotiation", 1, 3, 3), gap("writing", 4, 3)),
)

LATER = RoundReport(
    role="pm",
    role_name="Product Manager",
    asked=("negotiation", "writing", "pricing"),
    rated=3,
    repeated=3,
    changes=(
        LevelChange(
            skill="negotiation",
            name="Negotiation",
            before=1,
            after=3,
            evidence="Cut the scope of release 4 with Sales and kept their support "
            "when the deadline came nearer",
        ),
        LevelChange(skill="writing", name="Writing", before=3, after=4, evidence=None),
    ),
    strengths=(),
    widest=(),
    gaps=(),
)

ONE = RoundReport(
    role="pm",
    role_name="Product Manager",
    asked=("negotiation",),
    rated=1,
    repeated=1,
    changes=(),
    strengths=(),
    widest=(gap("writing", 1, 4),),
    gaps=(gap("negotiation", 3, 3),),
    tendencies=(
        Tendency(
            pillar="soft-skills",
            name="Soft skills",
            mean=0.9,
            levels=0.55,
            ratings=7,
            raters=2,
            rounds=2,
        ),
    ),
)


@pytest.mark.parametrize("width", [80, 60])
def test_the_end_of_an_interview_says_little_and_clearly(
    check_golden: CheckGolden, width: int
) -> None:
    look = Look(unicode=True, width=width)

    shown = [drawn(round_view(each, 5, look), width) for each in (FIRST, LATER, ONE)]

    check_golden(f"terminal/round-{width}.txt", ("=" * width + "\n").join(shown))


def test_without_unicode_it_is_ascii() -> None:
    shown = drawn(round_view(LATER, 5, Look(unicode=False, width=80)), 80)

    assert shown.isascii()
