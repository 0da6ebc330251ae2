import json

import pytest

from pillarplan.services.planning.proposing import propose
from pillarplan.services.planning.wishes import Wishes
from tests.program import Run
from tests.worlds import MONDAY, On, after, plan, rate


def _budget(run: Run, *options: str) -> float:
    answer = run("plan", *options, "--json")
    assert answer.exit_code == 0, answer.stderr
    budget = json.loads(answer.stdout)["limits"]["budget"]
    assert isinstance(budget, float)
    return budget


def test_what_was_bought_is_taken_off_the_budget_once(run: Run) -> None:
    run("assess", "--set", "negotiation=1", "--role", "senior-pm")
    asked = _budget(run, "--budget", "60", "--pin", "getting-to-yes")
    price = 20.0  # the upper end of its band, under-20

    run("checkin", "--done", "getting-to-yes")
    first, second = _budget(run), _budget(run)

    assert (asked, first, second) == (60.0, 60.0 - price, 60.0 - price)


def test_a_new_budget_counts_from_now(run: Run) -> None:
    run("assess", "--set", "negotiation=1", "--role", "senior-pm")
    _budget(run, "--budget", "60", "--pin", "getting-to-yes")
    run("checkin", "--done", "getting-to-yes")

    assert _budget(run, "--budget", "40") == 40.0


@pytest.mark.parametrize(("day", "until"), [(26, 27), (27, 27 + 26 * 7)])
def test_a_plan_made_on_the_last_day_of_another_lasts_half_a_year(
    on: On, day: int, until: int
) -> None:
    rate(on(MONDAY), negotiation=1)
    plan(on(MONDAY), until=after(27))

    again = propose(on(after(day)), Wishes()).roadmap

    assert again.until == after(until)
    assert again.limits.has_deadline is (until == 27)
