"""The plan as a note for Obsidian with its Tasks plugin.

The plugin reads the marks of its "Tasks Emoji Format" backwards from the end of a line
(https://publish.obsidian.md/tasks/Reference/Task+Formats/Tasks+Emoji+Format), so they
come last, and texts must not hold any.
"""

import re
from collections.abc import Iterator

from pillarplan.domain.plan.roadmap import State
from pillarplan.domain.reports.packet import Packet
from pillarplan.render.lists.tasks import Task, list_tasks

SPECIAL = re.compile(r"([\\`*_{}\[\]|~#<>&!=%$^])")
"""What has a meaning inside a line: in Markdown, as tag, comment, maths, block id."""

SIGNIFIERS = re.compile(
    "[🔺⏫🔼🔽⏬🛫\N{HEAVY PLUS SIGN}⏳⌛📅📆🗓⏰✅❌🔁⛔🆔🏁]\ufe0f?"
)
"""What the plugin takes for fields."""

BOX = {State.PLANNED: " ", State.STARTED: "/", State.DONE: "x", State.DROPPED: "-"}
"""Letters of the plugin's statuses: to do, in progress, done, cancelled."""


def escape(text: str) -> str:
    """Return Markdown that Obsidian shows as `text`, without the plugin's marks."""
    bare = SIGNIFIERS.sub(" ", " ".join(text.split()))
    return SPECIAL.sub(r"\\\1", " ".join(bare.split()))


def obsidian_note(packet: Packet) -> str:
    """Return a note with one task for each item and for each skill to rate again."""
    lines = [_line(task) for task in list_tasks(packet)]
    return f"# Roadmap to {escape(packet.role_name)}\n\n" + "\n".join(lines) + "\n"


def _line(task: Task) -> str:
    summary = escape(task.summary)
    linked = f"[{summary}](<{task.url}>)" if task.url else summary
    return " ".join([f"- [{BOX[task.state]}]", linked, *_fields(task)])


def _fields(task: Task) -> Iterator[str]:
    yield f"🆔 {_id(task.key)}"
    if task.after:
        yield f"⛔ {','.join(map(_id, task.after))}"
    yield f"🛫 {task.starts_on}"
    yield f"📅 {task.due_on}"
    if task.ended_on:
        yield f"{'✅' if task.state is State.DONE else '❌'} {task.ended_on}"


def _id(key: str) -> str:
    """Return a key in the letters that the plugin allows in an id."""
    return key.replace("/", "-").replace(".", "_")
