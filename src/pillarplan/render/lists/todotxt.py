"""The plan as lines of todo.txt (https://github.com/todotxt/todo.txt)."""

import re

from pillarplan.domain.plan.roadmap import State
from pillarplan.domain.reports.packet import Packet
from pillarplan.render.lists.tasks import Task, list_tasks

SIGNS = re.compile(r"(?<!\S)[+@]+")
"""What begins a project or a context: rule 3."""

KEY = re.compile(r"(?<!\S)([^\s:]+:)(?=[^\s:]+(?!\S))")
"""What stands before the value of a ``key:value`` pair."""


def escape(text: str) -> str:
    """Return `text` with a blank put into all that would be a tag or a pair."""
    unpaired = KEY.sub(r"\1 ", text)
    return " ".join(SIGNS.sub(_part, unpaired).split())


def _part(signs: re.Match[str]) -> str:
    return " ".join(signs[0]) + " "


def todotxt_lines(packet: Packet) -> str:
    """Return one line for each task; a dropped one is none to be done."""
    made_on = packet.roadmap.made_on
    return "".join(
        f"{_status(task)}{made_on} {_line(task)}\n"
        for task in list_tasks(packet)
        if task.state is not State.DROPPED
    )


def _status(task: Task) -> str:
    """Return the mark and the date of a finished task: rules 1 and 2."""
    return f"x {task.ended_on or task.due_on} " if task.state is State.DONE else ""


def _line(task: Task) -> str:
    words = [escape(task.summary)]
    if task.skill:
        words.append(f"+{task.skill}")
    words.append(f"@{task.kind}")
    if task.state is not State.DONE:
        words.append(f"t:{task.starts_on}")
    return " ".join([*words, f"due:{task.due_on}", f"id:{task.key.replace('/', '-')}"])
