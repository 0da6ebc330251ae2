"""Tasks for Taskwarrior, read back from Taskwarrior itself."""

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from pillarplan.domain.reports.packet import Packet
from pillarplan.domain.text import one_line
from pillarplan.render.lists.taskwarrior import taskwarrior_tasks
from tests.program import CheckGolden
from tests.render.packets import HOSTILE, hostile, ordinary
from tests.tools import call, find

Task = dict[str, Any]
Warrior = Callable[..., str]

ZONES = ("America/Los_Angeles", "UTC", "Asia/Tokyo")


@pytest.fixture
def warrior(tmp_path: Path) -> Warrior:
    """Run Taskwarrior on a list of its own."""
    program = find("task")
    settings = tmp_path / "taskrc"
    settings.write_text(
        f"data.location={tmp_path}/tasks\nconfirmation=off\nverbose=affected\n"
        "json.array=on\nhooks=off\n"
    )

    def run(*arguments: str, stdin: str = "", zone: str = "UTC") -> str:
        return call(
            program,
            *arguments,
            stdin=stdin,
            environment={"TASKRC": str(settings), "TZ": zone, "LC_ALL": "C.UTF-8"},
        )

    return run


def exchanged(warrior: Warrior, packet: Packet, zone: str = "UTC") -> list[Task]:
    """Return the tasks as Taskwarrior gives them back after an import."""
    warrior("import", "-", stdin=taskwarrior_tasks(packet), zone=zone)
    tasks = {task["uuid"]: task for task in json.loads(warrior("export", zone=zone))}
    for task in tasks.values():
        del task["urgency"]  # it grows while we look
    return [tasks[task["uuid"]] for task in json.loads(taskwarrior_tasks(packet))]


def kept(text: str) -> str:
    """Return what Taskwarrior 2 makes of a text: its files write brackets like this."""
    return text.replace("&open;", "[").replace("&close;", "]")


def in_zone(stamp: str, zone: str) -> datetime:
    return datetime.fromisoformat(stamp).astimezone(ZoneInfo(zone))


def test_the_tasks_are_as_they_were(check_golden: CheckGolden) -> None:
    check_golden("exports/taskwarrior.json", taskwarrior_tasks(ordinary()))


def test_hostile_texts_are_json() -> None:
    tasks = json.loads(taskwarrior_tasks(hostile()))

    kinds = ["book", "practice"] * len(HOSTILE)
    assert [task["description"] for task in tasks[: len(HOSTILE)]] == [
        f"{one_line(text)} ({kind}, 1 h)"
        for text, kind in zip(HOSTILE, kinds, strict=False)
    ]


def test_taskwarrior_gives_hostile_texts_back(warrior: Warrior) -> None:
    sent = json.loads(taskwarrior_tasks(hostile()))

    back = exchanged(warrior, hostile())

    for ours, theirs in zip(sent, back, strict=True):
        assert theirs["description"] == kept(ours["description"])
        assert [note["description"] for note in theirs["annotations"]] == [
            kept(note["description"]) for note in ours["annotations"]
        ]
        assert (theirs["project"], theirs["tags"]) == (ours["project"], ours["tags"])


def test_taskwarrior_gives_states_and_links_back(warrior: Warrior) -> None:
    sent = json.loads(taskwarrior_tasks(ordinary()))

    back = exchanged(warrior, ordinary())

    assert [task["status"] for task in back] == [
        *("completed", "deleted", "pending", "pending", "pending")
    ]
    assert [set(task.get("depends", ())) for task in back] == [
        set(task.get("depends", ())) for task in sent
    ]
    assert ["start" in task for task in back] == [False, False, True, False, False]


@pytest.mark.parametrize("zone", ZONES)
def test_days_stay_the_same_days_in_every_zone(warrior: Warrior, zone: str) -> None:
    back = exchanged(warrior, ordinary(), zone)

    days = [
        tuple(
            in_zone(task[name], zone).date() if name in task else None
            for name in ("entry", "scheduled", "start", "due", "end")
        )
        for task in back
    ]
    monday = date(2026, 11, 23)
    assert days == [
        (monday, None, None, date(2026, 11, 24), date(2026, 11, 24)),
        (monday, None, None, date(2026, 11, 25), date(2026, 11, 25)),
        (monday, None, date(2026, 11, 27), date(2026, 11, 26), None),
        (monday, date(2026, 12, 1), None, date(2026, 12, 8), None),
        (monday, date(2027, 1, 22), None, date(2027, 1, 22), None),
    ]


def test_a_second_import_changes_nothing(warrior: Warrior) -> None:
    packet = hostile(tuple(text for text in HOSTILE if kept(text) == text))
    first = exchanged(warrior, packet)

    assert exchanged(warrior, packet) == first  # with the times of their last changes
    assert len(json.loads(warrior("export"))) == len(first)
