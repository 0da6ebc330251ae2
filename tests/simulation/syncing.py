"""A sync tool: late, partial, stale, and sure of itself."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from pillarplan.files import make_private
from pillarplan.journal.storage.files import read_bytes as read
from pillarplan.journal.storage.format import FILE
from tests.simulation.machines import Machine

COPY = "{}.sync-conflict-{}.jsonl"


@dataclass
class SyncTool:
    """How one life's files go from machine to machine."""

    dice: Random
    by_owner: bool
    """Of two versions of a log that of its machine wins, not the newer one."""
    most_copies: int
    """So many times the version that loses is kept beside the other."""
    carefulness: float
    """How often a file is taken over whole and at once."""
    replaced: Callable[[Machine, bytes, bytes], None]
    """Is told what stood in a file of a machine, and what stands there now."""
    past: dict[str, list[bytes]] = field(default_factory=dict)
    """Versions of each log that were once on their way."""
    copies: int = 0

    def sync(self, one: Machine, other: Machine, *, careful: bool) -> None:
        """Bring the logs of two machines together, well or badly."""
        names = {path.name for m in (one, other) for path in logs(m)}
        for name in sorted(names):
            if careful or self.dice.random() < self.carefulness:
                self._file(one.logs / name, other.logs / name, one, other, careful)
        _settle_format(one, other)

    def _file(
        self, here: Path, there: Path, one: Machine, other: Machine, careful: bool
    ) -> None:
        mine, theirs = read(here), read(there)
        if mine == theirs:
            return
        if self._first_wins(here, there, one, other, careful):
            winner, loser, content, lost, at = here, there, mine, theirs, other
        else:
            winner, loser, content, lost, at = there, here, theirs, mine, one
        if lost and self.copies < self.most_copies and not content.startswith(lost):
            self.copies += 1
            copy = COPY.format(winner.stem[:12], self.copies)
            put(loser.with_name(copy), lost, loser.stat().st_mtime_ns)
        self.past.setdefault(winner.name, []).append(content)
        if not careful:
            content = self._on_its_way(winner.name, loser, content)
        put(loser, content, winner.stat().st_mtime_ns)
        if not content.startswith(lost):
            self.replaced(at, lost, content)

    def _first_wins(
        self, here: Path, there: Path, one: Machine, other: Machine, careful: bool
    ) -> bool:
        mine, theirs = read(here), read(there)
        if not mine or not theirs:
            return bool(mine)
        if mine.startswith(theirs) or theirs.startswith(mine):
            return len(mine) > len(theirs)
        if self.by_owner and not careful:
            for machine, wins in ((one, True), (other, False)):
                if here.stem in owned(machine):
                    return wins
        return here.stat().st_mtime_ns >= there.stat().st_mtime_ns

    def _on_its_way(self, name: str, place: Path, content: bytes) -> bytes:
        """Return what arrives of a file: all, an older version, or a part."""
        fate = self.dice.random()
        if fate < 0.05:
            return self.dice.choice(self.past[name])
        if fate < 0.10:
            return content[: self.dice.randrange(len(content) + 1)]
        if fate < 0.15:
            part = content[: self.dice.randrange(len(content) + 1)]
            make_private(place.parent)
            place.with_name(f".syncthing.{name}.tmp").write_bytes(part)
        return content


def logs(machine: Machine) -> list[Path]:
    """Return what the tool moves: all that ends like a log and is not its own."""
    folder = machine.logs
    if not folder.is_dir():
        return []
    return [
        path
        for path in sorted(folder.iterdir())
        if path.suffix == ".jsonl" and not path.name.startswith(".")
    ]


def owned(machine: Machine) -> str:
    """Return the text that names the devices as which a machine wrote."""
    return read(machine.home / "state" / "devices.json").decode()


def put(path: Path, content: bytes, at: int) -> None:
    """Write a file as tools do, with the time of its original."""
    make_private(path.parent)
    path.write_bytes(content)
    os.utime(path, ns=(at, at))


def _settle_format(one: Machine, other: Machine) -> None:
    for here, there in ((one, other), (other, one)):
        content = read(here.home / "data" / FILE)
        target = there.home / "data" / FILE
        if content and not target.exists():
            put(target, content, 0)
