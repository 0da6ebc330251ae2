"""Stand-ins for the tools that set reminders up: real programs that only keep notes."""

import sys
from dataclasses import dataclass
from pathlib import Path

from pillarplan.services.following.schedulers.machine import Machine

CRONTAB = """\
#!/bin/sh
PATH=/usr/bin:/bin
table=${0%/*}/table
case "$1" in
-l) cat "$table" 2>/dev/null || { echo "no crontab for ana" >&2; exit 1; } ;;
-) cat >"$table" ;;
esac
"""
"""A crontab as Debian has it, with its table beside it."""

NOTING = """\
#!/bin/sh
PATH=/usr/bin:/bin
here=${0%/*}
echo "${0##*/} $*" >>"$here/calls"
touch "$here/failing"
while read -r part; do
    case "$*" in *"$part"*) echo "It is broken." >&2; exit 1 ;; esac
done <"$here/failing"
"""
"""A tool that notes how it was called; `failing` says which calls fail."""


@dataclass(frozen=True)
class Tools:
    """A folder with tools, and nothing else, to be the PATH."""

    folder: Path

    def add(self, name: str, script: str = NOTING) -> None:
        path = self.folder / name
        path.write_text(script)
        path.chmod(0o755)

    def fail(self, *parts: str) -> None:
        """Let each call fail that has one of these parts."""
        (self.folder / "failing").write_text("".join(f"{part}\n" for part in parts))

    def calls(self) -> list[str]:
        """How the noting tools were called since one last asked."""
        path = self.folder / "calls"
        lines = path.read_text().splitlines() if path.exists() else []
        path.unlink(missing_ok=True)
        return lines

    @property
    def table(self) -> Path:
        """What the crontab holds."""
        return self.folder / "table"

    def machine(self, system: str = sys.platform, *, systemd: bool = False) -> Machine:
        """A machine that has these tools only."""
        return Machine(
            system=system,
            home=self.folder.parent / "ana",
            environment={"PATH": str(self.folder)},
            search_path=str(self.folder),
            user=501,
            boots_systemd=systemd,
        )


def contents(folder: Path) -> dict[str, str]:
    """All files below a folder, by their paths in it."""
    return {
        str(path.relative_to(folder)): path.read_text()
        for path in folder.rglob("*")
        if path.is_file()
    }
