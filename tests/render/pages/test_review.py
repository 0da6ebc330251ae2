"""What a stretch of time brought, as a page."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from pillarplan.domain.habit.lights import Backing
from pillarplan.domain.knowledge.scale import Scale
from pillarplan.domain.person.debrief import Account, Debrief
from pillarplan.domain.person.work import Evidence
from pillarplan.domain.plan.roadmap import State
from pillarplan.domain.reports.review import (
    Ahead,
    LeftOut,
    Review,
    ReviewedItem,
    Rise,
    Story,
)
from pillarplan.domain.reports.status import Consistency
from pillarplan.render.pages.review import review_page
from tests.program import CheckGolden
from tests.scales import FIVE

LEVELS = Scale(levels=FIVE.levels[:4])
"""The base has no level 4 any more, which somebody once had."""

END = date(2026, 11, 20)

QUIET = Review(
    since=date(2026, 8, 24),
    until=date(2026, 11, 23),
    role="senior-pm",
    role_name="Senior Product Manager",
    plans_made_on=(),
    hours_planned=0.0,
    hours=0.0,
    pace=None,
    consistency=None,
    planned=(),
    finished=(),
    under_way=(),
    left_out=(),
    ahead=(),
    rises=(),
    stories=(),
)
"""Three months without a plan or a check-in."""


def eventful(text: str | None = None) -> Review:
    """A good quarter; `text` stands wherever somebody's words may stand."""
    return replace(
        QUIET,
        role_name=text or "Senior Product Manager",
        plans_made_on=(date(2026, 8, 24), date(2026, 10, 1)),
        hours_planned=39.0,
        hours=32.5,
        pace=2.47,
        consistency=Consistency(worked=10, paused=2, weeks=13),
        finished=tuple(
            ReviewedItem(
                id=kind,
                kind=kind,
                title=text or title,
                hours=hours,
                on=END,
                state=State.DONE,
            )
            for kind, title, hours in (
                ("book", "Getting to Yes", 7.5),
                ("practice", "Negotiate one real scope cut", 0.0),
            )
        ),
        under_way=(
            ReviewedItem(
                id="write",
                kind="practice",
                title=text or "Write the strategy of your product",
                hours=2.5,
                on=END,
                state=State.STARTED,
            ),
        ),
        left_out=_left_out(text),
        ahead=_ahead(text),
        rises=_rises(text),
        stories=_stories(text),
        lit={Backing.SAID: 2, Backing.DONE: 1},
    )


def _left_out(text: str | None) -> tuple[LeftOut, ...]:
    return tuple(
        LeftOut(
            id="talk",
            kind="video",
            title=text or "A talk",
            on=END,
            dropped=dropped,
            reason=text or reason,
        )
        for dropped, reason in ((True, "too long"), (True, ""), (False, ""))
    )


def _ahead(text: str | None) -> tuple[Ahead, ...]:
    return tuple(
        Ahead(
            id="scope",
            kind="practice",
            title=text or "Say no to Sales",
            hours_left=hours,
            on=date(2026, 12, 1),
            planned_on=planned_on,
            started=started,
        )
        for hours, planned_on, started in (
            (0.0, END, True),
            (1.5, END, True),
            (3.0, END, False),
            (4.0, None, False),
        )
    )


def _rises(text: str | None) -> tuple[Rise, ...]:
    return tuple(
        Rise(
            skill=name.lower(),
            name=text or name,
            before=before,
            after=before + 1,
            target=target,
            on=END,
            means=(text or "I can.", "I " + "do it on my own " * 6) if target else (),
            evidence=text,
        )
        for name, before, target in (("Negotiation", 1, 3), ("Pricing", 3, 0))
    )


def _stories(text: str | None) -> tuple[Story, ...]:
    def shown(words: str) -> Evidence:
        return Evidence(on=END, skill="negotiation", text=text or words)

    return (
        Story(
            skill="negotiation",
            name=text or "Negotiation",
            level=1,
            situation=text or "Lost the scope talk",
            target=3,
            tasks=(text or "Negotiate one real scope cut", "Say no to Sales"),
            actions=(
                shown("Cut scope with Sales"),
                shown("Kept the date, and told the customer why it matters to them"),
            ),
            result=2,
            result_on=END,
        ),
        Story(
            skill="pricing",
            name=text or "Pricing",
            level=None,
            situation=None,
            target=3,
            tasks=(),
            actions=(shown("Priced the add-on"),),
            result=None,
            result_on=None,
        ),
        Story(
            skill="strategy",
            name=text or "Strategy",
            level=3,
            situation=None,
            target=3,
            tasks=(),
            actions=(shown("Wrote it down"),),
            debriefs=(
                Debrief(
                    on=END,
                    item="one-page-strategy",
                    skills=("strategy",),
                    account=Account(
                        meant=text or "Agree on one thing that we will not do",
                        happened=text or "We agreed on two, and kept one",
                        why=text or "Sales was not in the room when we chose",
                        next_time=text or "Ask Sales first, and bring the figures",
                    ),
                ),
            ),
            result=3,
            result_on=END,
        ),
    )


def test_a_good_quarter_is_as_it_should_be(check_golden: CheckGolden) -> None:
    page = review_page(eventful(), LEVELS)

    check_golden("exports/review.md", page)
    assert all(len(line) <= 80 for line in page.splitlines())


def test_what_was_done_and_what_was_told_of_it_follow_each_other_by_their_days() -> (
    None
):
    (*_, story) = eventful().stories
    (told,) = story.debriefs
    early = replace(told, on=END - timedelta(days=5))
    silent = replace(told, account=Account())
    fuller = replace(story, debriefs=(early, silent, told))

    page = review_page(replace(eventful(), stories=(fuller,)), LEVELS)

    lines = page.partition("- **Strategy**")[2].split("\n")
    begun = [line.strip().partition(":*")[0] for line in lines if ":* " in line]
    wanted = ("- *I meant to", "- *Action", "- *I meant to", "- *Result")
    assert [each for each in begun if each in wanted] == [*wanted]


def test_of_several_practices_each_is_named_before_what_was_said_of_it() -> None:
    (*_, story) = eventful().stories
    (told,) = story.debriefs
    early = replace(told, on=END - timedelta(days=5), item="hard-choice")
    titles = {"one-page-strategy": "Write *one* page", "hard-choice": "Choose"}
    fuller = replace(story, debriefs=(early, told), titles=titles)

    page = review_page(replace(eventful(), stories=(fuller,)), LEVELS)
    alone = review_page(
        replace(eventful(), stories=(replace(story, titles=titles),)), LEVELS
    )

    day, before = END.day, early.on.day
    assert f"*Practice:* {before} Nov: Choose\n  - *I meant to:* Agree" in page
    assert f"*Practice:* {day} Nov: Write \\*one\\* page\n" in page
    assert "*Practice:*" not in alone


def test_a_quiet_quarter_says_so_without_blame() -> None:
    assert review_page(QUIET, LEVELS) == (
        "# Review: 24 Aug to 23 Nov 2026\n\n"
        "On the way to Senior Product Manager.\n\n"
        "- No hours spent\n"
    )


@pytest.mark.parametrize(
    ("days", "plans"),
    [
        ([1], "the plan of 1 Nov had"),
        ([1, 2], "the plans of 1 Nov and 2 Nov had"),
        ([1, 2, 3], "the plans of 1 Nov, 2 Nov and 3 Nov had"),
        ([1, 2, 3, 4], "the 4 plans of this time had"),
    ],
)
def test_all_plans_of_the_time_are_named(days: list[int], plans: str) -> None:
    made_on = tuple(date(2026, 11, day) for day in days)
    review = replace(QUIET, plans_made_on=made_on, hours_planned=9.0)

    page = review_page(review, LEVELS)

    assert page.endswith(f"\n- No hours spent; {plans} 9 h in mind\n")


def test_over_the_turn_of_the_year_days_have_a_year() -> None:
    review = replace(eventful(), until=date(2027, 1, 4))

    page = review_page(review, LEVELS)

    assert page.startswith("# Review: 24 Aug 2026 to 4 Jan 2027\n")
    assert "*Result:* level 2 (learning), 20 Nov 2026\n" in page


def test_a_single_thing_that_was_done_at_work_is_not_one_of_them() -> None:
    review = replace(eventful(), finished=eventful().applied)

    assert "\n- 1 item done, at work, 2 skills up\n" in review_page(review, LEVELS)


def test_a_week_needs_no_hours_a_week() -> None:
    review = replace(eventful(), since=date(2026, 11, 17))

    assert "\n- 32.5 h spent; the plans of" in review_page(review, LEVELS)


def test_a_plan_that_had_nothing_in_mind_is_not_held_against_anybody() -> None:
    review = replace(QUIET, plans_made_on=(END,))

    assert review_page(review, LEVELS) == review_page(QUIET, LEVELS)


def test_one_paused_week_is_one() -> None:
    review = replace(QUIET, consistency=Consistency(worked=3, paused=1, weeks=4))

    page = review_page(review, LEVELS)

    assert page.endswith("\n- Worked on it in 3 of 4 weeks; 1 more was paused\n")
