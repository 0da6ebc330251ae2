"""The compiled knowledge base answers as the loaded one would."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.knowledge.base import KnowledgeBase
from pillarplan.domain.knowledge.item import Item
from pillarplan.domain.knowledge.skill import PillarOutline, SkillOutline
from pillarplan.domain.knowledge.step import Step
from pillarplan.knowledge.base.entry import bundled_path
from pillarplan.knowledge.base.loading import load
from pillarplan.knowledge.index.index import KnowledgeIndex
from pillarplan.knowledge.index.opening import open_index
from tests.knowledge.bases import SMALL, overlay

Pair = tuple[KnowledgeBase, KnowledgeIndex]


@pytest.fixture(scope="module")
def small() -> Iterator[Pair]:
    with open_index(SMALL) as index:
        yield load(SMALL), index


def check(base: KnowledgeBase, index: KnowledgeIndex) -> None:
    """Check that the index says of everything what the base says."""
    items: list[Item] = [*base.resources, *base.practices]
    assert index.title == base.title
    assert index.scale() == base.scale
    assert index.pillars() == tuple(
        PillarOutline(id=each.id, name=each.name, summary=each.summary)
        for each in base.pillars
    )
    assert index.outlines() == tuple(
        SkillOutline(
            id=skill.id,
            name=skill.name,
            pillar=pillar.id,
            pillar_name=pillar.name,
            core=skill.core,
        )
        for pillar in base.pillars
        for skill in pillar.skills
    )
    assert [*index.skill_names().items()] == [(s.id, s.name) for s in base.skills]
    assert [*index.pillar_names().items()] == [(p.id, p.name) for p in base.pillars]
    assert [index.skill(skill.id) for skill in base.skills] == list(base.skills)
    assert [index.item(item.id) for item in items] == items
    assert [index.role(role.id) for role in base.roles] == list(base.roles)
    assert index.roles() == base.roles
    assert index.contexts() == base.contexts
    assert index.reflections() == base.reflections
    assert index.article() == base.article
    assert sorted(
        index.items_for([skill.id for skill in base.skills]), key=str
    ) == sorted(items, key=str)


def test_the_small_knowledge_base_is_the_same_when_compiled(small: Pair) -> None:
    check(*small)


def test_the_built_in_knowledge_base_is_the_same_when_compiled() -> None:
    with open_index(bundled_path()) as index:
        check(load(bundled_path()), index)


def test_an_overlay_is_compiled_too(tmp_path: Path) -> None:
    own = overlay(tmp_path, "hide: [writing]\nroles:\n  - {id: pm, name: Me}\n")

    with open_index(SMALL, own) as index:
        check(load(SMALL, own), index)


@given(st.sets(st.sampled_from(["negotiation", "writing", "pricing", "none"])))
def test_items_are_found_by_skill_in_the_order_of_the_files(
    small: Pair, skills: set[str]
) -> None:
    base, index = small
    found = index.items_for(skills)

    # Within a file resources come before practices, and parts come after the entry.
    own = [
        each for each in base.resources if not each.id.startswith(("price", "value"))
    ]
    order: list[Item] = [
        *own[:5],
        *base.practices[:10],
        *base.resources[5:],
        *base.practices[10:],
    ]
    assert list(found) == [
        item for item in order if {span.skill for span in item.develops} & skills
    ]


STEPS = [
    Step(skill, level)
    for skill in ("negotiation", "writing", "pricing", "none")
    for level in (1, 2, 3, 5)
]


@given(st.sets(st.sampled_from(STEPS)))
def test_items_are_found_by_step_as_by_skill(small: Pair, steps: set[Step]) -> None:
    _, index = small
    of_skills = index.items_for({step.skill for step in steps})

    assert index.items_for_steps(steps) == tuple(
        item for item in of_skills if steps.intersection(item.steps)
    )


def test_what_is_not_there_is_none(small: Pair) -> None:
    index = small[1]

    assert index.skill("getting-to-yes") is None
    assert index.item("writing") is None
    assert index.role("writing") is None
    assert index.items_for([]) == ()


def test_entries_are_counted_by_kind(small: Pair) -> None:
    assert small[1].counts() == {
        "article item": 3,
        "context": 1,
        "pillar": 2,
        "practice": 15,
        "reflection": 1,
        "resource": 8,
        "role": 2,
        "skill": 3,
    }
