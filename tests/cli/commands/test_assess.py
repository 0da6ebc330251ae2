"""Rating: by flags, from files, and in the interview, all with the same result."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from pillarplan.cli.dialogues.interview_lines import Rate, read_answer
from pillarplan.domain.person.rating import Confidence
from tests.cli.walking import LEVELS, RATINGS
from tests.program import CheckGolden, Result, Run

FILE: dict[str, Any] = {
    "format": "pillarplan-ratings",
    "version": "1.0",
    "role": "senior-pm",
    "ratings": {
        skill: level if level == "n/a" else int(level)
        for skill, level in LEVELS.items()
    },
}
"""What the flags of RATINGS say, as a file."""

CORE = 14
"""How many skills the quick interview asks."""


def events(home: Path) -> list[dict[str, Any]]:
    """What the journal of a home holds, without ids and times."""
    lines = [
        line.split(" ", 1)[1]
        for log in sorted((home / "data" / "journal").glob("*.jsonl"))
        for line in log.read_text().splitlines()
    ]
    own = {"id", "dev", "seq", "lam", "at", "cmd", "left", "prev"}
    return [
        {key: value for key, value in json.loads(line).items() if key not in own}
        for line in lines
    ]


def ratings(run: Run) -> list[Mapping[str, Any]]:
    profile = json.loads(run("export", "json").stdout)["profile"]
    found: list[Mapping[str, Any]] = profile["ratings"]
    return found


def levels(run: Run) -> dict[str, int | None]:
    return {each["skill"]: each["level"] for each in ratings(run)}


def test_levels_can_be_set_without_being_asked(run: Run) -> None:
    result = run("assess", *RATINGS)

    assert result == Result(
        0, "Recorded 7 ratings.\n", "See where you stand: pillarplan gaps\n"
    )
    assert levels(run) == {
        skill: None if level == "n/a" else int(level) for skill, level in LEVELS.items()
    }


def test_flags_and_files_record_the_same(
    run: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    yaml = "\n".join(
        [
            "format: pillarplan-ratings",
            'version: "1.0"',
            "role: senior-pm",
            "ratings:",
            *(f"  {skill}: {level}" for skill, level in LEVELS.items()),
        ]
    )
    (tmp_path / "ratings.yaml").write_text(yaml)
    (tmp_path / "ratings.json").write_text(json.dumps(FILE))
    ways: dict[str, tuple[tuple[str, ...], str]] = {
        "flags": (RATINGS, ""),
        "yaml": (("--from", "ratings.yaml"), ""),
        "json": (("--from", "ratings.json"), ""),
        "stdin": (("--from", "-"), yaml),
    }

    told = {}
    for way, (arguments, stdin) in ways.items():
        monkeypatch.setenv("PILLARPLAN_HOME", str(tmp_path / way))
        (tmp_path / way).mkdir()
        (tmp_path / way / "cache").symlink_to((home / "cache").resolve())
        assert run("assess", *arguments, stdin=stdin).exit_code == 0
        told[way] = events(tmp_path / way)

    assert len(told["flags"]) == 1 + len(LEVELS)
    assert told["yaml"] == told["json"] == told["stdin"] == told["flags"]


def test_the_interview_records_the_same_as_flags(
    run: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ["negotiation", "security", "pricing"]
    chosen = [part for skill in asked for part in ("--skill", skill)]
    interview = run("--plain", "assess", *chosen, stdin="1\n3\nn\n")
    assert interview.exit_code == 0
    by_interview = events(home)

    monkeypatch.setenv("PILLARPLAN_HOME", str(tmp_path / "other"))
    run(
        *("assess", "--set", "negotiation=1", "--set", "security=3"),
        *("--set", "pricing=n/a"),
    )

    started, *rated, finished = by_interview
    assert started["type"] == "assessment-started"
    assert finished["type"] == "assessment-finished"
    assert rated == events(tmp_path / "other")


def test_the_ratings_of_a_file_may_carry_confidence_importance_and_evidence(
    run: Run,
) -> None:
    text = """\
format: pillarplan-ratings
version: "1.0"
rated_on: 2026-11-01
rater: {name: Dana, kind: manager}
ratings:
  negotiation: {level: 2, confidence: high, importance: 3, evidence: Cut scope}
"""

    run("assess", "--set", "negotiation=1")
    assert run("assess", "--from", "-", stdin=text).exit_code == 0

    rated = dict(ratings(run)[1])
    edition = rated.pop("edition")
    assert edition
    assert rated == {
        "skill": "negotiation",
        "level": 2,
        "rated_on": "2026-11-01",
        "rater": {"name": "Dana", "kind": "manager"},
        "confidence": "high",
        "importance": 3,
        "evidence": "Cut scope",
        "base": "product-leadership",
        "top": 5,
    }
    assert [g["current"] for g in gaps(run) if g["skill"] == "negotiation"] == [1]


def gaps(run: Run) -> list[Mapping[str, Any]]:
    found: list[Mapping[str, Any]] = json.loads(run("gaps", "--json").stdout)["gaps"]
    return found


def test_a_manager_and_a_peer_can_rate_too(run: Run) -> None:
    run("assess", "--set", "writing=4")
    run("assess", "--set", "writing=2", "--as", "Dana", "--rater", "manager")
    run("assess", "--set", "writing=3", "--as", "Lee")

    assert [each["rater"] for each in ratings(run)] == [
        {"name": "self", "kind": "self"},
        {"name": "Dana", "kind": "manager"},
        {"name": "Lee", "kind": "peer"},
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--set", "writing"), "--set: 'writing' should look like writing=VALUE."),
        (
            ("--set", "writing=6"),
            "--set writing: '6' is no level. Write one of: 0 Not started, 1 Aware, ",
        ),
        (("--set", "writing=good"), "'good' is no level. Write one of: 0 Not started,"),
        (
            ("--as", "", "--set", "ux=1"),
            "--as is empty: say a value, or leave it away.",
        ),
        (("--importance", "ux=4"), "--importance ux: '4' is none. Write 1 low, 2"),
        (("--importance", "no-such=1"), "There is no skill 'no-such'."),
        (("--rater", "boss", "--set", "ux=1"), "'boss' is not one of"),
        (("--skill", "no-such"), "There is no skill 'no-such'."),
        (("--set", "no-such=1"), "There is no skill 'no-such'."),
        (("--role", "king", "--set", "ux=1"), "There is no role 'king'."),
        (("--context", "x", "--set", "ux=1"), "There is no context 'x'."),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_is_recorded(
    run: Run, home: Path, arguments: tuple[str, ...], message: str
) -> None:
    result = run("--plain", "assess", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert not (home / "data" / "journal").exists()


BROKEN = {
    "not-yaml": "ratings: [",
    "empty": "",
    "other-format": "format: pillarplan-checkin\nversion: '1.0'\nratings: {}\n",
    "newer": "format: pillarplan-ratings\nversion: '2.0'\nratings: {}\n",
    "many": """\
format: pillarplan-ratings
version: "1.0"
ratings:
  negotiation: 7
  writing: three
  ux:
  pricing: {level: 2, sure: yes}
  security: 1
  security: 2
""",
    "unknown-names": """\
format: pillarplan-ratings
version: "1.0"
role: senor-pm
contexts: [connected-product]
rated_on: 2027-01-01
ratings:
  writng: 3
  security: 1
""",
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_explained_line_by_line_and_nothing_is_recorded(
    run: Run, home: Path, tmp_path: Path, check_golden: CheckGolden, name: str
) -> None:
    (tmp_path / "ratings.yaml").write_text(BROKEN[name])

    result = run("assess", "--from", "ratings.yaml")

    assert (result.exit_code, result.stdout) == (4, "")
    assert not (home / "data" / "journal").exists()
    check_golden(f"cli/assess-{name}.txt", result.stderr)


def test_a_file_that_is_not_there_or_a_folder_is_named(
    run: Run, tmp_path: Path
) -> None:
    missing, folder = run("assess", "--from", "x.yaml"), run("assess", "--from", ".")

    assert missing == Result(
        4,
        "",
        "pillarplan: Cannot read x.yaml: No such file or directory. "
        "Check the path and try again.\n",
    )
    assert folder.exit_code == 4


# Targets in a file

TARGETS = """\
format: pillarplan-ratings
version: "1.1"
targets:
  writing: 4
  negotiation: 5
ratings:
  writing: 2
"""


def test_a_file_may_set_targets_and_tells_how_many(
    run: Run, home: Path, tmp_path: Path
) -> None:
    (tmp_path / "ratings.yaml").write_text(TARGETS)

    result = run("assess", "--from", "ratings.yaml")
    gaps = json.loads(run("gaps", "--json").stdout)["gaps"]

    assert (result.exit_code, result.stdout) == (
        0,
        "Recorded 1 rating and 2 targets.\n",
    )
    assert {each["skill"]: each["target"] for each in gaps if each["role_target"]} == {
        "writing": 4,
        "negotiation": 5,
    }
    told = json.loads(run("assess", "--from", "ratings.yaml", "--json").stdout)
    assert told["targets"] == {"writing": 4, "negotiation": 5}


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ("writing: 4", "writing: 6", "ratings.yaml:4:"),
        ("writing: 4", "writing: n/a", "ratings.yaml:4:"),
        ("writing: 4", "writting: 4", "did you mean 'writing'"),
        ("writing: 2", "writing: n/a", "writing does not apply to this person's work"),
        (
            "targets:",
            "rater: {name: Dana, kind: manager}\ntargets:",
            "targets are the person's own",
        ),
    ],
)
def test_a_target_in_a_file_that_cannot_be_is_shown_where_it_stands(
    run: Run, home: Path, tmp_path: Path, before: str, after: str, problem: str
) -> None:
    (tmp_path / "ratings.yaml").write_text(TARGETS.replace(before, after, 1))

    result = run("assess", "--from", "ratings.yaml")

    assert (result.exit_code, result.stdout) == (4, "")
    assert problem in " ".join(result.stderr.split())
    assert not (home / "data" / "journal").exists()


def test_a_file_may_rate_a_skill_anew_that_did_not_apply(
    run: Run, tmp_path: Path
) -> None:
    run("assess", "--set", "writing=n/a", "--set", "negotiation=n/a")
    (tmp_path / "ratings.yaml").write_text(TARGETS)

    result = run("assess", "--from", "ratings.yaml")

    assert result.exit_code == 4
    assert "negotiation does not apply to this person's work" in result.stderr
    assert "writing does not" not in result.stderr


# The interview


@pytest.mark.parametrize("width", [80, 60])
def test_the_interview_asks_with_what_one_can_observe(
    run: Run, check_golden: CheckGolden, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))

    result = run("--plain", "assess", "--skill", "negotiation", stdin="?\n9\n2\n")

    assert all(len(line) < width for line in result.stderr.splitlines())
    assert result.exit_code == 0
    check_golden(f"cli/interview-{width}.txt", result.stderr)


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("3", Rate(3)),
        (" 0 \n", Rate(0)),
        ("3?", Rate(3, Confidence.LOW)),
        ("3!", Rate(3, Confidence.HIGH)),
        ("3! cut the scope", Rate(3, Confidence.HIGH, "cut the scope")),
        ("3 cut the scope", Rate(3, None, "cut the scope")),
        ("n", Rate(None)),
        ("N/A", Rate(None)),
        ("s", "s"),
        ("U", "u"),
        ("q", "q"),
        ("?", "?"),
        ("6", None),
        ("33", None),
        ("-1", None),
        ("", None),
        ("three", None),
    ],
)
def test_answers_of_the_interview(line: str, answer: object) -> None:
    assert read_answer(line, 5) == answer


def test_every_key_of_the_interview_does_what_it_says(run: Run) -> None:
    skills = ("negotiation", "security", "ux", "writing")
    chosen = [part for skill in skills for part in ("--skill", skill)]
    keys = "u\n4\nu\n3! cut scope\nn\ns\nx\n?\n2?\n"

    result = run("--plain", "assess", *chosen, stdin=keys)

    assert result.exit_code == 0
    said = [
        line
        for line in result.stderr.splitlines()
        if line.strip("> ") and not line.startswith("  ")
    ]
    replies = [each.removeprefix("> ") for each in said if each.startswith("> ")]
    assert replies == [
        "There is nothing to take back.",
        "Rated 4.",
        "Taken back.",
        "Rated 3.",
        "Does not apply.",
        "Skipped.",
        "Please answer: 0-5, s skip, n does not apply, u undo, q stop for now, ? help.",
        "Type the number of the highest level whose sentences all fit you today.",
        "Rated 2.",
    ]
    assert [
        (each["skill"], each["level"], each["confidence"], each["evidence"])
        for each in ratings(run)
    ] == [
        ("negotiation", 3, "high", "cut scope"),
        ("security", None, None, None),
        ("writing", 2, "low", None),
    ]


@pytest.mark.parametrize("end", ["q\n", ""])
def test_an_interview_that_was_stopped_goes_on_where_it_stopped(
    run: Run, end: str
) -> None:
    stopped = run("--plain", "assess", stdin=f"3\n3\n{end}")
    assert stopped.exit_code == 3
    assert stopped.stderr.endswith("Saved. Go on any time with: pillarplan assess\n")
    assert run("next").stdout == (
        f"▌ Go on with your interview: {CORE - 2} skills left.\n\n"
        "Type: pillarplan assess\n"
    )

    resumed = run("--plain", "assess", stdin="3\n" * (CORE - 2))

    assert resumed.exit_code == 0
    assert "Going on where you stopped; --anew starts over." in resumed.stderr
    assert f"Skill 3 of {CORE}." in resumed.stderr
    assert f"Skill 2 of {CORE}." not in resumed.stderr
    assert len(ratings(run)) == CORE
    assert "Widest gaps to Product Manager" in resumed.stdout


def test_other_skills_or_anew_begin_another_interview(run: Run) -> None:
    run("--plain", "assess", stdin="3\n")

    other = run("--plain", "assess", "--skill", "ux", stdin="2\n")
    assert "Skill 1 of 1." in other.stderr

    run("--plain", "assess", stdin="3\n")
    anew = run("--plain", "assess", "--anew", stdin="q\n")
    assert f"Skill 1 of {CORE}." in anew.stderr


def test_a_chosen_interview_can_be_resumed_with_the_same_words(run: Run) -> None:
    words = ("--plain", "assess", "--pillar", "soft-skills")
    run(*words, stdin="3\n4\n")

    resumed = run(*words, stdin="q\n")

    assert "Going on where you stopped" in resumed.stderr
    assert "Skill 3 of " in resumed.stderr


def test_an_interview_of_two_months_ago_is_not_resumed(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("--plain", "assess", stdin="3\n")
    monkeypatch.setenv("PILLARPLAN_TODAY", "2027-01-23")

    later = run("--plain", "assess", stdin="q\n")

    assert "Going on" not in later.stderr
    assert f"Skill 1 of {CORE}." in later.stderr


def test_full_asks_every_skill(run: Run) -> None:
    listed = json.loads(run("kb", "list", "--json").stdout)["skills"]

    result = run("--plain", "assess", "--full", stdin="q\n")

    assert f"Skill 1 of {len(listed)}." in result.stderr


def test_a_rating_can_be_undone(run: Run) -> None:
    run("assess", "--set", "writing=2")
    run("assess", "--set", "writing=4")

    assert run("undo").stdout == "Took back: 1 rating.\n"

    assert levels(run) == {"writing": 2}
