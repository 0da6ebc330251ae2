"""A skill of one's own that is the same as a built-in one: all that serves it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.knowledge.grade import find_grade
from pillarplan.domain.knowledge.item import Practice, Resource
from pillarplan.domain.knowledge.scale import of_five
from pillarplan.domain.knowledge.step import Span, Step
from pillarplan.knowledge.base.borrowing import Loans
from pillarplan.knowledge.base.entry import bundled_path
from pillarplan.knowledge.base.loading import load
from pillarplan.knowledge.checking.checks import Entry
from pillarplan.knowledge.formats.files import PartFile
from pillarplan.knowledge.index.opening import open_index
from pillarplan.reading.model import read_model
from pillarplan.reading.problem import BrokenFileError
from pillarplan.reading.source import Source
from tests.knowledge.bases import OVERLAY_HEAD, overlay, own_base
from tests.scales import FIVE

FARES = "skills:\n  - {name: Fares, same_as: pricing}\n  - Ropes\n"

PRACTICES = bundled_path().parent / "practices" / "business-acumen.yaml"

tops = st.integers(2, 10)


@given(tops)
def test_levels_are_borrowed_in_order_and_the_top_is_the_top(top: int) -> None:
    borrowed = [of_five(level, top) for level in range(1, top + 1)]

    assert borrowed == sorted(borrowed)
    assert borrowed[-1] == 5
    assert {*borrowed} <= {1, 2, 3, 4, 5}
    assert top < 5 or {*borrowed} == {1, 2, 3, 4, 5}
    for level, built_in in enumerate(borrowed, 1):
        # The nearest one, and never none.
        assert built_in == 1 or abs(built_in - 5 * level / top) <= 0.5


@pytest.mark.parametrize(
    ("top", "borrowed"),
    [
        (2, [3, 5]),
        (3, [2, 3, 5]),
        (4, [1, 3, 4, 5]),
        (5, [1, 2, 3, 4, 5]),
        (10, [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]),
    ],
)
def test_a_short_scale_leads_past_levels_and_a_long_one_shares_them(
    top: int, borrowed: list[int]
) -> None:
    assert [of_five(level, top) for level in range(1, top + 1)] == borrowed


@given(tops)
def test_each_step_of_any_scale_is_served_by_a_practice(top: int) -> None:
    loans = Loans()
    loans.top = top
    loans.note(Entry("skill", (), {"id": "fares", "same_as": "pricing"}))

    lent = loans.lent(BUILT_IN, lambda _: False)

    served = {s for each in lent.practices for s in each.to_domain().steps}
    assert served == {Step("fares", level) for level in range(1, top + 1)}


BUILT_IN = read_model(Source.open(PRACTICES), PartFile)


def test_what_serves_the_built_in_skill_serves_the_own_one(tmp_path: Path) -> None:
    with open_index(bundled_path()) as index:
        known = {each.id: each for each in index.items_for(["pricing"])}
        named = {name: index.recommendation(name) for name in known}

    with open_index(own_base(tmp_path, FARES)) as index:
        lent = {each.id: each for each in index.items_for(["fares"])}

        assert lent.keys() == known.keys()
        for name, item in lent.items():
            assert [Step("pricing", s.level) for s in item.steps] == [
                step for step in known[name].steps if step.skill == "pricing"
            ]
            assert index.recommendation(name) == named[name]
            if isinstance(item, Resource):
                before = known[name]
                assert isinstance(before, Resource)
                assert item.price == before.price
                step = item.steps[0]
                assert (
                    find_grade(item, step, FIVE).total
                    == find_grade(before, Step("pricing", step.level), FIVE).total
                )
        assert index.items_for(["ropes"]) == ()


def test_texts_are_borrowed_where_there_are_none(tmp_path: Path) -> None:
    text = FARES.replace("same_as: pricing", "same_as: pricing, why: It pays for fuel.")

    with open_index(bundled_path()) as index:
        pricing = index.skill("pricing")
    with open_index(own_base(tmp_path, text)) as index:
        fares = index.skill("fares")

    assert pricing is not None
    assert fares is not None
    assert (fares.levels, fares.summary) == (pricing.levels, pricing.summary)
    assert (fares.why, fares.same_as) == ("It pays for fuel.", ("pricing",))


def test_a_skill_may_be_several_and_several_may_be_one(tmp_path: Path) -> None:
    base = own_base(
        tmp_path,
        "skills:\n  - {name: Talks, same_as: [writing, presenting]}\n"
        "  - {name: Letters, same_as: writing}\n",
    )

    with open_index(base) as index:
        talks = {each.id for each in index.items_for(["talks"])}
        letters = {each.id for each in index.items_for(["letters"])}

    assert letters < talks


def test_an_unknown_one_is_refused_with_what_is_near(tmp_path: Path) -> None:
    base = own_base(tmp_path, "skills:\n  - {name: Fares, same_as: [pricin]}\n")

    with pytest.raises(BrokenFileError) as caught:
        load(base)

    assert [each.message for each in caught.value.problems] == [
        "there is no built-in skill 'pricin'; did you mean 'pricing'?"
    ]


def test_a_file_that_is_wrong_elsewhere_is_not_blamed_for_what_it_borrows(
    tmp_path: Path,
) -> None:
    base = own_base(
        tmp_path, FARES.replace("same_as: pricing", "same_as: pricing, x: 1")
    )

    with pytest.raises(BrokenFileError) as caught:
        load(base)

    assert len(caught.value.problems) == 1


def test_an_own_item_comes_before_a_built_in_one_of_its_id(tmp_path: Path) -> None:
    practice = next(e for e in load(bundled_path()).practices if "pricing" in str(e))
    base = own_base(
        tmp_path,
        FARES + f"practices:\n  - {{id: {practice.id}, title: Ours, develops: "
        "[{skill: ropes, from: 0, to: 1}]}\n",
    )

    with open_index(base) as index:
        found = index.item(practice.id)

    assert isinstance(found, Practice)
    assert (found.title, found.develops) == (
        "Ours",
        (Span(skill="ropes", from_=0, to=1),),
    )


def test_what_is_lent_can_be_hidden(tmp_path: Path) -> None:
    base = own_base(tmp_path, FARES)
    with open_index(base) as index:
        first, *others = [each.id for each in index.items_for(["fares"])]

    with open_index(base, overlay(tmp_path, f"hide: [{first}]\n")) as index:
        assert [each.id for each in index.items_for(["fares"])] == others


def test_a_skill_that_is_added_to_the_built_in_base_may_be_one_of_it(
    tmp_path: Path,
) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(
        OVERLAY_HEAD + "pillars:\n  - id: business-acumen\n    skills:\n"
        "      - {id: fares, name: Fares, same_as: pricing}\n"
    )

    with open_index(bundled_path(), own) as index:
        fares = {each.id for each in index.items_for(["fares"])}
        pricing = {each.id for each in index.items_for(["pricing"])}

    assert fares == pricing != set()
