"""What ships is complete: laws of the content that `kb lint` cannot know."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Any

import pytest

from pillarplan.domain.knowledge.base import KnowledgeBase
from pillarplan.domain.knowledge.item import Origin, ResourceKind
from pillarplan.domain.knowledge.skill import Skill
from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.reports.interview import Question
from pillarplan.knowledge.base.entry import bundled_path
from pillarplan.knowledge.base.loading import load
from pillarplan.knowledge.checking.lint import lint
from pillarplan.render.look import Look
from pillarplan.render.screens.question import question_screen

LEVELS = range(1, 6)
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return load(bundled_path())


def _steps(base: KnowledgeBase, *, core: bool = False) -> Iterator[Step]:
    skills = [skill.id for skill in base.skills if skill.core or not core]
    return (Step(*each) for each in product(skills, LEVELS))


def test_lint_finds_nothing_to_mend(base: KnowledgeBase) -> None:
    assert lint(base, TODAY) == ()


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


def test_every_step_has_two_resources_and_a_practice(base: KnowledgeBase) -> None:
    learnt = Counter(s for each in base.resources for s in dict.fromkeys(each.steps))
    applied = {step for practice in base.practices for step in practice.steps}

    assert [step for step in _steps(base) if learnt[step] < 2] == []
    assert set(_steps(base)) - applied == set()


def test_every_step_of_a_core_skill_up_to_the_fourth_can_be_learnt_for_free(
    base: KnowledgeBase,
) -> None:
    free = {step for each in base.resources if each.is_free for step in each.steps}
    costly = set(_steps(base, core=True)) - free

    assert {step.level for step in costly} <= {5}


def test_what_costs_money_says_how_much_at_most_or_that_nobody_knows(
    base: KnowledgeBase,
) -> None:
    paid = [each for each in base.resources if not each.is_free]

    assert all(each.price for each in paid)
    assert sum(each.most_money is None for each in paid) <= 2


def test_no_id_vanished_without_a_successor(base: KnowledgeBase) -> None:
    was = {old for skill in base.skills for old in skill.was}

    assert was == {"iot-ai"}
    assert [skill.id for skill in base.skills if "iot-ai" in skill.was] == [
        "ai-products",
        "connected-products",
    ]
    assert len({old for each in base.resources for old in each.was}) == 18


def test_every_entry_says_where_it_was_checked_on_which_day_and_for_what(
    base: KnowledgeBase,
) -> None:
    silent = [
        each.id
        for each in base.resources
        if not (each.checked and each.checked_on and each.checked_what)
    ]

    assert silent == []


def test_a_quarter_of_what_has_a_year_is_of_the_last_four(base: KnowledgeBase) -> None:
    years = [each.year for each in base.resources if each.year is not None]

    assert sum(year > TODAY.year - 4 for year in years) / len(years) > 1 / 4


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

    assert len(list(base.skills)) >= 34
    assert len(base.resources) >= 500
    assert len(base.practices) >= 320
    assert kinds >= set(ResourceKind) - {ResourceKind.MENTOR, ResourceKind.RESOURCE}


def test_a_practice_of_two_skills_lifts_both_to_the_same_level(
    base: KnowledgeBase,
) -> None:
    # Somebody who is ready for one half would be lost in the other.
    uneven = [
        practice.id
        for practice in base.practices
        if len({step.level for step in practice.steps}) > 1
    ]

    assert uneven == []


@pytest.mark.parametrize("helper", ["mentor", "coach", "manager"])
def test_every_pillar_has_a_talk_with_a_mentor_a_coach_and_ones_manager(
    base: KnowledgeBase, helper: str
) -> None:
    pillars = {skill.id: each.id for each in base.pillars for skill in each.skills}

    found = {
        pillars[step.skill]
        for practice in base.practices
        for step in practice.steps
        if f"a {helper}" in practice.title or f"your {helper}" in practice.title
    }

    assert found == {pillar.id for pillar in base.pillars}


def test_every_skill_has_a_synonym_and_all_are_in_small_letters(
    base: KnowledgeBase,
) -> None:
    reached = {each for meant in base.synonyms.values() for each in meant}

    assert all(word == word.lower() for word in base.synonyms)
    assert reached == {skill.id for skill in base.skills}


def test_a_role_asks_for_something_else_and_not_for_a_level_more_of_everything(
    base: KnowledgeBase,
) -> None:
    targets = {role.id: role.targets for role in base.roles}

    def moves(before: str, after: str) -> list[int]:
        return [targets[after][s] - targets[before][s] for s in targets[after]]

    led = moves("senior-pm", "director")

    assert led.count(1) < len(led) / 2
    assert min(led) < 0 < 2 <= max(led)
    assert 0 in moves("group-pm", "director")


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
    # Read whole: the name, why it matters, and every level, though most people stop at
    # the first level that does not fit.  Only the keys are read once.
    core = [skill for skill in base.skills if skill.core]

    words = sum(_words_on_the_screen(base, skill, len(core)) for skill in core)

    assert words / WORDS_A_MINUTE < 10


def _words_on_the_screen(base: KnowledgeBase, skill: Skill, total: int) -> int:
    pillar = next(pillar for pillar in base.pillars if skill in pillar.skills)
    question = Question(
        skill=skill, pillar_name=pillar.name, scale=base.scale, number=1, total=total
    )
    screen = question_screen(question, 0, (), Look(unicode=True), height=60)
    shown = screen.text.partition("0-5 rate")[0].split()
    return sum(any(map(str.isalnum, each)) for each in shown)


def test_a_quick_interview_with_a_thought_for_each_key_takes_ten_minutes(
    base: KnowledgeBase,
) -> None:
    # As people use it: up to the first level that does not fit, which is the fourth for
    # somebody at level three.  A key and a thought take five seconds.
    questions = [
        Question(skill=skill, pillar_name="", scale=base.scale, number=1, total=1)
        for skill in base.skills
        if skill.core
    ]
    read = " ".join(" ".join((each.why, *each.texts[:5])) for each in questions)
    minutes = len(read.split()) / WORDS_A_MINUTE + len(questions) * 5 / 60

    assert minutes < 10
