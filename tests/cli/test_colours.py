"""Colours and links, by their bytes: where they should be, and nowhere else."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.walking import MONDAY
from tests.program import Shell

pty = pytest.importorskip("pty", reason="there are no such terminals")

ESCAPE = b"\x1b"

CODES = {1, 3, 4, 9, 30, 31, 32, 33, 34, 35, 36, 37, *range(90, 98), 0}
"""Bold, italic (in pages), underlined, struck, the sixteen colours: never dim."""

COMMANDS = {
    "next": True,
    "roadmap": True,
    "roadmap --by month": False,
    "roadmap --timeline": False,
    "status": False,
    "gaps": False,
    "gaps --shape": False,
    "history": False,
    "explain": False,
    "kb show negotiation": True,
    "kb show getting-to-yes": True,
    "review": False,
    "export markdown": True,
    "--help": False,
    "undo --help": False,
}
"""What is shown in colour, and whether it has links."""


def on_a_terminal(home: Path, words: str, **variables: str) -> bytes:
    """Return all that a command sends to a terminal of 80 columns."""
    env = {
        "PATH": os.environ["PATH"],
        "PILLARPLAN_HOME": str(home),
        "PILLARPLAN_TODAY": MONDAY,
        "PYTHONUTF8": "1",
        "COLUMNS": "80",
        "TERM": "xterm",
    }
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "pillarplan", *words.split()]
    with subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=env | variables
    ) as process:
        os.close(theirs)
        shown = b"".join(iter(lambda: _read(ours), b""))
        assert process.wait() == 0, shown
    os.close(ours)
    return shown


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # so a terminal says that nobody writes to it any more
        return b""


@pytest.mark.parametrize(("words", "has_links"), COMMANDS.items())
def test_a_terminal_gets_the_colours_of_the_palette_and_links(
    ana: Path, words: str, has_links: bool
) -> None:
    shown = on_a_terminal(ana, words)

    codes = re.findall(rb"\x1b\[([\d;]*)m", shown)
    links = re.findall(rb"\x1b\]8;[^;]*;([^\x1b]*)\x1b\\", shown)
    assert {int(code) for each in codes for code in each.split(b";") if code} <= CODES
    assert codes
    assert bool(any(links)) is has_links
    assert all(re.match(rb"https?://", link) for link in links if link)
    assert links.count(b"") * 2 == len(links)  # each one ends
    assert shown.count(ESCAPE) == len(codes) + 2 * len(links)  # and nothing else


@pytest.mark.parametrize("words", COMMANDS)
@pytest.mark.parametrize(
    "variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"PILLARPLAN_PLAIN": "1"}]
)
def test_who_wants_neither_gets_neither(
    ana: Path, words: str, variables: dict[str, str]
) -> None:
    assert ESCAPE not in on_a_terminal(ana, words, **variables)


@pytest.mark.parametrize("words", COMMANDS)
def test_a_pipe_gets_neither(ana: Path, shell: Shell, words: str) -> None:
    assert "\x1b" not in shell(*words.split(), PILLARPLAN_TODAY=MONDAY).stdout
