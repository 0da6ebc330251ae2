"""Interviews as people hold them: on the screen, and line by line."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from pillarplan.cli.dialogues.interview_screen import interview_on_screen
from pillarplan.cli.frame.surroundings import look_around
from pillarplan.domain.person.rating import MYSELF, Rater
from pillarplan.services.rating.interviewing import begin_interview

SKILLS = ("negotiation", "ux", "security", "writing")

OWN = ("id", "dev", "seq", "lam", "at", "cmd", "left", "prev")
"""What is different in each event, whoever wrote it."""


def record(home: Path) -> list[dict[str, Any]]:
    """Return the events of a home without ids and times."""
    names: dict[str, str] = {}
    events = []
    for log in sorted((home / "data" / "journal").glob("*.jsonl")):
        for line in log.read_text().splitlines():
            event = json.loads(line.split(" ", 1)[1])
            names.setdefault(event["cmd"], f"command {len(names) + 1}")
            if "command" in event["data"]:
                event["data"]["command"] = names[event["data"]["command"]]
            events.append({k: v for k, v in event.items() if k not in OWN})
    return events


class Said(NamedTuple):
    """One answer: what one presses on the screen, and what one writes in a line."""

    keys: str
    line: str


class Window(DummyOutput):
    """A terminal of a size that shows nothing."""

    def __init__(self, rows: int = 24, columns: int = 80) -> None:
        self._size = Size(rows=rows, columns=columns)

    def get_size(self) -> Size:
        return self._size


def on_screen(
    home: Path,
    keys: str,
    skills: Sequence[str] = SKILLS,
    rater: Rater = MYSELF,
    window: Window | None = None,
    welcome: Sequence[str] = (),
) -> bool:
    """Hold an interview on a screen that nobody sees; say whether it was finished."""
    here = look_around(
        home=str(home), json=False, plain=False, no_color=True, no_input=False
    )
    try:
        interview, _ = begin_interview(here.workspace, skills, rater)
        with create_pipe_input() as pipe:
            pipe.send_text(keys)
            return interview_on_screen(
                interview, here, welcome, pipe, window or Window()
            )
    finally:
        here.close()


def words(skills: Sequence[str] = SKILLS) -> Iterator[str]:
    """Yield the words of the command line that asks the same skills."""
    yield from ("--plain", "assess")
    for skill in skills:
        yield from ("--skill", skill)
