"""Folders and the clock: the only place that looks for them.

It is apart from the rest of the surroundings because a shell prompt needs no more.
"""

import os
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from pillarplan.domain.bounds import FIRST_DAY, LAST_DAY
from pillarplan.errors import UsageError

LAST_CLOCK_DAY = LAST_DAY.replace(year=LAST_DAY.year - 10)
"""A plan and what follows from it lie within the years after it."""


class Folders(NamedTuple):
    """Where the program keeps its things."""

    config: Path
    data: Path
    """The journal: worth a backup, safe to sync."""
    state: Path
    """What belongs to this machine only."""
    cache: Path
    """May be deleted at any time."""


def find_folders(home: str | None) -> Folders:
    """Return the folders of this system, or those under `home` if it is given."""
    if home:
        root = expanded(home).absolute()
        return Folders(root / "config", root / "data", root / "state", root / "cache")
    from platformdirs import PlatformDirs

    places = PlatformDirs("pillarplan", appauthor=False)
    return Folders(
        places.user_config_path,
        places.user_data_path,
        places.user_state_path,
        places.user_cache_path,
    )


def expanded(path: str) -> Path:
    """Return a path with the home folder that its ``~`` or ``~name`` stands for."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        raise UsageError(
            f"{path}: there is no such home folder. Write the path in full."
        ) from None


def find_today(environment: Mapping[str, str]) -> date:
    """Return the date: today, or what PILLARPLAN_TODAY says (for scripts and tests)."""
    stated = environment.get("PILLARPLAN_TODAY")
    try:
        today = date.fromisoformat(stated) if stated else date.today()
    except ValueError:
        raise UsageError(
            f"PILLARPLAN_TODAY is {stated!r}; write a date as 2026-11-23."
        ) from None
    if not FIRST_DAY <= today <= LAST_CLOCK_DAY:
        whose = "PILLARPLAN_TODAY" if stated else "The clock of this machine"
        raise UsageError(f"{whose} says {today}, which cannot be. Set it right first.")
    return today


def find_now(environment: Mapping[str, str]) -> datetime:
    """Return the time with its zone, on the day that `find_today` gives."""
    now = datetime.now().astimezone()
    today = find_today(environment)
    return now.replace(year=today.year, month=today.month, day=today.day)


def host_name() -> str:
    """Return the name of this machine; empty where it has none."""
    return (
        os.uname().nodename
        if hasattr(os, "uname")
        else os.environ.get("COMPUTERNAME", "")
    )
