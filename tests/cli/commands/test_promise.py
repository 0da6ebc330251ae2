"""A promise goes out with the plan, and what others say of the plan comes back."""

import json
from pathlib import Path

import pytest

from tests.cli.commands.test_assess import events
from tests.program import Run

PROMISE = "You get the half page by Friday"
ANSWER = "Do the talk first, and drop the book."
PACKET = ("export", "markdown", "--packet")


def answered(run: Run, folder: Path, words: str) -> str:
    """Return what is said once Dana's words on the whole plan are imported."""
    page = run(*PACKET).stdout
    assert page.count("\n- plan:\n") == 1
    (folder / "dana.md").write_text(page.replace("\n- plan:\n", f"\n- plan: {words}\n"))
    done = run("feedback", "import", "dana.md", "--as", "Dana", "--rater", "manager")
    return done.stdout + done.stderr


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize(
    ("options", "file"),
    [(("--promise", PROMISE), ""), (("--from", "-"), f"promise: {PROMISE}\n")],
)
def test_a_promise_stands_on_the_packet_and_is_undone(
    run: Run, options: tuple[str, ...], file: str
) -> None:
    assert run("checkin", *options, stdin=file).exit_code == 0

    assert f"\nI promise you: {PROMISE}\n\n- plan:\n" in run(*PACKET).stdout
    assert PROMISE not in run("export", "markdown").stdout
    assert f"promise: {PROMISE}" in run("history", "--entries").stdout
    run("checkin", "--promise", "You get two")
    assert "I promise you: You get two\n" in run(*PACKET).stdout
    run("undo")
    run("undo")
    assert "I promise you" not in run(*PACKET).stdout


@pytest.mark.usefixtures("ana")
def test_a_private_promise_is_on_no_page_for_others(run: Run) -> None:
    run("checkin", "--promise", PROMISE, "--private")

    assert PROMISE not in run(*PACKET, "--with-notes").stdout
    assert PROMISE in run("export", "json").stdout


def test_the_answer_to_a_plan_is_shown_at_the_next_check_in_and_at_no_other(
    run: Run, ana: Path, tmp_path: Path
) -> None:
    run("checkin", "--promise", PROMISE)

    assert answered(run, tmp_path, ANSWER) == (
        "Recorded words on the plan by Dana (manager).\n"
        "The next check-in shows what they say: pillarplan checkin\n"
    )

    asked = run("--plain", "checkin", stdin="\n" * 12)
    assert f"You promised: {PROMISE}\nOn your plan, Dana: {ANSWER}\n" in asked.stderr
    assert ANSWER not in asked.stdout
    again = run("--plain", "checkin", stdin="\n" * 12)
    assert PROMISE not in again.stderr
    assert ANSWER not in again.stderr
    before = events(ana)
    assert "was recorded before; nothing changed" in answered(run, tmp_path, ANSWER)
    assert events(ana) == before


@pytest.mark.usefixtures("ana")
def test_who_checks_in_by_flags_gets_the_answer_behind_what_was_recorded(
    run: Run, tmp_path: Path
) -> None:
    answered(run, tmp_path, ANSWER)

    told = run("checkin", "--nothing")

    assert f"On your plan, Dana: {ANSWER}\n" in told.stdout
    again = json.loads(run("checkin", "--nothing", "--json").stdout)
    assert again["answers"] == []
    assert ANSWER not in run(*PACKET).stdout
    shown = run(*PACKET, "--with-notes").stdout
    assert f"Dana (manager), the plan: {ANSWER}" in shown
