"""Ten quarters, each written twice: as a manager gets them, with debriefs and without.

    .venv/bin/python -m benchmarks.quarters FOLDER

Five ways to work (steady, in bursts, away for weeks, overloaded, with a new job), two
people each.  Each life is told week by week: hours, what was finished, a line on it.
In the fuller telling a practice has its four lines, a colleague says what they see, and
levels are said again; the plain one has hours and one line.  The pages of
``review --quarter`` go to FOLDER as ``01-steady-plain.md`` and ``01-steady-full.md``,
to be read side by side: they are for people, and nothing here judges them.
"""

import argparse
import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import cycle
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.forecast import HABITS
from benchmarks.instances import MONDAY
from benchmarks.walk import run

LIVES = 10
WEEKS = 13
HOURS = 3
ROLE = "senior-pm"
LEVELS = {
    "listening-empathy": 3,
    "vision-alignment": 2,
    "negotiation": 1,
    "customer-discovery": 3,
    "security": 1,
    "positioning-gtm": 2,
    "people-management": 2,
}
ACCOUNTS = (
    (
        "Leave the call with a date that both sides believe",
        "Sales took the later date once they saw what it saves",
        "I had asked for their reasons before I named mine",
        "Send the half page the day before",
    ),
    (
        "Have the team rank the ten gaps by itself",
        "They ranked six and asked for numbers on the rest",
        "I had brought opinions and no customer data",
        "Take two numbers from support along",
    ),
    (
        "Say no to the custom report and stay on good terms",
        "The account manager was cross for a day, then used my words with the customer",
        "The other way to serve the need was ready",
        "Offer the other way first",
    ),
    ("", "Two of three interviews were held; the third customer cancelled", "", ""),
)
LINES = (
    "Tried it in the planning round with Engineering",
    "Used two of its questions in a customer call",
    "Wrote our alternative down before the scope talk",
)


def main() -> None:
    """Write the pages of all lives."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="where the pages go")
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(LIVES):
        habit = HABITS[number % len(HABITS)]
        for full in (False, True):
            shares = habit(Random(number))
            page = live(list(zip(range(WEEKS), shares, strict=False)), number, full)
            name = f"{number + 1:02}-{habit.__name__}-{'full' if full else 'plain'}.md"
            (folder / name).write_text(page, encoding="utf-8")


def live(weeks: Sequence[tuple[int, float]], number: int, full: bool) -> str:
    """Return the review of a quarter that brought so much of each week."""
    with tempfile.TemporaryDirectory() as home:
        person = Person(Path(home), Random(number), full)
        person.begin()
        for week, share in weeks:
            person.week(week, round(max(0.0, share) * HOURS * 4) / 4)
        return person.review()


class Person:
    """Somebody who tells their weeks to the program."""

    def __init__(self, home: Path, random: Random, full: bool) -> None:
        self._home = home
        self._spent: dict[str, float] = {}
        self._full = full
        accounts, lines = list(ACCOUNTS), list(LINES)
        random.shuffle(accounts)
        random.shuffle(lines)
        self._accounts: Iterator[tuple[str, ...]] = cycle(accounts)
        self._lines = cycle(lines)

    def begin(self) -> None:
        """Rate, and adopt a plan."""
        rated = [
            part for each in LEVELS.items() for part in ("--set", self._pair(each))
        ]
        self._tell(0, "assess", *rated, "--role", ROLE)
        self._tell(0, "plan", "--hours", str(HOURS))

    def week(self, week: int, hours: float) -> None:
        """Tell a week: hours go to what is open, in the order of the plan."""
        day = 7 * week + 5
        report: dict[str, Any] = {"hours": {}, "done": [], "applied": {}, "debrief": {}}
        for item in json.loads(self._tell(day, "roadmap", "--json"))["items"]:
            left = self._left(item)
            if item["state"] in ("done", "dropped") or not hours or not left:
                continue
            spent = min(hours, left)
            hours -= spent
            report["hours"][item["id"]] = spent
            if spent == left:
                report["done"].append(item["id"])
                self._finish(report, item)
        if not report["hours"]:
            report["nothing"] = True
        (self._home / "week.json").write_text(json.dumps(report), encoding="utf-8")
        self._tell(day, "checkin", "--from", str(self._home / "week.json"))
        for item, spent in report["hours"].items():
            self._spent[item] = self._spent.get(item, 0.0) + spent
        if week == WEEKS - 2:
            self._rate(day)

    def _left(self, item: dict[str, Any]) -> float:
        return float(item["hours"]) - self._spent.get(item["id"], 0.0)

    def _finish(self, report: dict[str, Any], item: dict[str, Any]) -> None:
        meant, happened, why, following = next(self._accounts)
        if item["kind"] != "practice":
            report["applied"][item["id"]] = next(self._lines)
        elif self._full:
            told = {"meant": meant, "happened": happened, "why": why}
            told |= {"next_time": following}
            report["debrief"][item["id"]] = {k: v for k, v in told.items() if v}
        else:
            report["applied"][item["id"]] = happened

    def _rate(self, day: int) -> None:
        """Rate the first skill again; in the fuller telling a colleague does, too."""
        skill = json.loads(self._tell(day, "roadmap", "--json"))["focus"][0]
        level = LEVELS[skill] + 1
        self._tell(day, "assess", "--set", f"{skill}={level}")
        if self._full:
            form = {
                "format": "pillarplan-ratings",
                "version": "1.0",
                "rater": {"name": "Dana", "kind": "manager"},
                "ratings": {skill: {"level": level, "evidence": "Saw it in the round"}},
            }
            (self._home / "form.json").write_text(json.dumps(form), encoding="utf-8")
            self._tell(day, "feedback", "import", str(self._home / "form.json"))

    def review(self) -> str:
        """Return the page for the manager."""
        return self._tell(7 * WEEKS - 1, "review", "--quarter")

    def _tell(self, day: int, *words: str) -> str:
        os.environ |= {
            "PILLARPLAN_HOME": str(self._home),
            "PILLARPLAN_TODAY": str(MONDAY + timedelta(days=day)),
        }
        return run(*words)

    @staticmethod
    def _pair(each: tuple[str, int]) -> str:
        return f"{each[0]}={each[1]}"


if __name__ == "__main__":
    main()
