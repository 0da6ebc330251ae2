"""The questions before a first plan: every answer is an option, and Enter is usual."""

import io
import sys
from pathlib import Path

import pytest

from pillarplan.cli.dialogues.first_plan import ask_for_first_plan
from pillarplan.cli.frame.surroundings import look_around


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ("\n", []),
        ("", []),  # the end of the input
        ("3\n\n\n\n\n", ["--hours", "3"]),
        ("3", ["--hours", "3"]),
        ("mon=0.5,sat=2\n\n\n\n", ["--hours", "mon=0.5,sat=2"]),
        ("3\nmon, sat-sun\n\n\n\n", ["--hours", "mon=1,sat=1,sun=1"]),
        ("2\nmon-fri\nmon\n\n\n\n", ["--hours", "mon=2"]),  # too little for each
        ("x\n3\nxyz\nfri\n\n\n\n", ["--hours", "fri=3"]),
        (
            "4\n\n20 Dec 2026 to 3 Jan 2027\nhere\n31 May\n",
            [
                *("--hours", "4"),
                *("--breaks", "2026-12-20..2027-01-03"),
                *("--busy", "here"),
                *("--until", "2027-05-31"),
            ],
        ),
        (
            "4\n\n\nmissing.ics\n\n2020-13-13\n2w\n",
            ["--hours", "4", "--until", "2026-12-07"],
        ),
    ],
)
def test_answers_become_options(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    answers: str,
    words: list[str],
) -> None:
    (Path.cwd() / "here").mkdir()
    monkeypatch.setattr(sys, "stdin", io.StringIO(answers))
    here = look_around(
        home=str(home), json=False, plain=True, no_color=True, no_input=False
    )

    assert ask_for_first_plan(here) == words

    shown = capsys.readouterr()
    assert shown.out == ""
    assert ("On which days?" in shown.err) is (answers[:1] in {"2", "3", "4", "x"})
