"""A page that somebody filled in: what counts as one, and what it says.

That a page brings back what was filled in, however mail programs quote and wrap it, is
in tests/services/rating/test_feedback.py.
"""

import pytest

from pillarplan.domain.person.rating import Rater, RaterKind
from pillarplan.domain.reports.feedback import Given, Said
from pillarplan.reading.problem import BrokenFileError
from pillarplan.reading.source import Source
from pillarplan.services.forms.feedback_page import is_page, read_page
from tests.scales import FIVE
from tests.worlds import MONDAY, On

PAGE = """\
# A letter to Ana

- negotiation [5]: This line is above the view, and no answer.

## Your view

Some words that are no list.

- Your name: Kim
  Lee
- Peer or manager [manager]
- Given on [2026-11-20]
- negotiation [3]: Cut scope
  with Sales.
- security [ ]:

## Thank you

- ux [1]: Nor is this one.
"""


def source(text: str, name: str = "-") -> Source:
    return Source(name, text.encode())


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.md", "ratings: {}", True),
        ("A.MD", "ratings: {}", True),
        ("a.yaml", PAGE, True),
        ("-", "> ## Your view", True),
        ("-", "# Your view", True),
        ("-", "### Your view", False),
        ("-", "## Your views", False),
        ("a.yaml", "ratings: {}", False),
    ],
)
def test_a_page_is_known_by_its_name_or_its_heading(
    name: str, text: str, expected: bool
) -> None:
    assert is_page(source(text, name)) is expected


def test_only_the_section_of_the_view_is_read(on: On) -> None:
    assert read_page(source(PAGE), on(MONDAY)) == Given(
        rater=Rater(name="Kim Lee", kind=RaterKind.MANAGER),
        given_on=MONDAY.replace(day=20),
        said=(Said(skill="negotiation", level=3, seen="Cut scope with Sales."),),
    )


def test_who_and_when_may_be_left_open(on: On) -> None:
    page = "## Your view\n- security [0]:\n"

    assert read_page(source(page), on(MONDAY)) == Given(
        rater=None, given_on=None, said=(Said(skill="security", level=0),)
    )


def test_everything_that_is_wrong_is_told_at_once_in_order(on: On) -> None:
    page = PAGE.replace("[manager]", "[boss]").replace("[3]", "[6]")
    page = page.replace("- security [ ]", "- negotiation [ ]")

    with pytest.raises(BrokenFileError) as told:
        read_page(source(page, "p.md"), on(MONDAY))

    assert [(each.line, each.message) for each in told.value.problems] == [
        (11, "write peer or manager"),
        (13, f"'6' is no level; there are {FIVE.listing}"),
        (15, "negotiation has a line above already"),
    ]
