"""A quarter of a product manager, week by week, and what the program says at its end.

A self-rating, a plan, eight check-ins with three silent weeks in between (two of them
told as a pause), a new plan, evidence, a level that rose, and the views of a manager
and of a colleague that came back by mail.  The golden file is meant to be read whole:
would you hand the review to your manager?
"""

import re
import shlex

import pytest

from tests.program import CheckGolden, Run

RATINGS = """\
format: pillarplan-ratings
version: "1.0"
role: senior-pm
ratings:
  listening-empathy: 3
  relationship-building: 2
  negotiation: {level: 1, importance: 3, evidence: "Lost the scope talk on release 4"}
  people-management: 2
  vision-alignment: 2
  business-fundamentals: 2
  strategy: {level: 2, importance: 3}
  positioning-gtm: 2
  customer-discovery: 3
  industry-immersion: 3
  software-technology: 3
  ux: 2
  product-lifecycle: 3
  social-responsibility: 1
  security: {level: 1, importance: 3}
  pricing: n/a
"""

MONDAY = "2026-09-14"
LAST_DAY = "2026-11-30"

WEEKS = [
    (MONDAY, "plan --hours 3 --until 2026-12-18"),
    (
        "2026-09-18",
        "checkin --hours owasp-top-10=1 --done owasp-top-10 "
        "--hours make-a-gap-list=1.5",
    ),
    (
        "2026-09-25",
        "checkin --hours make-a-gap-list=2 --done make-a-gap-list "
        "--hours getting-to-yes=1 --evidence 'security=Wrote a gap list with Tom from "
        "Engineering: 14 gaps, each has an owner'",
    ),
    (
        "2026-10-02",
        "checkin --hours getting-to-yes=3 --note 'Release 5 eats the evenings'",
    ),
    ("2026-10-05", "pause --until 2026-10-18 --reason 'Release 5'"),
    # The week after the pause is silent too.
    ("2026-10-26", "plan"),
    ("2026-10-30", "checkin --hours getting-to-yes=3.5 --done getting-to-yes"),
    (
        "2026-11-06",
        "checkin --hours decline-a-feature-well=2 --done decline-a-feature-well "
        "--evidence 'negotiation=Told Sales no to the SSO deal; they took the March "
        "date'",
    ),
    ("2026-11-13", "checkin --hours negotiate-a-scope-cut=2"),
    (
        "2026-11-20",
        "checkin --hours negotiate-a-scope-cut=1.5 --done negotiate-a-scope-cut "
        "--rate negotiation=2 --evidence 'negotiation=Cut three features from release "
        "6 with Sales and kept the date'",
    ),
    ("2026-11-27", "checkin --hours nist-ssdf=1.5"),
]

VIEWS = {
    "Dana": {
        "negotiation": "[3]: Kept the date of release 6, and Sales thanked her",
        "security": "[1]: I have not seen the gap list yet",
        "social-responsibility": "[1]:",
    },
    "Kim": {"negotiation": "[2]:", "security": "[2]: We use the gap list every week"},
}
"""What the manager and a colleague write into their pages."""

AT_THE_END = (
    "review --week",
    "review --quarter",
    "feedback show",
    "history",
    "history negotiation",
    "status",
)


@pytest.fixture
def quarter(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The record of the whole quarter, on the evening of its last day."""

    def call(today: str, *words: str, stdin: str = "") -> str:
        monkeypatch.setenv("PILLARPLAN_TODAY", today)
        result = run(*words, stdin=stdin)
        assert result.exit_code == 0, result.stderr
        return result.stdout

    call(MONDAY, "assess", "--from", "-", stdin=RATINGS)
    for today, line in WEEKS:
        call(today, *shlex.split(line))
    for name, kind in (("Dana", "manager"), ("Kim", "peer")):
        request = ("feedback", "request", "--markdown", "--as", name, "--rater", kind)
        page = call("2026-11-23", *request)
        for skill, view in VIEWS[name].items():
            page = page.replace(f"- {skill} [ ]:", f"- {skill} {view}")
        mail = "".join(f"> {line}\r\n" for line in page.splitlines())
        call("2026-11-26", "feedback", "import", "-", stdin=mail)
    monkeypatch.setenv("PILLARPLAN_TODAY", LAST_DAY)


@pytest.mark.usefixtures("quarter")
def test_a_quarter_can_be_looked_back_on(run: Run, check_golden: CheckGolden) -> None:
    told = [f"$ pillarplan {line}\n{run(*line.split()).stdout}" for line in AT_THE_END]

    # The ids of entries are made by chance.
    shown = re.sub(r"\b[0-9a-f]{8}$", "89abcdef", "\n".join(told), flags=re.MULTILINE)
    check_golden("stories/a-quarter.txt", shown)
    assert all(len(line) <= 80 for line in "\n".join(told).splitlines())
