"""A workspace of its own for each test of the services."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from pillarplan.services.workspace import Workspace
from tests.worlds import On


@pytest.fixture
def on(home: Path) -> Iterator[On]:
    """Open the same record on any day: ``on(date(2026, 11, 23))``."""
    with ExitStack() as open_workspaces:

        def open_on(day: date) -> Workspace:
            warnings: list[str] = []
            workspace = Workspace(
                data=home / "data",
                state=home / "state",
                cache=home / "cache",
                find_base=lambda: None,
                find_overlay=lambda: None,
                today=day,
                now=datetime.combine(day, time(12), UTC),
                host="desk",
                warn=warnings.append,
            )
            open_workspaces.callback(workspace.close)
            return workspace

        yield open_on
