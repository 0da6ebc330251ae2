"""Lint tells maintainers what to mend."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from pillarplan.domain.knowledge.base import KnowledgeBase
from pillarplan.domain.knowledge.item import Effort, Practice, Resource
from pillarplan.domain.knowledge.skill import Skill
from pillarplan.domain.knowledge.step import Span
from pillarplan.knowledge.base.loading import load
from pillarplan.knowledge.checking.finding import Finding, Severity
from pillarplan.knowledge.checking.lint import lint
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
    return [(finding.code, finding.id) for finding in lint(base, TODAY)]


def test_the_small_knowledge_base_is_clean() -> None:
    assert lint(BASE, TODAY) == ()


def test_a_finding_says_what_and_where() -> None:
    base = replace(BASE, practices=BASE.practices[1:])

    assert lint(base, TODAY) == (
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

    assert [(each.code, each.severity) for each in lint(base, TODAY)] == [
        ("stale", Severity.WARNING),
        ("twin", Severity.WARNING),
    ]
