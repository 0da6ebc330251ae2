"""What ships is complete: laws of the content that `kb lint` cannot know."""

from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Any

import pytest

from pillarplan.domain.knowledge.base import KnowledgeBase
from pillarplan.domain.knowledge.item import Cost, Origin, ResourceKind
from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.reports.interview import Question
from pillarplan.knowledge.base.builtin import bundled_path
from pillarplan.knowledge.base.loading import load
from pillarplan.knowledge.checking.lint import lint

LEVELS = range(1, 6)
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return load(bundled_path())


def _steps(base: KnowledgeBase, *, core: bool = False) -> Iterator[Step]:
    skills = [skill.id for skill in base.skills if skill.core or not core]
    return (Step(*each) for each in product(skills, LEVELS))


def test_lint_finds_nothing_but_addresses_that_episodes_share(
    base: KnowledgeBase,
) -> None:
    assert {finding.code for finding in lint(base, TODAY)} <= {"twin"}


def test_every_item_of_the_article_is_covered(base: KnowledgeBase) -> None:
    entries: tuple[Any, ...] = (
        base,
        *base.pillars,
        *base.skills,
        *base.resources,
        *base.practices,
        *base.reflections,
    )

    covered = {item for entry in entries for item in entry.covers}

    assert len(base.article) == 147
    assert {item.id for item in base.article} - covered == set()


def test_what_covers_an_item_of_the_article_as_its_own_says_so(
    base: KnowledgeBase,
) -> None:
    additions = [r for r in base.resources if r.origin is Origin.ADDITION and r.covers]

    assert additions == []


def test_every_step_has_a_resource_and_a_practice(base: KnowledgeBase) -> None:
    learnt = {step for resource in base.resources for step in resource.steps}
    applied = {step for practice in base.practices for step in practice.steps}

    assert set(_steps(base)) - (learnt & applied) == set()


def test_every_step_of_a_core_skill_can_be_learnt_for_free(base: KnowledgeBase) -> None:
    free = {
        step
        for resource in base.resources
        if resource.cost is not Cost.PAID
        for step in resource.steps
    }

    assert set(_steps(base, core=True)) - free == set()


def test_every_skill_can_be_listened_to(base: KnowledgeBase) -> None:
    heard = {step.skill for r in base.resources if r.listen for step in r.steps}

    assert {skill.id for skill in base.skills} - heard == set()


def test_the_quick_interview_is_quick_and_looks_at_every_pillar(
    base: KnowledgeBase,
) -> None:
    core = [sum(skill.core for skill in pillar.skills) for pillar in base.pillars]

    assert 12 <= sum(core) <= 15
    assert all(core)


def test_there_is_enough_of_every_kind(base: KnowledgeBase) -> None:
    kinds = {resource.kind for resource in base.resources}

    assert len(list(base.skills)) == 28
    assert len(base.resources) >= 250
    assert len(base.practices) >= 140
    assert kinds >= set(ResourceKind) - {ResourceKind.MENTOR}


def test_every_role_has_a_target_for_every_skill(base: KnowledgeBase) -> None:
    skills = {skill.id for skill in base.skills}

    assert [role.id for role in base.roles] == [
        "associate-pm",
        "pm",
        "senior-pm",
        "group-pm",
        "director",
        "cpo",
    ]
    assert all(set(role.targets) == skills for role in base.roles)


def test_targets_never_fall_by_more_than_one_from_a_role_to_the_next(
    base: KnowledgeBase,
) -> None:
    falls = [
        before.targets[skill] - after.targets[skill]
        for before, after in zip(base.roles, base.roles[1:], strict=False)
        for skill in before.targets
    ]

    assert max(falls) <= 1


def test_every_question_calls_for_a_practice_of_its_skill(base: KnowledgeBase) -> None:
    practices = {practice.id: practice for practice in base.practices}

    for reflection in base.reflections:
        assert reflection.practice is not None
        skills = {step.skill for step in practices[reflection.practice].steps}
        assert reflection.skill in skills


WORDS_A_MINUTE = 238
"""How fast adults read in silence (M. Brysbaert, How many words do we read per minute?,
Journal of Memory and Language 109, 2019)."""


def test_a_quick_interview_takes_at_most_ten_minutes(base: KnowledgeBase) -> None:
    # One reads why a skill matters, and up to the first level that does not fit: the
    # fourth for somebody who is at level three.  A key and a thought take five seconds.
    questions = [
        Question(skill=skill, pillar_name="", scale=base.scale, number=1, total=1)
        for skill in base.skills
        if skill.core
    ]
    read = " ".join(" ".join((each.why, *each.texts[:5])) for each in questions)
    again = (len(questions) - 1) * len(base.scale[0].test.split())
    words = len(read.split()) - again  # level 0 is the same every time
    minutes = words / WORDS_A_MINUTE + len(questions) * 5 / 60

    assert minutes < 10
