"""The plan as JSON for ``task import`` (https://taskwarrior.org/docs/commands/import/).

Each task keeps its UUID, so that importing a second time changes what changed and adds
nothing twice.  Times carry no zone: Taskwarrior reads them as local, so a day stays the
same day everywhere.
"""

import json
from datetime import date, datetime, time, timedelta
from typing import Any

from pillarplan.domain.plan.roadmap import State
from pillarplan.domain.reports.packet import Packet
from pillarplan.render.identity import stable_id
from pillarplan.render.lists.tasks import Task, list_tasks

STATUS = {
    State.PLANNED: "pending",
    State.STARTED: "pending",
    State.DONE: "completed",
    State.DROPPED: "deleted",
}

END_OF_DAY = time(23, 59, 59)
"""What is due on a day is not overdue on that day."""


def taskwarrior_tasks(packet: Packet) -> str:
    """Return a JSON list with one task a line."""
    made_on = packet.roadmap.made_on
    lines = [
        json.dumps(_task(task, made_on), ensure_ascii=False)
        for task in list_tasks(packet)
    ]
    return "[\n" + ",\n".join(lines) + "\n]\n"


def _task(task: Task, made_on: date) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "uuid": _uuid(task.key),
        "description": task.summary,
        "status": STATUS[task.state],
        "entry": _moment(made_on),
        "project": f"pillarplan.{task.skill}" if task.skill else "pillarplan",
        "tags": [task.kind],
        "due": _moment(task.due_on, END_OF_DAY),
        "depends": [_uuid(key) for key in task.after],
        "annotations": _annotations(task, made_on),
    }
    return {key: value for key, value in (fields | _dates(task)).items() if value}


def _dates(task: Task) -> dict[str, str]:
    """Return the dates that fit the status: others make Taskwarrior warn."""
    if task.state is State.PLANNED:
        return {"scheduled": _moment(task.starts_on)}
    if task.state is State.STARTED:
        return {"start": _moment(task.begun_on or task.starts_on)}
    return {"end": _moment(task.ended_on or task.due_on)}


def _annotations(task: Task, made_on: date) -> list[dict[str, str]]:
    """Return the notes a second apart: Taskwarrior knows them by their time."""
    midnight = datetime.combine(made_on, time())
    notes = (*task.notes, task.url) if task.url else task.notes
    return [
        {"entry": _stamp(midnight + timedelta(seconds=place)), "description": note}
        for place, note in enumerate(notes)
    ]


def _uuid(key: str) -> str:
    return str(stable_id("task", key))


def _moment(day: date, at: time = time()) -> str:
    return _stamp(datetime.combine(day, at))


def _stamp(moment: datetime) -> str:
    return f"{moment:%Y%m%dT%H%M%S}"
