"""Twelve people who differ in role, hours and wishes, and the plan of each, read whole.

Each plan is a file under ``tests/golden/coach``.  Read the diff of ``pytest
--update-golden`` with a coach's eyes: does what it asks for suit the person, does it
come in an order that one can keep, and does it use the time that was stated?
"""

import shlex
from pathlib import Path

import pytest

from tests.program import CheckGolden, Run

MONDAY = "2026-11-23"

BEGINNER = (
    "--role associate-pm --set listening-empathy=1 --set writing=1 --set presenting=0 "
    "--set whiteboarding=0 --set leading-oneself=1 --set business-fundamentals=0 "
    "--set strategy=0 --set customer-discovery=1 --set software-technology=1 "
    "--set ux=1 --set product-lifecycle=0 --set processes-frameworks=0 "
    "--importance customer-discovery=3"
)
MANAGER = (
    "--role pm --set listening-empathy=1 --set presenting=1 --set writing=2 "
    "--set conflict-management=1 --set vision-alignment=1 --set strategy=0 "
    "--set business-models=1 --set adoption-retention=1 --set customer-discovery=1 "
    "--set product-analytics=1 --set software-technology=2 --set working-with-ai=1 "
    "--set ux=1 --set processes-frameworks=2 "
    "--importance customer-discovery=3 --importance ux=1"
)
SENIOR = (
    "--role senior-pm --set listening-empathy=3 --set writing=3 --set negotiation=1 "
    "--set vision-alignment=2 --set leading-oneself=2 --set business-fundamentals=2 "
    "--set strategy=2 --set roadmap-portfolio=2 --set customer-discovery=3 "
    "--set product-analytics=2 --set software-technology=3 --set ai-products=1 "
    "--set ux=3 --set security=1 "
    "--importance negotiation=3 --importance ai-products=3 --importance security=1"
)
LEAD = (
    "--role group-pm --set presenting=3 --set conflict-management=2 "
    "--set negotiation=2 --set people-management=1 --set vision-alignment=2 "
    "--set leading-oneself=3 --set business-fundamentals=2 --set strategy=2 "
    "--set roadmap-portfolio=3 --set customer-discovery=4 --set mentoring=1 "
    "--set product-analytics=3 --set software-technology=3 --set ai-products=2 "
    "--importance people-management=3"
)
DIRECTOR = (
    "--role director --set negotiation=3 --set people-management=3 "
    "--set vision-alignment=3 --set leading-oneself=3 --set business-fundamentals=2 "
    "--set strategy=3 --set business-models=3 --set pricing=2 --set positioning-gtm=3 "
    "--set sales-contracts=2 --set innovation=2 --set roadmap-portfolio=3 "
    "--set mentoring=3 --set product-analytics=3 --set privacy-ai-governance=1 "
    "--importance strategy=3 --importance pricing=3"
)
CHIEF = (
    "--role cpo --set communication-styles=3 --set negotiation=4 "
    "--set people-management=4 --set vision-alignment=3 --set business-fundamentals=3 "
    "--set strategy=4 --set business-models=4 --set pricing=3 --set positioning-gtm=4 "
    "--set innovation=3 --set roadmap-portfolio=4 --set mentoring=4 "
    "--set ai-products=2 --set social-responsibility=2 --set security=3 "
    "--set privacy-ai-governance=2 "
    "--importance vision-alignment=3 --importance business-fundamentals=3"
)

PEOPLE: dict[str, tuple[str, str]] = {
    "a-beginner-with-two-hours": (BEGINNER, "--hours 2 --depth lean"),
    "a-manager-with-three-hours": (MANAGER, "--hours 3"),
    "a-senior-with-four-hours": (SENIOR, "--hours 4"),
    "a-lead-who-goes-deep": (LEAD, "--hours 5 --depth deep"),
    "a-director-with-five-skills": (DIRECTOR, "--hours 3 --focus 5"),
    "a-chief-with-six-hours": (CHIEF, "--hours 6 --depth deep"),
    "free-only": (SENIOR, "--hours 3 --only free"),
    "mostly-a-commute": (MANAGER, "--hours 0.75 --listening 4"),
    "a-launch-month": (SENIOR, "--hours 3 --breaks 2027-01-11..2027-02-14=25%"),
    "a-busy-calendar": (LEAD, "--hours 4 --at 08:30-17:30 --busy work.ics"),
    "a-company-that-pays": (DIRECTOR, "--hours 5 --depth deep --budget any"),
    "lean-until-march": (SENIOR, "--hours 2 --depth lean --until 2027-03-31"),
}

MEETINGS = {
    "standup": ("0930", "1000", "MO,TU,WE,TH,FR"),
    "planning": ("1000", "1200", "MO"),
    "leads": ("1300", "1530", "MO,WE"),
    "customers": ("1030", "1230", "TU,TH"),
    "one-to-ones": ("1330", "1730", "TU,TH"),
    "reviews": ("1000", "1700", "WE"),
    "board": ("0830", "0930", "FR"),
    "roadmap": ("1100", "1600", "FR"),
}
"""Start, end and days of what comes every week: 34 hours in all."""

FIRST_DAYS = {"MO": "20261102", "TU": "20261103", "WE": "20261104", "FR": "20261106"}
"""Of the weeks in which they began."""


@pytest.mark.parametrize("person", PEOPLE)
def test_the_plan_of_each_is_what_a_coach_last_read(
    run: Run,
    check_golden: CheckGolden,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    person: str,
) -> None:
    monkeypatch.setenv("PILLARPLAN_TODAY", MONDAY)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "work.ics").write_text(calendar(), encoding="utf-8")
    ratings, wishes = PEOPLE[person]
    assert run("assess", *shlex.split(ratings)).exit_code == 0

    result = run("plan", *shlex.split(wishes))

    told = f"$ pillarplan plan {wishes}\n{result.stdout}{result.stderr}"
    check_golden(f"coach/{person}.txt", told)


def calendar() -> str:
    """Return meetings that come every week, as a calendar exports them."""
    events = [
        f"BEGIN:VEVENT\r\nUID:{name}\r\nDTSTAMP:20261101T000000Z\r\n"
        f"DTSTART:{FIRST_DAYS[days[:2]]}T{start}00\r\n"
        f"DTEND:{FIRST_DAYS[days[:2]]}T{end}00\r\n"
        f"RRULE:FREQ=WEEKLY;BYDAY={days}\r\nEND:VEVENT\r\n"
        for name, (start, end, days) in MEETINGS.items()
    ]
    head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//A company//EN\r\n"
    return f"{head}{''.join(events)}END:VCALENDAR\r\n"
