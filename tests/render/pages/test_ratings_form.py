"""The form for a colleague: as it should be, and YAML whatever texts it holds."""

from datetime import date

import pytest
import yaml

from pillarplan.domain.person.rating import Rater, RaterKind
from pillarplan.domain.text import one_line
from pillarplan.render.pages.ratings_form import WIDTH, ratings_form
from tests.program import CheckGolden
from tests.render.packets import HOSTILE
from tests.render.pages.test_packet_page import SCALE, asked

MONDAY = date(2026, 11, 23)


def test_the_form_is_as_it_should_be(check_golden: CheckGolden) -> None:
    form = ratings_form([asked()], SCALE, None, MONDAY)

    check_golden("exports/form.yaml", form)
    assert all(len(line) <= WIDTH for line in form.splitlines())


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_in_comments_and_quotes(text: str) -> None:
    dana = Rater(name=one_line(text, 200), kind=RaterKind.MANAGER)

    form = ratings_form([asked(text=text)], SCALE, dana, MONDAY)

    assert yaml.safe_load(form) == {
        "format": "pillarplan-ratings",
        "version": "1.0",
        "rated_on": MONDAY,
        "rater": {"name": dana.name, "kind": "manager"},
        "ratings": {"negotiation": {"level": None, "evidence": ""}},
    }
