"""Mistakes of somebody new: each is understood, or answered with what to type next."""

import shlex
from pathlib import Path

import pytest

from pillarplan.cli.frame.lazy_group import COMMANDS, load
from pillarplan.cli.frame.meant import ENDINGS, LOOKED_UP, MEANT, TAKEN_BY
from tests.program import CheckGolden, Run

MISTAKES = """\
checkin --done owsap-top-10
checkin --done "Securty gap list"
checkin --done 2
checkin --done 99
checkin --hours owasp-top-10 2
checkin --hours owasp-top-10=two
checkin --hours owasp-top-10
checkin owasp-top-10 2
checkin --rate negotiation=3
checkin --done
checkin --done -h
-h checkin
chekin
log 1:30 owasp
log owasp
log 1:30
done
done negotiation
done 1 2
open security gap list
plan --until 31.5.2027 --dry-run
plan --until 5/6/2027
plan --until soon
plan --until
plan --untill 2027-05-31
plan --hours lots
plan --hours 3 hours
plan --role "product directer"
plan --skill comunication
pause 2w
pause
pause until friday
assess negotiation
assess --set negotiation 3
assess --set negotiation=7
assess --set management=3
kb negotiation
kb shwo negotiation
kb show negotation
explain negotation
next owasp
undo 3
export pdf
export roadmap.html
rate
todo
add "A book of mine"
start
config hours 4
config set hour 4
history --by year
plan --alternatives 9
"""

NEXT = ("pillarplan ", "Write", "Type ", "Did you mean", "like", "Name one", "Add: ")
"""One of these stands before what to type next."""

KEPT_LINES = 3
"""Of what is shown where a mistake was understood."""


def test_each_mistake_is_understood_or_answered_with_what_to_type(
    run: Run, ana: Path, check_golden: CheckGolden
) -> None:
    told = []
    for mistake in MISTAKES.splitlines():
        result = run(*shlex.split(mistake))
        if result.exit_code == 0 and "Recorded" in result.stdout + result.stderr:
            run("undo")
        shown = [*result.stderr.splitlines(), *result.stdout.splitlines()]
        lines = [line for line in shown if line.strip()]
        lines = lines if result.exit_code else lines[:KEPT_LINES]
        told.append("\n".join([f"$ pillarplan {mistake}", *lines, ""]))

    check_golden("cli/mistakes.txt", "\n".join(told))


def test_every_refusal_names_something_to_type_or_to_write(run: Run, ana: Path) -> None:
    for mistake in MISTAKES.splitlines():
        result = run(*shlex.split(mistake))

        if result.exit_code:
            assert any(word in result.stderr for word in NEXT), mistake


@pytest.mark.parametrize("asked", MEANT)
def test_what_is_meant_is_there_and_what_is_asked_is_not(asked: str) -> None:
    assert asked not in COMMANDS
    for meant in MEANT[asked]:
        name, *words = meant.split()
        assert name == "--version" or name in COMMANDS
        inner = getattr(load(name), "commands", None) if name in COMMANDS else None
        assert not inner or words[0] in inner


def test_what_takes_other_words_is_there() -> None:
    commands = {each.split()[0] for each in (*TAKEN_BY, *TAKEN_BY.values())}

    assert commands <= COMMANDS.keys()
    assert {*ENDINGS.values()} <= {*load("export").commands}
    assert {*LOOKED_UP} - {""} <= COMMANDS.keys()


def test_help_is_heard_wherever_it_is_asked_for(run: Run) -> None:
    wanted = run("kb", "show", "--help").stdout

    for call in ("kb -h show", "-h kb show", "--plain kb show x -h", "kb show -- -h"):
        shown = run(*call.split()).stdout
        assert (shown == wanted) is ("--" not in call.split())
