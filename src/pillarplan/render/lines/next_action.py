"""The next action as plain lines: fast, and good for any terminal."""

from datetime import date

from pillarplan.domain.reports.next_action import Act, NextAction
from pillarplan.domain.text import hours_left, on_day, wrapped


def next_line(action: NextAction, today: date) -> str:
    """Return the next action in one short line, made for a shell prompt."""
    if action.act is Act.REST and action.on is not None:
        return f"paused, back on {on_day(action.on, year=action.on.year != today.year)}"
    if action.act is not Act.WORK:
        return f"{action.act}: {action.command}"
    assert action.hours_left is not None
    return f"{action.title} ({hours_left(action.hours_left)}{_when(action, today)})"


def next_lines(action: NextAction, today: date, width: int) -> str:
    """Return the next action as a sentence, and what to type afterwards."""
    sentence = wrapped(action.sentence, width)
    if action.act is not Act.WORK or action.hours_left is None:
        return f"{sentence}\nType: {action.command}\n"
    left = f"{hours_left(action.hours_left)}{_when(action, today)}"
    return f"{sentence}\n({action.kind}, {left})\nAfterwards: {action.command}\n"


def _when(action: NextAction, today: date) -> str:
    time = f" {action.at:%H:%M}" if action.at else ""
    if action.on is None or action.on == today:
        return f", today{time}"
    return f", {on_day(action.on, year=action.on.year != today.year)}{time}"
