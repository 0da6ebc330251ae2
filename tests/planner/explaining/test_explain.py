"""Answers to the question why."""

from dataclasses import replace
from datetime import date
from typing import TypeVar, cast

from pillarplan.domain.knowledge.item import Cost
from pillarplan.domain.knowledge.step import Span
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.work import Ended
from pillarplan.domain.plan.variant import Loss
from pillarplan.domain.reports.explanation import (
    Gain,
    ItemExplanation,
    PlanExplanation,
    SkillExplanation,
)
from pillarplan.planner.explaining.explain import explain_plan, explain_skill
from pillarplan.planner.explaining.explain_item import explain_item
from pillarplan.planner.fitting.draft import Draft, make_draft
from pillarplan.render.words.in_words import explanation_in_words
from tests.planner.worlds import (
    TODAY,
    World,
    gap,
    limits,
    practice,
    resource,
)

Told = TypeVar("Told", ItemExplanation, SkillExplanation, PlanExplanation)

ELSEWHERE = resource("elsewhere", ("singing", 1, 2))
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
    who = (asked.profile, asked.today, asked.scale)
    return make_draft(asked.limits, asked.gaps, asked.items, *who)


def explain(asked: World, item: str) -> ItemExplanation:
    known = {each.id: each for each in (*asked.items, ELSEWHERE)}
    return in_words(explain_item(draft(asked), asked.plan(), known[item]))


def in_words(explanation: Told) -> Told:
    """Return an explanation in words, without the facts that these are made of."""
    words = cast(Told, explanation_in_words(explanation))
    return replace(words, facts=())


def skill_in_words(asked: World, skill: str) -> SkillExplanation:
    explained = explain_skill(draft(asked), skill)
    assert explained
    return in_words(explained)


def plan_in_words(asked: World) -> PlanExplanation:
    return in_words(explain_plan(draft(asked)))


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
            "more and cost 20 USD less.",
            "It starts on 23 November 2026, the first day with time for it.",
        ),
        facts=(),
    )


def test_an_item_that_nothing_can_replace_is_explained_by_what_would_be_lost() -> None:
    explained = explain(world(), "build")

    assert explained.runner_up == ()
    assert explained.loss == Loss(value=1, hours=-5.0, money=0.0)
    assert explained.sentences[1:] == (
        "Without it, the plan would leave Building 2 to 3 open and take 5 h less.",
        "It starts on 29 November 2026: it takes turns with 'Build-book', half "
        "learnt then.",
    )


def test_an_item_that_starts_after_others_says_what_comes_before() -> None:
    assert explain(world(), "build-book").sentences[-1] == (
        "It starts on 27 November 2026: until then the time goes to 'Ask'."
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
            "USD less.",
        ),
        facts=(),
    )


def test_an_item_for_which_there_is_no_room_says_so() -> None:
    explained = explain(world(days=3), "long-ask-book")

    assert explained.loss is None
    assert explained.sentences == (
        "It takes 4 h; until 25 November 2026 you have 3 h.",
    )


def test_a_pinned_item_has_no_runner_up() -> None:
    explained = explain(world(pinned=("long-ask-book",)), "long-ask-book")

    assert explained.loss is None
    assert explained.sentences == (
        "Closes Asking 1 to 2, together with 'Ask'; you pinned it.",
        "It starts on 23 November 2026, the first day with time for it.",
    )


def test_what_was_dropped_says_when_and_why() -> None:
    ended = (
        Ended(on=TODAY, item="ask-book", reason="Read it at school."),
        Ended(on=TODAY, item="build-book"),
    )
    asked = replace(world(), profile=Profile(dropped=ended))

    assert [explain(asked, item).sentences for item in ("ask-book", "build-book")] == [
        (
            "You dropped it on 23 November 2026: Read it at school.",
            "To take it back: pillarplan plan --pin ask-book",
        ),
        (
            "You dropped it on 23 November 2026.",
            "To take it back: pillarplan plan --pin build-book",
        ),
    ]


def test_an_equal_runner_up_says_what_decides() -> None:
    twin = resource("ask-twin", ("asking", 1, 2), hours=2, price=20)
    asked = replace(world(), items=(*world().items, twin))
    adopted = replace(asked, profile=Profile(roadmap=asked.plan()))

    assert [explain(each, "ask-book").sentences[1] for each in (asked, adopted)] == [
        "Without it, the plan with 'Ask-twin' in its place would be just as good; "
        "between equals, the first one listed wins.",
        "Without it, the plan with 'Ask-twin' in its place would be just as good; "
        "between equals, what you have stays.",
    ]


def test_an_item_that_a_new_plan_would_leave_out_says_so() -> None:
    before = world(dropped=("ask-book",)).plan()

    explained = in_words(explain_item(draft(world()), before, world().items[3]))

    assert explained.item == "long-ask-book"
    assert explained.sentences[-1] == (
        "It starts on 23 November 2026, the first day with time for it. "
        "A plan made today would leave it out."
    )


def test_an_item_outside_the_focus_says_so() -> None:
    assert explain(world(focus=1, once=True), "build-book").sentences == (
        "It develops Building, which is outside the focus of this plan.",
    )


def test_an_item_that_costs_too_much_says_so() -> None:
    assert explain(world(budget=5), "ask-book").sentences == (
        "It costs up to 20 USD; your budget is 5 USD.",
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
        ("It covers Asking 4 to 5; the plan is for Asking 1 to 2.",),
        ("It develops no skill in which you have a gap.",),
        (
            "You finished it on 23 November 2026; the plan counts on it for Asking 1 "
            "to 2.",
        ),
        (
            "You left it out of this plan.",
            "To take it back: pillarplan plan --pin build-book",
        ),
        ("Its kind is book; you asked for podcast.",),
    ]


def test_a_skill_in_the_focus_is_explained_by_its_priority() -> None:
    assert skill_in_words(world(days=5), "building") == SkillExplanation(
        gap=gap("building", 2, 3, 1),
        in_focus=True,
        rank=2,
        closes=(),
        leaves=(BUILDING,),
        sentences=(
            "You are at level 2; the target is 3. Priority 1 (matters little: 1 x gap "
            "1), number 2 of 2 skills with a gap.",
            "It is in the focus, which takes the first 2.",
            "Building 2 to 3 needs 3.5 h more than there are until 27 November 2026.",
        ),
        facts=(),
    )


def test_a_skill_outside_the_focus_is_explained_by_those_in_it() -> None:
    assert skill_in_words(world(focus=1), "building") == SkillExplanation(
        gap=gap("building", 2, 3, 1),
        in_focus=False,
        rank=2,
        closes=(BUILDING,),
        leaves=(),
        sentences=(
            "You are at level 2; the target is 3. Priority 1 (matters little: 1 x gap "
            "1), number 2 of 2 skills with a gap.",
            "It is outside the focus, whose one skill has priority 4.",
            "It is taken up when another one is closed, on 27 November 2026.",
            "The plan closes Building 2 to 3.",
        ),
        facts=(),
    )


def test_a_skill_that_ties_with_those_in_the_focus_says_what_decides() -> None:
    gaps = (gap("asking", 1, 2, 1), gap("building", 2, 3, 1))
    asked = replace(world(focus=1, days=3), gaps=gaps)

    explained = skill_in_words(asked, "building")

    assert explained.sentences[1:] == (
        "It is outside the focus, whose one skill has priority 1; between equals, the "
        "first one listed wins.",
        "With --focus 2 it would still find no place in your time.",
    )


def test_a_skill_beside_chosen_ones_says_how_to_choose_it() -> None:
    explained = skill_in_words(world(skills=("asking",)), "building")

    assert explained.sentences[1:] == (
        "It is outside the focus, since you chose other skills.",
        "With --skill asking --skill building the plan would close Building 2 to 3 "
        "and take 5 h more.",
    )


def test_a_skill_that_is_closed_says_so() -> None:
    explained = skill_in_words(world(), "asking")

    assert explained.closes == (ASKING,)
    assert explained.sentences[2:] == ("The plan closes Asking 1 to 2.",)


def test_an_unknown_skill_has_no_explanation() -> None:
    assert explain_skill(draft(world()), "singing") is None


def on(day: int) -> date:
    return date(2026, 11, day)


def nothing(day: int) -> Gain:
    """Return what closes no more, and ends on a day of November."""
    return Gain(value=0, closes=(), ends_on=on(day))


NOTHING = Gain(value=0, closes=())


def test_a_plan_that_hours_limit_says_what_more_hours_would_give() -> None:
    assert plan_in_words(world(days=8)) == PlanExplanation(
        binds=("hours", "deadline"),
        one_more_hour=Gain(value=1, closes=(BUILDING,), ends_on=on(30)),
        four_more_weeks=Gain(value=1, closes=(BUILDING,), ends_on=date(2026, 12, 1)),
        any_money=NOTHING,
        sentences=(
            "What keeps the plan from closing more: your hours and the last day.",
            "One more hour a week would close Building 2 to 3 too.",
            "Four more weeks would close Building 2 to 3 too.",
        ),
        facts=(),
    )


def test_a_plan_that_money_limits_says_so() -> None:
    asked = world(budget=10, dropped=("long-ask-book",))

    assert plan_in_words(asked) == PlanExplanation(
        binds=("money",),
        one_more_hour=nothing(27),
        four_more_weeks=nothing(27),
        any_money=Gain(value=4, closes=(ASKING,), ends_on=date(2026, 12, 1)),
        sentences=(
            "What keeps the plan from closing more: the budget.",
            "More money would close Asking 1 to 2 too.",
        ),
        facts=(),
    )


def test_each_other_limit_is_lifted_to_see_what_it_keeps_away() -> None:
    asked = world(formats=("podcast",), languages=("de",), only_free=True)

    assert plan_in_words(world(formats=("podcast",))).sentences[:2] == (
        "What keeps the plan from closing more: the kinds of resource.",
        "Any kind of resource would close Asking 1 to 2 and Building 2 to 3 too.",
    )
    assert plan_in_words(asked).sentences == (
        "Within --format podcast, --language de and --only free nothing closes "
        "Asking 1 to 2 and Building 2 to 3.",
    )


def test_a_plan_that_nothing_limits_says_so() -> None:
    assert plan_in_words(world()) == PlanExplanation(
        binds=(),
        one_more_hour=nothing(30),
        four_more_weeks=Gain(value=0, closes=(), ends_on=date(2026, 12, 1)),
        any_money=NOTHING,
        sentences=(
            "The plan closes all that is in focus; no limit holds it back.",
            "With one more hour a week what is in hand would end on 30 November "
            "2026, not on 1 December 2026.",
        ),
        facts=(),
    )


def test_a_price_without_a_limit_is_named_when_there_is_a_budget() -> None:
    priceless = replace(ELSEWHERE, cost=Cost.PAID, price=None, develops=(ASKING,))
    asked = world(budget=50)
    asked = replace(asked, items=(*asked.items, priceless))

    said = in_words(explain_item(draft(asked), asked.plan(), priceless)).sentences

    assert said[0] == "Nothing limits what it costs; your budget is 50 USD."


def test_a_plan_that_spends_says_once_whom_to_ask_first() -> None:
    ask = "Before you pay: ask your company, then the library."

    assert world(pinned=("ask-book",)).told().notes.count(ask) == 1
    assert ask not in world(only_free=True).told().notes


def test_what_is_for_a_later_skill_says_so_first() -> None:
    found = explain(world(focus=1), "build-book")

    assert found.planned
    assert found.sentences[0] == (
        "It is for Building, which is taken up on 27 November 2026, when a skill in "
        "hand is closed."
    )
