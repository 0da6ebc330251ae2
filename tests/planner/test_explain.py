"""Answers to the question why."""

from dataclasses import replace

from pillarplan.domain.profile import Ended, Profile
from pillarplan.domain.step import Span
from pillarplan.domain.variant import Loss
from pillarplan.planner.draft import Draft, make_draft
from pillarplan.planner.explain import (
    Gain,
    ItemExplanation,
    PlanExplanation,
    SkillExplanation,
    explain_item,
    explain_plan,
    explain_skill,
)
from tests.planner.worlds import (
    TODAY,
    World,
    gap,
    limits,
    practice,
    resource,
)

ASKING = Span(skill="asking", from_=1, to=2)
BUILDING = Span(skill="building", from_=2, to=3)


def world(**more: object) -> World:
    return World(
        limits=limits(**more),  # type: ignore[arg-type]  # checked by its use
        gaps=(gap("asking", 1, 2, 3), gap("building", 2, 3, 1)),
        items=(
            practice("ask", ("asking", 1, 2), hours=1.5),
            practice("build", ("building", 2, 3), hours=2),
            resource("ask-book", ("asking", 1, 2), hours=2, price=20),
            resource("long-ask-book", ("asking", 0, 3), hours=4),
            resource("build-book", ("building", 2, 3), hours=3),
            resource("other", ("asking", 4, 5), hours=3),
        ),
    )


def draft(asked: World) -> Draft:
    return make_draft(asked.limits, asked.gaps, asked.items, asked.profile, asked.today)


def explain(asked: World, item: str) -> ItemExplanation:
    return explain_item(draft(asked), asked.plan(), item)


def test_a_planned_item_is_explained_by_what_would_take_its_place() -> None:
    assert explain(world(), "ask-book") == ItemExplanation(
        item="ask-book",
        title="Ask-book",
        planned=True,
        closes=(ASKING,),
        partners=("ask",),
        rivals=("long-ask-book",),
        runner_up=("long-ask-book",),
        loss=Loss(value=0, hours=2.0, money=-20.0),
        sentences=(
            "Closes Asking 1 to 2, together with 'Ask'; the shortest of 2 that do.",
            "Without it, the plan with 'Long-ask-book' in its place would take 2 h "
            "more and cost 20 less.",
            "It starts on 23 November 2026, the first day with time for it.",
        ),
    )


def test_an_item_that_nothing_can_replace_is_explained_by_what_would_be_lost() -> None:
    explained = explain(world(), "build")

    assert explained.runner_up == ()
    assert explained.loss == Loss(value=1, hours=-5.0, money=0.0)
    assert explained.sentences[1:] == (
        "Without it, the plan would close 1 less in value and take 5 h less.",
        "It starts on 29 November 2026: it builds on 'Build-book'.",
    )


def test_an_item_that_starts_after_others_says_what_comes_before() -> None:
    assert explain(world(), "build-book").sentences[-1] == (
        "It starts on 26 November 2026: until then the time goes to 'Ask'."
    )


def test_an_item_that_lost_is_explained_by_what_it_would_cost() -> None:
    assert explain(world(), "long-ask-book") == ItemExplanation(
        item="long-ask-book",
        title="Long-ask-book",
        planned=False,
        runner_up=("ask-book",),
        loss=Loss(value=0, hours=2.0, money=-20.0),
        sentences=(
            "With it in place of 'Ask-book', the plan would take 2 h more and cost 20 "
            "less.",
        ),
    )


def test_an_item_for_which_there_is_no_room_says_so() -> None:
    explained = explain(world(days=3), "long-ask-book")

    assert explained.loss is None
    assert explained.sentences == ("The plan has no room for it.",)


def test_a_pinned_item_has_no_runner_up() -> None:
    explained = explain(world(pinned=("long-ask-book",)), "long-ask-book")

    assert explained.loss is None
    assert explained.sentences == (
        "Closes Asking 1 to 2, together with 'Ask'; you pinned it.",
        "It starts on 23 November 2026, the first day with time for it.",
    )


def test_an_item_that_was_no_candidate_says_why() -> None:
    done = Profile(done=(Ended(on=TODAY, item="ask-book"),))

    answers = {
        "other": world(),
        "elsewhere": world(),
        "ask-book": replace(world(), profile=done),
        "build-book": world(dropped=("build-book",)),
        "long-ask-book": world(formats=("podcast",)),
    }

    assert [explain(asked, item).sentences for item, asked in answers.items()] == [
        ("It covers Asking 4 to 5, not Asking 1 to 2 and Building 2 to 3.",),
        ("It develops no skill in which you have a gap.",),
        ("You have finished it; the plan counts on it.",),
        ("You dropped it.",),
        ("Your limits on format, language or price keep it out.",),
    ]


def test_a_skill_in_the_focus_is_explained_by_its_priority() -> None:
    assert explain_skill(draft(world(days=5)), "building") == SkillExplanation(
        gap=gap("building", 2, 3, 1),
        in_focus=True,
        rank=2,
        closes=(),
        leaves=(BUILDING,),
        sentences=(
            "Priority 1 (importance 1 x gap 1), number 2 of 2 skills with a gap.",
            "Building 2 to 3 needs 3.5 h more than there are until 27 November 2026.",
        ),
    )


def test_a_skill_outside_the_focus_is_explained_by_those_in_it() -> None:
    assert explain_skill(draft(world(focus=1)), "building") == SkillExplanation(
        gap=gap("building", 2, 3, 1),
        in_focus=False,
        rank=2,
        closes=(),
        leaves=(),
        sentences=(
            "Priority 1 (importance 1 x gap 1); the 1 in focus have 3 or more.",
        ),
    )


def test_a_skill_that_is_closed_says_so() -> None:
    explained = explain_skill(draft(world()), "asking")

    assert explained
    assert explained.closes == (ASKING,)
    assert explained.sentences[1:] == ("The plan closes Asking 1 to 2.",)


def test_an_unknown_skill_has_no_explanation() -> None:
    assert explain_skill(draft(world()), "singing") is None


NOTHING = Gain(value=0, closes=())


def test_a_plan_that_hours_limit_says_what_more_hours_would_give() -> None:
    assert explain_plan(draft(world(days=8))) == PlanExplanation(
        binds=("hours", "deadline"),
        one_more_hour=Gain(value=1, closes=(BUILDING,)),
        four_more_weeks=Gain(value=1, closes=(BUILDING,)),
        any_money=NOTHING,
        sentences=(
            "The plan is limited by hours and deadline.",
            "One more hour a week would close Building 2 to 3 more.",
            "Four more weeks would close Building 2 to 3 more.",
        ),
    )


def test_a_plan_that_money_limits_says_so() -> None:
    asked = world(budget=10, dropped=("long-ask-book",))

    assert explain_plan(draft(asked)) == PlanExplanation(
        binds=("money",),
        one_more_hour=NOTHING,
        four_more_weeks=NOTHING,
        any_money=Gain(value=3, closes=(ASKING,)),
        sentences=(
            "The plan is limited by money.",
            "More money would close Asking 1 to 2 more.",
        ),
    )


def test_a_plan_that_nothing_limits_says_so() -> None:
    assert explain_plan(draft(world())) == PlanExplanation(
        binds=(),
        one_more_hour=NOTHING,
        four_more_weeks=NOTHING,
        any_money=NOTHING,
        sentences=(
            "No limit on hours, days or money keeps the plan from closing more.",
        ),
    )
