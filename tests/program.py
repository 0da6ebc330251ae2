"""The program as tests call it, and what it answers."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True)
class Result:
    """How a run of the program ended, and what it wrote."""

    exit_code: int
    stdout: str
    stderr: str


class Run(Protocol):
    """Run the command line in this process: fast, and a debugger can follow."""

    def __call__(self, *arguments: str, stdin: str = "") -> Result: ...


class Shell(Protocol):
    """Run the command line as a process of its own: true, but a hundred times slower.

    It sees no variable but those that the program needs and those given here.
    """

    def __call__(
        self, *arguments: str, stdin: str = "", **environment: str
    ) -> Result: ...


class CheckGolden(Protocol):
    """Compare a text with a file under tests/golden, byte for byte.

    With ``pytest --update-golden`` the file is written instead; look at its diff.
    """

    def __call__(self, name: str, actual: str) -> None: ...


def link_cache(home: Path, shared: Path) -> None:
    """Give a home a cache with what the shared one has compiled, and nothing else.

    What a command remembers of its own home stays there.
    """
    (home / "cache").mkdir(mode=0o700)
    for index in shared.glob("*.sqlite"):
        (home / "cache" / index.name).symlink_to(index)
