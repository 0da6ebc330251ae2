"""Plans from the built-in base stay as they are while all goes to plan."""

from pathlib import Path

import pytest

from benchmarks.again import DAYS, plan_again
from benchmarks.made_people import Person

PEOPLE = (
    Person("pm", "mixed", 0, 3, 3),
    Person("senior-pm", "low", 1, 5, 4),
    Person("associate-pm", "near", 1, 8, 2),
)


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.role)
def test_on_no_day_does_planning_again_move_anything(
    person: Person, tmp_path: Path
) -> None:
    moved = [each.days for each in plan_again([person], tmp_path) if not each.keeps_all]

    assert moved == []
    assert DAYS == (0, 9, 30, 75)
