"""Days as people write them do in every command; files and settings hold ISO dates."""

import json
from pathlib import Path

import pytest

from tests.cli.walking import Words
from tests.program import Run


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (("pause", "2w"), "2w: Mon 7 Dec 2026"),
        (("pause", "--until", "31 May"), "31 May: Mon 31 May 2027"),
        (("checkin", "--pause-until", "fri"), "fri: Fri 27 Nov 2026"),
        (("checkin", "--note", "Hm", "--on", "fri"), "fri: Fri 20 Nov 2026"),
        (("review", "--since", "1.11."), "1.11.: Sun 1 Nov 2026"),
        (("plan", "--until", "31.5.2027", "--dry-run"), "31.5.2027: Mon 31 May 2027"),
        (("plan", "--start", "tomorrow", "--dry-run"), "tomorrow: Tue 24 Nov 2026"),
        (
            ("plan", "--breaks", "20 Dec to 3 Jan=25%", "--dry-run"),
            "20 Dec: Sun 20 Dec 2026\n3 Jan: Sun 3 Jan 2027",
        ),
    ],
)
def test_a_day_is_read_as_people_write_it_and_named(
    run: Run, ana: Path, call: Words, told: str
) -> None:
    result = run(*call)

    assert result.exit_code == 0, result.stderr
    assert result.stderr.startswith(f"{told}\n")


@pytest.mark.parametrize(
    ("call", "option"),
    [
        (("pause", "5/6/2027"), "DATE"),
        (("plan", "--until", "5/6/2027"), "--until"),
        (("plan", "--breaks", "5/6/2027"), "--breaks"),
        (("plan", "--what-if", "until=5/6/2027"), "--what-if"),
        (("checkin", "--pause-until", "5/6/2027"), "--pause-until"),
    ],
)
def test_what_may_be_two_days_is_refused_with_both(
    run: Run, ana: Path, call: Words, option: str
) -> None:
    result = run(*call)

    assert (result.exit_code, result.stdout, result.stderr) == (
        2,
        "",
        f"pillarplan: {option}: '5/6/2027' may be 6 May 2027 or 5 Jun 2027. "
        "Write 2027-05-06 or 2027-06-05.\n",
    )


def test_a_day_in_iso_form_is_not_named(run: Run, ana: Path) -> None:
    assert run("plan", "--until", "2027-05-31", "--dry-run").stderr == ""


def test_the_pause_of_an_answer_is_in_iso_form(run: Run, ana: Path) -> None:
    paused = json.loads(run("pause", "in 2 weeks", "--json").stdout)

    assert paused["until"] == "2026-12-07"


@pytest.mark.parametrize("call", [("pause",), ("pause", "2w", "--until", "3w")])
def test_a_pause_is_until_one_day(run: Run, call: Words) -> None:
    result = run(*call)

    assert result.exit_code == 2
    assert result.stderr.endswith("Say until when, once: pillarplan pause 2w\n")


def test_the_environment_holds_dates_that_mean_the_same_tomorrow(
    run: Run, ana: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PILLARPLAN_BREAKS", "fri")

    result = run("plan", "--dry-run")

    assert result.exit_code == 2
    assert "'fri' is no date. Write it as 2027-06-30." in result.stderr


def test_a_break_is_kept_in_the_settings_as_dates(run: Run, home: Path) -> None:
    run("config", "set", "breaks", "20 Dec..3 Jan=25%, 1 Feb")

    written = (home / "config/config.toml").read_text()
    assert written == 'breaks = "2026-12-20..2027-01-03=25%,2027-02-01"\n'
