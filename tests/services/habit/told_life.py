"""A person whose acts are told through the services, day after day."""

from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pillarplan.errors import NothingYetError, UsageError
from pillarplan.services.workspace import Workspace
from tests.worlds import MONDAY, after, open_at

Act = tuple[str, Any]
"""What is done, and about what; a method of the life of this name does it."""


@dataclass
class ToldLife:
    """A life of acts: to wait is known, all else is up to each test."""

    home: Path
    day: date = MONDAY

    def open(self) -> Workspace:
        return open_at(self.home, self.day)

    def do(self, act: Act) -> None:
        name, about = act
        if name == "wait":
            self.day = after((self.day - MONDAY).days + about)
            return
        # Nobody told anything, where something was over or is nothing to undo.
        with closing(self.open()) as workspace, suppress(UsageError, NothingYetError):
            getattr(self, f"_{name}")(workspace, about)
