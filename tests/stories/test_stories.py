"""Twelve stories of a product leader, run through the command line, read as a whole.

Each story is a file under ``tests/golden/stories`` with all that the person sees.  New
content of the knowledge base changes them: read the diff of ``pytest --update-golden``,
and make sure that every story still ends with words that a tired person understands.
"""

import shlex

import pytest

from tests.program import CheckGolden, Run

RATED = (
    "assess --role senior-pm --set listening-empathy=3 --set vision-alignment=2 "
    "--set negotiation=1 --set business-fundamentals=2 --set customer-discovery=3 "
    "--set software-technology=3 --set security=1"
)
PLANNED = "plan --hours 3 --until 2027-05-31"

MONDAY = "2026-11-23"
THREE_WEEKS_LATER = "2026-12-14"
NEW_YEAR = "2027-01-04"
SPRING = "2027-03-01"

STORIES: dict[str, list[tuple[str, str]]] = {
    "too-little-time": [
        (MONDAY, "plan --hours 0.5 --until 2027-02-28"),
        (MONDAY, "plan --what-if hours=1,2,3 --what-if until=2027-05-31,2027-08-31"),
    ],
    "too-much-time": [
        (MONDAY, "plan --hours 8 --until 2027-11-30 --focus 2"),
        (MONDAY, "plan --focus all"),
    ],
    "lean-or-deep": [
        (MONDAY, "plan --what-if depth=lean,deep --what-if focus=2,5"),
        (MONDAY, "plan --hours 2 --depth deep --once"),
        (MONDAY, "explain negotiation"),
    ],
    "no-time-to-settle": [
        (MONDAY, "plan --role director --hours 8 --until 2027-02-28"),
        (MONDAY, "explain vision-alignment"),
    ],
    "only-a-commute": [
        (MONDAY, "plan --hours 0 --listening 4"),
        (MONDAY, "plan --hours 1 --listening 4 --focus 2"),
    ],
    "a-launch-month": [
        (MONDAY, "plan --hours 3 --breaks 2026-12-07..2027-01-10=25%"),
    ],
    "free-only": [
        (MONDAY, PLANNED),
        (MONDAY, "plan --only free"),
    ],
    "three-weeks-of-silence": [
        (MONDAY, PLANNED),
        (THREE_WEEKS_LATER, "next"),
        (THREE_WEEKS_LATER, "status"),
        (THREE_WEEKS_LATER, "plan"),
        (THREE_WEEKS_LATER, "next"),
    ],
    "a-book-for-two-skills": [
        (MONDAY, "assess --set people-management=2"),
        (
            MONDAY,
            "plan --role group-pm --skill vision-alignment --hours 3 "
            "--pin product-leadership",
        ),
        (NEW_YEAR, "checkin --hours product-leadership=8.5 --done product-leadership"),
        (NEW_YEAR, "plan --skill people-management"),
        (NEW_YEAR, "explain product-leadership"),
    ],
    "a-changed-role": [
        (MONDAY, PLANNED),
        (THREE_WEEKS_LATER, "gaps --to director"),
        (THREE_WEEKS_LATER, "plan --role director"),
    ],
    "a-shrunk-deadline": [
        (MONDAY, PLANNED),
        (THREE_WEEKS_LATER, "plan --until 2027-01-15"),
        (THREE_WEEKS_LATER, "plan --alternatives 2"),
    ],
    "everything-done": [
        (MONDAY, "plan --skill security --hours 3"),
        (
            SPRING,
            "checkin --done owasp-top-10 --done make-a-gap-list "
            "--done nist-ssdf --done put-gaps-on-the-roadmap",
        ),
        (SPRING, "next"),
        (SPRING, "status"),
        (
            SPRING,
            "checkin --rate security=3 --evidence 'security=The gap list is on the "
            "roadmap'",
        ),
        (SPRING, "plan"),
    ],
}


@pytest.mark.parametrize("story", STORIES)
def test_a_story_ends_well(
    run: Run, check_golden: CheckGolden, monkeypatch: pytest.MonkeyPatch, story: str
) -> None:
    monkeypatch.setenv("PILLARPLAN_TODAY", MONDAY)
    assert run(*shlex.split(RATED)).exit_code == 0

    told = []
    for today, line in STORIES[story]:
        monkeypatch.setenv("PILLARPLAN_TODAY", today)
        result = run(*shlex.split(line))
        told.append(f"[{today}] $ pillarplan {line}\n{result.stdout}{result.stderr}")

    check_golden(f"stories/{story}.txt", "\n".join(told))
