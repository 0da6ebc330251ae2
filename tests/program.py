"""The program as tests call it, and what it answers."""

from dataclasses import dataclass
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
