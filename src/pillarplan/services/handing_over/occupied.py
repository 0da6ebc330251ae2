"""Refusing to write over a file that somebody may still want."""

from pathlib import Path

from pillarplan.errors import PillarplanError


class OccupiedError(PillarplanError):
    """A file is in the way that must not be lost."""

    kind = "occupied"

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} exists already. Add --force to replace it.")
