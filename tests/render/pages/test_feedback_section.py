"""The form as a page: as it should be, whatever texts it holds."""

from datetime import date

import pytest

from pillarplan.domain.person.rating import Rater, RaterKind
from pillarplan.domain.text import one_line
from pillarplan.render.pages.feedback_section import VIEW, feedback_page
from tests.program import CheckGolden
from tests.render.packets import HOSTILE
from tests.render.pages.test_packet_page import SCALE, asked

MONDAY = date(2026, 11, 23)
DANA = Rater(name="Dana", kind=RaterKind.MANAGER)


def test_the_page_is_as_it_should_be(check_golden: CheckGolden) -> None:
    skill = asked(text="I say in one sentence what each side needs, and why.")

    page = feedback_page([skill], SCALE, DANA, MONDAY)

    check_golden("exports/form.md", page)
    assert all(len(line) <= 80 for line in page.splitlines())


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_add_no_heading_and_nothing_to_fill_in(text: str) -> None:
    line = one_line(text, 200)
    plain = feedback_page([asked()], SCALE, DANA, MONDAY)

    page = feedback_page([asked(text=line)], SCALE, Rater(name=line), MONDAY)

    assert page.count(f"## {VIEW}") == 1
    assert _marks(page) == _marks(plain)


def _marks(page: str) -> list[str]:
    starts = (line.partition(" ")[0] for line in page.split("\n"))
    return [start for start in starts if start in {"-", "*", "+", "#", "##", "###"}]
