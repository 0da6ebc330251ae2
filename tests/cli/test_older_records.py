"""What earlier versions wrote is read as they read it."""

import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.program import Run

WRITTEN = Path(__file__).parents[1] / "data" / "written-by-0.1.0"

ANSWERS = {
    "status": ("status", "--json"),
    "gaps": ("gaps", "--json"),
    "roadmap": ("roadmap", "--json"),
    "history": ("history", "--json"),
    # Reasons for dropping an item were told without being asked for.
    "review": ("review", "--with-reasons", "--json"),
    "recall": ("recall", "--list", "--json"),
    "profile": ("export", "json"),
}

MAY_DIFFER = {
    *("version", "name", "role_name", "pillar", "means"),
    *("target", "size", "priority"),
    "skills_rated",
    *("basis", "by_50", "by_80"),
}
"""The version of an answer, words of the knowledge base, which are not recorded, what
it asks of a role, a count in which that version had skills that do not apply, and the
forecast, which is made in another way."""


@pytest.fixture
def record(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of a home in which an earlier version worked."""
    monkeypatch.setenv("PILLARPLAN_TODAY", "2026-11-26")
    shutil.copytree(WRITTEN / "home", home, dirs_exist_ok=True)
    for path in (home, *home.rglob("data/**/*"), home / "data"):
        path.chmod(0o700 if path.is_dir() else 0o600)  # git keeps no such modes
    return home / "data"


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize("name", ANSWERS)
def test_a_record_of_an_earlier_version_is_read_as_that_version_read_it(
    run: Run, name: str
) -> None:
    assert list(differences(told_then(name), told_now(run, name))) == []


@pytest.mark.parametrize("name", ANSWERS)
def test_a_backup_of_an_earlier_version_is_the_same_record(
    run: Run, record: Path, name: str
) -> None:
    shutil.rmtree(record)
    with zipfile.ZipFile(WRITTEN / "backup.zip") as backup:
        backup.extractall(record)

    assert list(differences(told_then(name), told_now(run, name))) == []


def test_a_record_of_an_earlier_version_is_sound_and_can_be_gone_on_with(
    run: Run, record: Path
) -> None:
    (log,) = (record / "journal").iterdir()
    before = log.read_bytes()

    assert run("checkin", "--nothing", "--json").exit_code == 0
    assert run("undo", "--json").exit_code == 0

    assert list(differences(told_then("profile"), told_now(run, "profile"))) == []
    assert log.read_bytes() == before
    assert run("doctor").exit_code == 0


def told_then(name: str) -> Any:
    return json.loads((WRITTEN / "answers" / f"{name}.json").read_text("utf-8"))


def told_now(run: Run, name: str) -> Any:
    return json.loads(run(*ANSWERS[name]).stdout)


def differences(then: Any, now: Any, place: str = "") -> Iterator[str]:
    """Yield where `now` says something else than `then`; it may say more."""
    if isinstance(then, dict) and isinstance(now, dict):
        for key in then.keys() - MAY_DIFFER:
            if key not in now:
                yield f"{place}.{key} is gone"
            else:
                yield from differences(then[key], now[key], f"{place}.{key}")
    elif isinstance(then, list) and isinstance(now, list):
        yield from differences_of_lists(then, now, place)
    elif then != now:
        yield f"{place} was {then!r} and is {now!r}"


def differences_of_lists(then: list[Any], now: list[Any], place: str) -> Iterator[str]:
    if place == ".gaps":  # the knowledge base may have got and lost skills since
        then, now = by_skill(then, now), by_skill(now, then)
    if len(then) != len(now):
        yield f"{place} had {len(then)} entries and has {len(now)}"
    for number, (old, new) in enumerate(zip(then, now, strict=False)):
        yield from differences(old, new, f"{place}[{number}]")


def by_skill(gaps: list[Any], others: list[Any]) -> list[Any]:
    """Return the gaps of those skills that stand in both lists, by skill."""
    known = {each["skill"] for each in others}
    return sorted(
        (each for each in gaps if each["skill"] in known),
        key=lambda each: str(each["skill"]),
    )
