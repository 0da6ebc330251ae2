"""Lint tells maintainers what to mend."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from pillarplan.domain.knowledge.base import KnowledgeBase
from pillarplan.domain.knowledge.item import (
    Cost,
    Effort,
    Practice,
    Regrade,
    Resource,
    ResourceKind,
)
from pillarplan.domain.knowledge.occasion import Occasion
from pillarplan.domain.knowledge.price import FreePart
from pillarplan.domain.knowledge.skill import Skill
from pillarplan.domain.knowledge.step import Span
from pillarplan.knowledge.base.loading import load
from pillarplan.knowledge.checking.finding import Finding, Severity
from pillarplan.knowledge.checking.freshness import HALF_LIVES
from pillarplan.knowledge.checking.lint import find_stale, lint
from tests.knowledge.bases import SMALL

BASE = load(SMALL)
TODAY = date(2026, 11, 23)
BOOK, PODCAST = BASE.resources[:2]
PRACTICE = BASE.practices[0]
SKILL = BASE.pillars[0].skills[0]


def with_resource(resource: Resource, **changes: Any) -> KnowledgeBase:
    changed = replace(resource, **changes)
    others = (each for each in BASE.resources if each != resource)
    return replace(BASE, resources=(changed, *others))


def with_practice(**changes: Any) -> KnowledgeBase:
    changed: Practice = replace(PRACTICE, **changes)
    return replace(BASE, practices=(changed, *BASE.practices[1:]))


def with_skill(**changes: Any) -> KnowledgeBase:
    changed: Skill = replace(SKILL, **changes)
    soft, business = BASE.pillars
    soft = replace(soft, skills=(changed, *soft.skills[1:]))
    return replace(BASE, pillars=(soft, business))


def spans(*wanted: tuple[str, int, int]) -> tuple[Span, ...]:
    return tuple(Span(skill=skill, from_=low, to=high) for skill, low, high in wanted)


def codes(base: KnowledgeBase) -> list[tuple[str, str]]:
    found = [(each.code, each.id) for each in lint(base, TODAY)]
    return [each for each in found if each[0] not in THIN]


THIN = {"one-resource", "none-free"}
"""A small knowledge base leaves no choice at most steps."""


def test_the_small_knowledge_base_is_clean() -> None:
    assert codes(BASE) == []


def test_a_finding_says_what_and_where() -> None:
    base = replace(BASE, practices=BASE.practices[1:])

    assert lint(base, TODAY)[:1] == (
        Finding(
            code="no-practice",
            id="negotiation",
            message="no practice leads from level 0 to 1",
            severity=Severity.ERROR,
        ),
    )


STALE = date(2024, 11, 23)
LONG = "x" * 1000

CASES: dict[str, tuple[KnowledgeBase, list[tuple[str, str]]]] = {
    "a step without a resource": (
        replace(BASE, resources=BASE.resources[1:]),
        [("no-resource", "negotiation"), ("no-resource", "negotiation")],
    ),
    "a level with one behaviour": (
        with_skill(levels={**SKILL.levels, 2: ("I can.",)}),
        [("few-behaviours", "negotiation")],
    ),
    "a level that fills the screen": (
        with_skill(levels={**SKILL.levels, 2: ("x" * 95, "y" * 95, "z" * 11)}),
        [("long-level", "negotiation")],
    ),
    "a long behaviour": (
        with_skill(levels={**SKILL.levels, 2: ("x" * 96, "y")}),
        [("long-behaviour", "negotiation")],
    ),
    "long texts of a skill": (
        with_skill(summary="x" * 121, why="x" * 241, neglect=LONG, delegate=LONG),
        [("long-text", "negotiation")] * 4,
    ),
    "long texts of a resource": (
        with_resource(BOOK, why="x" * 201, apply=LONG),
        [("long-text", "getting-to-yes")] * 2,
    ),
    "long texts of a practice": (
        with_practice(title="x" * 61, task="x" * 401, evidence="x" * 161),
        [("long-text", "name-your-goal")] * 3,
    ),
    "hours that its effort does not give": (
        with_resource(BOOK, effort=Effort(pages=180)),
        [("hours", "getting-to-yes")],
    ),
    "a move of a grade": (
        with_resource(BOOK, regrade=Regrade(by=-0.5, why="About war.")),
        [],
    ),
    "a move of a grade that moves nothing": (
        with_resource(BOOK, regrade=Regrade(by=0.0, why="As it is.")),
        [("regrade", "getting-to-yes")],
    ),
    "a move of a grade that is as high as can be": (
        with_resource(
            BOOK, recommenders=100, regrade=Regrade(by=1.0, why="Everybody says so.")
        ),
        [("regrade", "getting-to-yes")],
    ),
    "hours that are rounded": (with_resource(BOOK, effort=Effort(pages=195)), []),
    "hours of a long one that are rounded": (
        with_resource(BOOK, hours=40.0, effort=Effort(pages=1310)),
        [],
    ),
    "too little time for its steps": (
        with_resource(BOOK, hours=1.25, effort=None),
        [("short", "getting-to-yes")],
    ),
    "too many steps": (
        with_resource(
            BOOK, develops=spans(("negotiation", 0, 3)), hours=9.75, effort=None
        ),
        [("many-steps", "getting-to-yes")],
    ),
    "three steps of a long one": (
        with_resource(
            BOOK, develops=spans(("negotiation", 0, 3)), hours=10.0, effort=None
        ),
        [],
    ),
    "too many skills": (
        with_resource(
            BOOK,
            develops=spans(*((f"s{n}", 0, 1) for n in range(3)), ("negotiation", 0, 2)),
        ),
        [("many-skills", "getting-to-yes")],
    ),
    "a practice of two steps": (
        with_practice(develops=spans(("negotiation", 0, 2))),
        [("many-steps", "name-your-goal")],
    ),
    "a practice of three skills": (
        with_practice(
            develops=spans(("negotiation", 0, 1), ("writing", 0, 1), ("pricing", 0, 1))
        ),
        [("many-skills", "name-your-goal")],
    ),
    "a review two years ago": (
        with_practice(reviewed_on=STALE),
        [("stale", "name-your-goal")],
    ),
    "a review a day less than two years ago": (
        with_practice(reviewed_on=date(2024, 11, 24)),
        [],
    ),
    "a price that nobody states": (
        with_resource(BOOK, price=None),
        [("no-price", "getting-to-yes")],
    ),
    "a free part that nobody names": (
        with_resource(PODCAST, cost=Cost.FREEMIUM),
        [("no-free-part", "hard-talks")],
    ),
    "a free part that is not enough, and no price": (
        with_resource(
            PODCAST,
            cost=Cost.FREEMIUM,
            free_part=FreePart(what="the first minutes", enough=False),
        ),
        [("no-price", "hard-talks")],
    ),
    "an event that nobody knows when to go to": (
        with_resource(BOOK, kind=ResourceKind.EVENT),
        [("no-day", "getting-to-yes")],
    ),
    "an event in a month": (
        with_resource(BOOK, kind=ResourceKind.EVENT, when=Occasion(months=(4,))),
        [],
    ),
    "a community that neither meets nor goes on for weeks": (
        with_resource(BOOK, kind=ResourceKind.COMMUNITY),
        [("no-rhythm", "getting-to-yes")],
    ),
    "a community in which one writes week by week": (
        with_resource(BOOK, kind=ResourceKind.COMMUNITY, weeks=6),
        [],
    ),
    "a practice that is easy for one skill and hard for the other": (
        with_practice(develops=spans(("negotiation", 0, 1), ("writing", 1, 2))),
        [("uneven", "name-your-goal")],
    ),
    "what was divided and keeps its name": (
        with_resource(BOOK, was=("hard-talks",)),
        [],
    ),
    "a successor of itself": (
        with_resource(BOOK, was=("getting-to-yes",)),
        [("was-itself", "getting-to-yes")],
    ),
    "a successor of what is gone": (with_resource(BOOK, was=("old-book",)), []),
    "a list that recommends a practice": (
        replace(BASE, guests={"name-your-goal": 1}),
        [("no-resource", "name-your-goal")],
    ),
    "the same address": (
        with_resource(PODCAST, url="https://EXAMPLE.org/getting-to-yes/"),
        [("twin", "getting-to-yes")],
    ),
    "the same number": (
        with_resource(PODCAST, isbn=BOOK.isbn),
        [("twin", "getting-to-yes")],
    ),
    "an item of the article that nothing covers": (
        with_skill(covers=()),
        [("not-covered", "article-1")],
    ),
    "an item of the article that a practice covers": (
        replace(
            with_skill(covers=()),
            practices=(replace(PRACTICE, covers=("article-1",)), *BASE.practices[1:]),
        ),
        [],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_lint_finds(case: str) -> None:
    base, expected = CASES[case]

    assert codes(base) == expected


def test_only_what_time_or_chance_may_bring_is_a_warning() -> None:
    base = with_resource(PODCAST, isbn=BOOK.isbn, reviewed_on=STALE)

    found = [each for each in lint(base, TODAY) if each.code not in THIN]
    assert [(each.code, each.severity) for each in found] == [
        ("stale", Severity.WARNING),
        ("twin", Severity.WARNING),
    ]


def test_one_resource_for_a_step_leaves_no_choice_and_one_price_for_all_none() -> None:
    thin = [each for each in lint(BASE, TODAY) if each.code in THIN]

    assert {each.severity for each in thin} == {Severity.WARNING}
    assert (
        Finding(
            code="one-resource",
            id="negotiation",
            message="only one resource leads from level 4 to 5: negotiation-school",
            severity=Severity.WARNING,
        )
        in thin
    )
    assert [(each.id, each.message) for each in thin if each.code == "none-free"] == [
        ("negotiation", "nothing free leads from level 0 to 1"),
        ("negotiation", "nothing free leads from level 1 to 2"),
        ("negotiation", "nothing free leads from level 4 to 5"),
        ("writing", "nothing free leads from level 3 to 4"),
        ("writing", "nothing free leads from level 4 to 5"),
        ("pricing", "nothing free leads from level 1 to 2"),
        ("pricing", "nothing free leads from level 2 to 3"),
    ]


def test_what_is_longest_overdue_comes_first() -> None:
    tool = replace(
        BOOK, id="a-tool", kind=ResourceKind.TOOL, reviewed_on=date(2025, 11, 1)
    )
    of_ai = replace(
        BOOK,
        id="of-ai",
        develops=spans(("ai-products", 0, 1)),
        reviewed_on=date(2026, 1, 1),
    )
    base = replace(BASE, resources=(BOOK, tool, of_ai))

    assert [each.id for each in find_stale(base, TODAY)] == ["of-ai", "a-tool"]


def test_every_kind_has_a_half_life() -> None:
    assert {*HALF_LIVES} == {*ResourceKind, "practice"}
