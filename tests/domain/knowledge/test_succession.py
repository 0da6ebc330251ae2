"""What took the place of what: as a base declares it, and as a person says."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.knowledge.declared import declared
from pillarplan.domain.knowledge.skill import Role
from pillarplan.domain.knowledge.succession import Succession, followed
from pillarplan.knowledge.base.loading import load
from tests.knowledge.bases import SMALL

BASE = load(SMALL)


def test_a_base_declares_successors_of_skills_items_and_roles() -> None:
    pillar, *others = BASE.pillars
    first, *rest = pillar.skills
    book, *more = BASE.resources
    base = replace(
        BASE,
        pillars=(
            replace(pillar, skills=(replace(first, was=("haggling",)), *rest)),
            *others,
        ),
        resources=(replace(book, was=("old-book", "old-book")), *more),
        roles=(Role(id="lead", name="Lead", summary="", was=("pm",), targets={}),),
    )

    assert declared(base) == Succession(
        skills={"haggling": (first.id,)},
        items={"old-book": (book.id,)},
        roles={"pm": ("lead",)},
    )


def test_what_was_divided_and_keeps_its_name_is_one_of_its_parts() -> None:
    pillar, *others = BASE.pillars
    first, second, *rest = (*pillar.skills, *others[0].skills)
    base = replace(
        BASE,
        pillars=(
            replace(pillar, skills=(first, replace(second, was=(first.id,)), *rest)),
        ),
    )

    assert declared(base).skills == {first.id: (first.id, second.id)}


def test_what_a_person_named_leads_on_to_what_is_there_now() -> None:
    declared_by_base = {"b": ("c",), "x": ("y",)}

    found = followed(declared_by_base, {"a": ("b",), "x": ("z",)}, {"c", "y", "z"})

    assert found == {"a": ("c",), "b": ("c",), "x": ("z",)}


def test_what_is_there_again_needs_no_successor() -> None:
    assert followed({}, {"a": ("b",)}, {"a", "b"}) == {}


def test_a_circle_that_two_devices_named_ends() -> None:
    said = {"a": ("b",), "b": ("a",), "c": ("a", "d")}

    assert followed({}, said, {"d"}) == {"c": ("d",)}


names = st.sampled_from("abcdef")
successors = st.dictionaries(names, st.lists(names, min_size=1, max_size=3).map(tuple))


@given(successors, successors, st.frozensets(names))
def test_whatever_was_named_only_what_is_there_succeeds_by_a_persons_word(
    base: dict[str, tuple[str, ...]],
    said: dict[str, tuple[str, ...]],
    there: frozenset[str],
) -> None:
    base = {old: kept for old, new in base.items() if (kept := _in(new, there))}

    found = followed(base, said, there)

    assert all(set(new) <= there and new for new in found.values())
    assert base.keys() <= found.keys()
    assert {old for old in found.keys() - base.keys() if old in there} == set()


def _in(names: tuple[str, ...], there: frozenset[str]) -> tuple[str, ...]:
    return tuple(each for each in names if each in there)
