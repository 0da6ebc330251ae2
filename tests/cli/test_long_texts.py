"""No text that somebody tells is cut: what is too long is refused, as in files."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from pillarplan.cli.dialogues.asking import Asking, read_line
from pillarplan.domain.text import LONGEST_LINE, LONGEST_TEXT, too_long
from pillarplan.services.rating.reflecting import LONGEST_NAME
from tests.cli.walking import Words
from tests.program import Run

ITEM = "getting-to-yes"

TEXTS: tuple[tuple[Words, int], ...] = (
    (("checkin", "--note", "{}"), LONGEST_TEXT),
    (("checkin", "--applied", f"{ITEM}={{}}"), LONGEST_LINE),
    (("checkin", "--evidence", "negotiation={}"), LONGEST_LINE),
    (("checkin", "--drop", f"{ITEM}={{}}"), LONGEST_LINE),
    (("checkin", "--done", ITEM, "--question", f"{ITEM}={{}} | x"), LONGEST_LINE),
    (("checkin", "--done", ITEM, "--question", f"{ITEM}=x | {{}}"), LONGEST_LINE),
    (("pause", "--until", "2w", "--reason", "{}"), LONGEST_LINE),
    (("plan", "--drop", f"{ITEM}={{}}", "--yes"), LONGEST_LINE),
    (("reflect", "Grid Monitor", "--open", "weaponised={}"), LONGEST_TEXT),
    (("reflect", "{}", "--open", "weaponised=x"), LONGEST_NAME),
    (("assess", "--as", "{}", "--set", "negotiation=2"), LONGEST_LINE),
)
"""Where a text may stand, and how many characters it may have."""


def _words(call: Words, text: str) -> Words:
    return tuple(word.replace("{}", text) for word in call)


def _record(home: Path) -> str:
    logs = (home / "data" / "journal").glob("*.jsonl")
    return "".join(path.read_text(encoding="utf-8") for path in logs)


@pytest.mark.parametrize(("call", "most"), TEXTS)
def test_the_longest_text_is_kept_whole_and_a_longer_one_is_refused(
    run: Run, ana: Path, call: Words, most: int
) -> None:
    before = _record(ana)

    refused = run(*_words(call, "x" * (most + 1)))

    assert (refused.exit_code, refused.stdout) == (2, "")
    assert f"{most:,}" in refused.stderr
    assert _record(ana) == before
    kept = run(*_words(call, "x" * most))
    assert kept.exit_code == 0, kept.stderr
    assert "x" * most in _record(ana)


def test_files_and_flags_have_the_same_limit_for_a_note(run: Run, ana: Path) -> None:
    for length, exit_code in ((LONGEST_TEXT, 0), (LONGEST_TEXT + 1, 4)):
        told = json.dumps({"note": "x" * length})

        assert run("checkin", "--from", "-", stdin=told).exit_code == exit_code


def test_blanks_and_line_breaks_that_vanish_do_not_count() -> None:
    assert too_long("a\n\n  b" + " " * 500, 3) is None
    assert too_long("abcd", 3) == "4 characters are too many; at most 3 are kept"


def test_a_dialogue_asks_again_for_what_is_too_long(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["y" * (LONGEST_LINE + 1), "short"])
    told: list[str] = []
    here: Any = type("Here", (), {"tell": told.append, "width": 80})()
    monkeypatch.setattr(
        "pillarplan.cli.dialogues.asking.read_line", lambda prompt, given: next(answers)
    )

    assert Asking(here).ask("What shows it?", long=True) == "short"
    assert told == [
        "201 characters are too many; at most 200 are kept. Shorter, please."
    ]


@pytest.mark.skipif(os.name == "nt", reason="terminals are those of POSIX")
def test_lines_that_are_pasted_are_one_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    keyboard, terminal = os.openpty()
    with open(terminal, encoding="utf-8") as stdin:  # noqa: PTH123  # no path
        monkeypatch.setattr("sys.stdin", stdin)
        os.write(keyboard, b"Cut the scope\n  in half\nby Friday\n")
        assert read_line() == "Cut the scope in half by Friday"
        os.write(keyboard, b"y\n")
        assert read_line() == "y"
    os.close(keyboard)
