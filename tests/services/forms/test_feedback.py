"""The ratings form of a colleague: short or long entries, some of them empty.

What is wrong with a form is told with its place; that is in
tests/services/rating/test_feedback.py.
"""

import json

from pillarplan.domain.person.rating import Confidence, Rater, RaterKind
from pillarplan.domain.reports.feedback import Given, Said
from pillarplan.reading.source import Source
from pillarplan.services.forms.feedback import read_form
from tests.worlds import MONDAY, On

DANA = Rater(name="Dana", kind=RaterKind.MANAGER)


def form(**more: object) -> Source:
    content = {
        "format": "pillarplan-ratings",
        "version": "1.0",
        "rater": {"name": "Kim"},
        "ratings": {"negotiation": 3},
    }
    return Source("form.json", json.dumps(content | more).encode())


def test_an_entry_may_be_a_level_or_more_and_may_be_empty(on: On) -> None:
    ratings = {
        "negotiation": 3,
        "ux": {"level": 0, "confidence": "low", "evidence": "  Skipped\tthe study "},
        "pricing": "n/a",
        "security": None,
        "writing": {"level": None, "evidence": ""},
    }

    assert read_form(form(ratings=ratings), on(MONDAY), None).said == (
        Said(skill="negotiation", level=3),
        Said(skill="ux", level=0, confidence=Confidence.LOW, seen="Skipped the study"),
    )


def test_who_hands_it_in_has_the_last_word_on_who_filled_it_in(on: On) -> None:
    signed = form(rated_on="2026-11-20")
    kim = Rater(name="Kim", kind=RaterKind.PEER)

    assert read_form(signed, on(MONDAY), None) == Given(
        rater=kim,
        given_on=MONDAY.replace(day=20),
        said=(Said(skill="negotiation", level=3),),
    )
    assert read_form(signed, on(MONDAY), DANA).rater == DANA


def test_a_form_of_one_s_own_needs_somebody_else_s_name(on: On) -> None:
    own = form(rater={"name": "", "kind": "self"})

    assert read_form(own, on(MONDAY), DANA).rater == DANA
