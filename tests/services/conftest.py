"""A workspace of its own for each test of the services."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest

from pillarplan.services.workspace import Workspace
from tests.worlds import On, open_at


@pytest.fixture
def on(home: Path) -> Iterator[On]:
    """Open the same record on any day: ``on(date(2026, 11, 23))``."""
    with ExitStack() as open_workspaces:

        def open_on(day: date) -> Workspace:
            warnings: list[str] = []
            workspace = open_at(home, day, warnings.append)
            open_workspaces.callback(workspace.close)
            return workspace

        yield open_on
