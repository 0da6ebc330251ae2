"""A real terminal for tests: a window of tmux with a shell in it."""

import os
import shlex
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

needs_tmux = pytest.mark.skipif(
    shutil.which("tmux") is None and os.environ.get("CI") != "true",
    reason="tmux is not installed",
)

PATIENCE = 30.0
"""How long to wait for something on the screen, in seconds; machines can be busy."""


def contains(text: str, screen: str) -> bool:
    return text in screen


class Terminal:
    """A window of tmux with a shell in it."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self._socket = str(folder / "tmux.socket")
        settings = [f"{name}={value}" for name, value in environment.items()]
        self._tmux(
            *("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "60"),
            shlex.join(["env", "-i", *settings, "sh"]),
        )
        self._tmux("set-option", "-g", "remain-on-exit", "on")
        self.wait_for(lambda screen: screen.startswith("$"))

    def type(self, text: str) -> None:
        """Type a text and a line feed, which also ends a line in raw mode."""
        self._tmux("send-keys", "-l", text)
        self._tmux("send-keys", "C-j")

    def press(self, key: str) -> None:
        """Press a key by its name: C-c, Enter."""
        self._tmux("send-keys", key)

    def resize(self, columns: int, rows: int = 60) -> None:
        self._tmux("resize-window", "-x", str(columns), "-y", str(rows))

    def keep_bytes(self, path: Path) -> None:
        """Write all that programs send to the window from now on to a file as well."""
        self._tmux("pipe-pane", f"cat > {shlex.quote(str(path))}")

    def state(self, name: str) -> str:
        """Return what tmux knows of the window, such as ``cursor_y``."""
        return self._tmux("display-message", "-p", f"#{{{name}}}").strip()

    def signal_program(self, name: str) -> None:
        """Send a signal to the program that the shell runs."""
        (shell,) = self._tmux("list-panes", "-F", "#{pane_pid}").split()
        children = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", shell], capture_output=True, check=True
        ).stdout.split()
        os.kill(int(children[-1]), getattr(signal, name))

    def screen(self, *options: str) -> str:
        """What is to be seen, and what has scrolled away."""
        return self._tmux("capture-pane", "-p", "-S", "-", *options)

    def forget(self) -> None:
        """Empty the window, and what has scrolled away."""
        self._tmux("send-keys", "-R")
        self._tmux("clear-history")

    def visible(self) -> str:
        """What is to be seen now."""
        return self._tmux("capture-pane", "-p")

    def wait_for(self, seen: Callable[[str], bool]) -> str:
        """Wait until the screen shows something; return the screen."""
        end = time.monotonic() + PATIENCE
        while not seen(screen := self.screen()):
            if time.monotonic() > end:
                pytest.fail(f"not seen on the screen:\n{screen}")
            time.sleep(0.05)
        return screen

    def run(self, command: str, ending: str) -> str:
        """Run a command; return the screen once `ending` and its code are shown."""
        self.type(f"{command}; echo {ending} $?")
        return self.wait_for(lambda screen: f"\n{ending} " in screen)

    def close(self) -> None:
        self._tmux("kill-server")

    def _tmux(self, *arguments: str) -> str:
        done = subprocess.run(
            ["tmux", "-S", self._socket, *arguments],
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout
