"""What somebody types is an id, a number, a title, or words of one."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from pillarplan.domain.person.checkin import CheckIn
from pillarplan.errors import UsageError
from pillarplan.services.following.weekly.checking_in import check_in
from pillarplan.services.naming.called import Sort, id_called
from pillarplan.services.workspace import Workspace
from tests.worlds import MONDAY, On, planned

BOOK, FIRST, SECOND = (
    "getting-to-yes",
    "decline-a-feature-well",
    "negotiate-a-scope-cut",
)


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def workspace(on: On, said: list[str]) -> Iterator[Workspace]:
    """Of somebody whose plan holds a book and two practices."""
    planned(on(MONDAY))
    theirs = replace(on(MONDAY), warn=said.append)
    yield theirs
    theirs.close()


@pytest.mark.parametrize("text", [BOOK, "Getting to YES", "Getting-to-yes"])
def test_what_is_typed_in_full_is_taken_without_a_word(
    workspace: Workspace, said: list[str], text: str
) -> None:
    taken = id_called(workspace, text, Sort.ITEM)

    assert (taken, said) == (BOOK, [])


@pytest.mark.parametrize(
    ("text", "sort", "meant"),
    [
        ("1", Sort.ITEM, BOOK),
        ("2", Sort.ENTRY, FIRST),
        ("yes", Sort.ITEM, BOOK),
        ("tell-sales-no", Sort.ITEM, FIRST),
        ("Continuous Discovery", Sort.ITEM, "continuous-discovery-habits"),
        ("empathy", Sort.SKILL, "listening-empathy"),
        ("NEGOTIATION", Sort.ENTRY, "negotiation"),
        ("Business Acumen", Sort.PILLAR, "business-acumen"),
        ("senior pm", Sort.ROLE, "senior-pm"),
        ("Senior Product Manager", Sort.ROLE, "senior-pm"),
        ("connected", Sort.CONTEXT, "connected-products"),
    ],
)
def test_one_clear_match_is_taken(
    workspace: Workspace, text: str, sort: Sort, meant: str
) -> None:
    assert id_called(workspace, text, sort) == meant


def test_what_is_taken_is_named(workspace: Workspace, said: list[str]) -> None:
    id_called(workspace, "2", Sort.ITEM)

    assert said == ["2: Tell Sales no and stay partners (decline-a-feature-well)"]


@pytest.mark.parametrize("text", ["negotation", "gardening", "7even", ""])
def test_what_matches_nothing_stays_as_it_is(workspace: Workspace, text: str) -> None:
    assert id_called(workspace, text, Sort.SKILL) == text


def test_without_a_plan_nothing_has_a_number(on: On) -> None:
    with pytest.raises(UsageError, match="no plan yet that has a number 1"):
        id_called(on(MONDAY), "1", Sort.ITEM)
    assert id_called(on(MONDAY), "1", Sort.SKILL) == "1"


def test_a_number_that_the_plan_does_not_have_is_answered_with_those_it_has(
    workspace: Workspace,
) -> None:
    with pytest.raises(UsageError, match="numbers 1 to 3, and no 4"):
        id_called(workspace, "4", Sort.ITEM)


def test_several_that_fit_are_listed_with_what_to_type(workspace: Workspace) -> None:
    with pytest.raises(UsageError) as refused:
        id_called(workspace, "management", Sort.SKILL)

    lines = str(refused.value).splitlines()
    assert lines[0] == (
        "'management' may mean one of these. Type what stands in front of it:"
    )
    assert "  people-management    People management" in lines


def test_what_is_open_is_meant_before_what_is_done(workspace: Workspace) -> None:
    with pytest.raises(UsageError, match="may mean one of these"):
        id_called(workspace, "negotiat", Sort.ITEM)  # the book, and the scope cut

    check_in(workspace, CheckIn(done=(BOOK,), hours={BOOK: 8.0}))

    assert id_called(workspace, "negotiat", Sort.ITEM) == SECOND


@pytest.mark.parametrize(
    ("text", "sort", "meant"),
    [
        ("Geting to Yess", Sort.ITEM, "1, Getting to Yes: Negotiating Agreement"),
        ("product directer", Sort.ROLE, "director, Director of Product?"),
        ("bussines fundamentals", Sort.ENTRY, "business-fundamentals, Business"),
    ],
)
def test_slips_in_a_title_are_answered_with_what_is_meant(
    workspace: Workspace, text: str, sort: Sort, meant: str
) -> None:
    with pytest.raises(UsageError) as refused:
        id_called(workspace, text, sort)

    assert f"Did you mean {meant}" in str(refused.value)
