import json

from tests.program import Run


def _budget(run: Run, *options: str) -> float:
    answer = run("plan", *options, "--json")
    assert answer.exit_code == 0, answer.stderr
    budget = json.loads(answer.stdout)["limits"]["budget"]
    assert isinstance(budget, float)
    return budget


def test_what_was_bought_is_taken_off_the_budget_once(run: Run) -> None:
    run("assess", "--set", "negotiation=1", "--role", "senior-pm")
    asked = _budget(run, "--budget", "60", "--pin", "getting-to-yes")
    price = 25.0  # what the program takes a book to cost that states no price

    run("checkin", "--done", "getting-to-yes")
    first, second = _budget(run), _budget(run)

    assert (asked, first, second) == (60.0, 60.0 - price, 60.0 - price)


def test_a_new_budget_counts_from_now(run: Run) -> None:
    run("assess", "--set", "negotiation=1", "--role", "senior-pm")
    _budget(run, "--budget", "60", "--pin", "getting-to-yes")
    run("checkin", "--done", "getting-to-yes")

    assert _budget(run, "--budget", "40") == 40.0
