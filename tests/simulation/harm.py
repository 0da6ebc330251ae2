"""What disks, hands and sync tools do to the files of one machine."""

import shutil
from pathlib import Path
from random import Random

from pillarplan.journal.storage.files import log_files
from pillarplan.journal.storage.format import FILE
from tests.simulation.machines import Machine


class Harm:
    """Strikes as the dice fall."""

    def __init__(self, dice: Random) -> None:
        self.dice = dice

    def strike(self, machine: Machine) -> str:
        """Do something bad to a machine's files; return what."""
        ways = [
            self.delete_a_log,
            self.empty_a_log,
            self.cut_a_log,
            self.flip_a_bit,
            self.zero_the_end,
            self.lose_a_line,
            self.lose_a_line_for_good,
            self.turn_line_ends,
            self.lose_a_copy,
            self.lose_all_copies,
            self.cut_a_copy,
            self.lose_the_format,
            self.lose_the_device,
            self.litter,
        ]
        way = self.dice.choice(ways)
        way(machine)
        return way.__name__

    def delete_a_log(self, machine: Machine) -> None:
        for path in self._one(machine.logs):
            path.unlink()

    def empty_a_log(self, machine: Machine) -> None:
        for path in self._one(machine.logs):
            path.write_bytes(b"")

    def cut_a_log(self, machine: Machine) -> None:
        self._cut(machine.logs)

    def flip_a_bit(self, machine: Machine) -> None:
        for path in self._one(machine.logs):
            content = bytearray(path.read_bytes())
            if content:
                content[self.dice.randrange(len(content))] ^= 1
                path.write_bytes(content)

    def zero_the_end(self, machine: Machine) -> None:
        for path in self._one(machine.logs):
            content = path.read_bytes()
            size = self.dice.randint(0, min(40, len(content)))
            path.write_bytes(content[: len(content) - size] + bytes(size))

    def lose_a_line(self, machine: Machine) -> None:
        for path in self._one(machine.logs):
            lines = path.read_bytes().splitlines(keepends=True)
            if lines:
                del lines[self.dice.randrange(len(lines))]
                path.write_bytes(b"".join(lines))

    def lose_a_line_for_good(self, machine: Machine) -> None:
        for path in self._one(machine.logs):
            lines = path.read_bytes().splitlines(keepends=True)
            gone = self.dice.choice(lines) if lines else b""
            for each in (path, machine.shadows / path.name):
                if gone and each.exists():
                    each.write_bytes(each.read_bytes().replace(gone, b""))

    def turn_line_ends(self, machine: Machine) -> None:
        for path in self._one(machine.logs):
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    def lose_a_copy(self, machine: Machine) -> None:
        for path in self._one(machine.shadows):
            path.unlink()

    def lose_all_copies(self, machine: Machine) -> None:
        shutil.rmtree(machine.shadows, ignore_errors=True)

    def cut_a_copy(self, machine: Machine) -> None:
        self._cut(machine.shadows)

    def lose_the_format(self, machine: Machine) -> None:
        (machine.home / "data" / FILE).unlink(missing_ok=True)

    def lose_the_device(self, machine: Machine) -> None:
        (machine.home / "state" / "devices.json").unlink(missing_ok=True)

    def litter(self, machine: Machine) -> None:
        if machine.logs.is_dir():
            (machine.logs / "~$x.jsonl").write_bytes(b"half a line")

    def _one(self, folder: Path) -> list[Path]:
        found = log_files(folder)
        return [self.dice.choice(found)] if found else []

    def _cut(self, folder: Path) -> None:
        for path in self._one(folder):
            content = path.read_bytes()
            path.write_bytes(content[: self.dice.randrange(len(content) + 1)])
