"""What stands in where a knowledge base has nothing for a step."""

import pytest

from pillarplan.domain.knowledge.item import Practice, Resource
from pillarplan.domain.knowledge.step import Span
from pillarplan.knowledge.index.opening import open_index
from tests.knowledge.bases import SMALL


def test_a_source_is_to_be_found_that_leads_to_the_first_behaviour() -> None:
    with open_index(SMALL) as index:
        found = index.item("find.negotiation.2")

    assert found == Resource(
        id="find.negotiation.2",
        title="Find a source for Negotiation at level 2",
        develops=(Span(skill="negotiation", from_=1, to=2),),
        hours=1.0,
        why="The knowledge base has nothing to learn this step from. A book, a course "
        "or a person may do.",
        apply="Look for what leads to this: I prepare a talk with a checklist.",
    )


def test_the_behaviours_of_the_level_are_to_be_shown() -> None:
    with open_index(SMALL) as index:
        found = index.item("show.negotiation.5")

    assert found == Practice(
        id="show.negotiation.5",
        title="Show: Others negotiate well because I trained them",
        develops=(Span(skill="negotiation", from_=4, to=5),),
        hours=4.0,
        task="At work, in earnest: Others negotiate well because I trained them. We "
        "keep a record of what we traded and why.",
        evidence="A line on what you did, what came of it and who saw it.",
    )


@pytest.mark.parametrize("name", ["find.nothing.2", "show.writing.6", "find.writing"])
def test_there_is_none_for_what_the_base_does_not_have(name: str) -> None:
    with open_index(SMALL) as index:
        assert index.item(name) is None
