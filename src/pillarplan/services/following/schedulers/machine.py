"""A machine: its folders, and running the tools that it has."""

import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.text import one_line
from pillarplan.errors import PillarplanError

MOMENT = 1.0
"""Seconds in which a tool that cannot do its work has said so."""


@dataclass(frozen=True, kw_only=True)
class Machine:
    """What has to be known of a machine to start programs on it."""

    system: str
    """As `sys.platform` names it."""
    home: Path
    """The person's home folder."""
    environment: Mapping[str, str]
    search_path: str
    """The folders in which tools may be, as PATH has them."""
    user: int
    """The number of the person on systems that number them, else 0."""
    boots_systemd: bool

    @property
    def config(self) -> Path:
        """Where programs of this person keep their settings."""
        stated = Path(self.environment.get("XDG_CONFIG_HOME", ""))
        return stated if stated.is_absolute() else self.home / ".config"

    def has(self, tool: str) -> bool:
        """Say whether there is a tool of this name."""
        return shutil.which(tool, path=self.search_path) is not None

    def ask(self, *command: str, stdin: bytes = b"") -> "ToolAnswer":
        """Run a tool, and return what it says.

        Raises ToolMissingError if there is no such tool.
        """
        # A file, since a pipe to a tool that reads nothing would end us by SIGPIPE.
        with tempfile.TemporaryFile() as file:
            file.write(stdin)
            file.seek(0)
            try:
                done = subprocess.run(
                    command,
                    stdin=file,
                    # What it says has to be English for us, and may hold any letters.
                    env={**self.environment, "LC_ALL": "C.UTF-8"},
                    capture_output=True,
                    check=False,
                )
            except OSError:
                raise ToolMissingError(command[0]) from None
        said = done.stderr.decode(errors="replace").strip()
        return ToolAnswer(done.returncode == 0, done.stdout, said)

    def start(self, *command: str) -> bool:
        """Start a tool, and let it run on; say whether it did not fail at once."""
        try:
            tool = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=self.environment,
                start_new_session=True,  # Ctrl-C here is nothing to it
            )
        except OSError:
            return False
        try:
            return tool.wait(MOMENT) == 0
        except subprocess.TimeoutExpired:
            tool.returncode = 0  # it is left alone, which Python would warn of
            return True

    def call(self, *command: str, stdin: bytes = b"") -> None:
        """Run a tool that changes something.

        Raises ToolFailedError with what it says if it fails.
        """
        answer = self.ask(*command, stdin=stdin)
        if not answer.is_well:
            raise ToolFailedError(command[0], answer.said)


@dataclass(frozen=True)
class ToolAnswer:
    """How a tool ended, and what it wrote."""

    is_well: bool
    output: bytes
    said: str


class ToolMissingError(PillarplanError):
    """The tool that sets up reminders of a kind is not on this machine."""

    kind = "tool-missing"

    def __init__(self, tool: str) -> None:
        super().__init__(
            f"There is no {tool} on this machine, so nothing was changed.\n"
            "Choose another way (pillarplan remind --help), or let your shell ask as\n"
            "it starts: pillarplan status --due"
        )


class ToolFailedError(PillarplanError):
    """The tool that sets up reminders of a kind could not do its work."""

    kind = "tool-failed"

    def __init__(self, tool: str, said: str) -> None:
        reason = one_line(said.splitlines()[0]) if said else "it did not say why"
        super().__init__(
            f"{tool} failed, so nothing was changed: {reason}\n"
            "Choose another way (pillarplan remind --help), or let your shell ask as\n"
            "it starts: pillarplan status --due"
        )
