"""What only the knowledge base can tell is told in the run that tells of the form."""

from pathlib import Path

import pytest

from tests.cli.walking import Words
from tests.program import Run

CHECKIN = """\
hours: {getting-to-yess: 1, getting-to-yes: "1:-30"}
done: [3, nothing, decline-a-feature-well, some-book]
drop: [{itm: x}, {item: other-book}]
note: 3
"""

RATINGS = """\
format: pillarplan-ratings
version: "1.0"
role: nope
ratings: {negotiationn: 3, security: 9}
"""

FORM = """\
format: pillarplan-ratings
version: "1.0"
rater: {name: 3, kind: peer}
ratings: {security: 9, negotiationn: 2, writing: {evidence: Saw it}}
"""

OVERLAY = """\
format: pillarplan-overlay
version: "1.0"
hide: [3, a-book-of-nobody]
resources: [{develops: [{skill: negotiationn, from: 1, to: 2}], hours: many}]
"""


@pytest.mark.parametrize(
    ("content", "call", "places"),
    [
        (
            CHECKIN,
            ("checkin", "--from", "file.yaml"),
            ["1:9", "1:45", "2:8", "2:11", "2:44", "3:8", "3:9", "3:25", "4:7"],
        ),
        (RATINGS, ("assess", "--from", "file.yaml"), ["3:7", "4:11", "4:38"]),
        (
            FORM,
            ("feedback", "import", "file.yaml"),
            ["3:15", "4:21", "4:24", "4:50"],
        ),
        (OVERLAY, ("kb", "lint", "file.yaml"), ["3:8", "3:11", "4:13", "4:33"]),
    ],
)
def test_names_are_judged_in_the_run_that_judges_the_form(
    run: Run,
    ana: Path,
    monkeypatch: pytest.MonkeyPatch,
    content: str,
    call: Words,
    places: list[str],
) -> None:
    folder = ana.parent
    monkeypatch.chdir(folder)
    (folder / "file.yaml").write_text(content, encoding="utf-8")

    told = run(*call).stderr

    named = [
        line.split(" ")[0].removeprefix("file.yaml:").rstrip(":")
        for line in told.splitlines()
        if line.startswith("file.yaml:")
    ]
    assert named == places
