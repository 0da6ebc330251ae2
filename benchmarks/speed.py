"""How long the commands take, and how much memory, against their budgets.

    .venv/bin/python benchmarks/speed.py

Times differ from machine to machine; what is compared is the ratio to starting Python
at all (``python -c pass``), from whole processes that take turns in one run, without a
terminal.  Needs a POSIX system.  Ends with 1 if a budget is not kept.
"""

import argparse
import json
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock
from pathlib import Path

# Who installs the program has its bytecode, however this process was started.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

PROGRAM = str(Path(sys.executable).with_name("pillarplan"))
NOTHING = [sys.executable, "-c", "pass"]
TYPER = [sys.executable, "-c", "import typer"]

MEETINGS = 1_500
"""In the calendar that is planned around."""

EVENTS = 300
"""In the journal: about a year of check-ins."""

KIBIBYTES_PER_UNIT = 1 if sys.platform != "darwin" else 1 / 1024
"""Of ru_maxrss: kibibytes, but bytes on macOS."""

PLAN_ALL = [PROGRAM, "plan", "--hours", "4", "--focus", "all", "--yes"]

EXAMPLE = """
import json
from pillarplan.cli.commands.demo import EXAMPLE
print(json.dumps({skill: {"level": level, "importance": importance}
                  for skill, (level, importance) in EXAMPLE.items()}))
"""


@dataclass
class Case:
    """A command with its budget, and what was measured of it."""

    command: list[str]
    times: float | None = None
    """The budget, as a multiple of ``python -c pass``."""
    mebibytes: float | None = None
    """The budget of memory at its peak."""
    note: str = ""
    """What the command alone does not tell."""
    changes: bool = False
    """The command writes, so it needs the prepared home again each time."""
    seconds: list[float] = field(default_factory=list)
    peaks: list[float] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The command as one would type it, without paths."""
        note = f"({self.note})" if self.note else ""
        return " ".join([Path(self.command[0]).name, *self.command[1:], note]).strip()


def cases(item: str, calendar: Path) -> list[Case]:
    """Return what is measured; `item` stands in the adopted plan."""
    busy = [PROGRAM, "plan", "--hours", "4", "--yes", "--busy", str(calendar)]
    return [
        Case(NOTHING),
        Case(TYPER),
        Case([PROGRAM, "--version"], 2),
        Case([PROGRAM, "checkin", "--done", item], 12, 40, changes=True),
        Case([PROGRAM, "next", "--short"], 4, 25, note="after that change"),
        Case([PROGRAM, "next", "--short"], 4, 25, note="as in a prompt"),
        Case([PROGRAM, "next"], 8, 25),
        Case([PROGRAM, "status"], 8, 25),
        Case([PROGRAM, "roadmap"], 12, 40),
        Case([PROGRAM, "gaps"], 12, 40),
        Case([PROGRAM, "kb", "show", "negotiation"], 12, 40),
        Case([PROGRAM, "kb", "search", "conflict"], 12, 40),
        Case([PROGRAM, "--help"], 8, 40),
        Case([PROGRAM, "plan", "--help"], 10, 40),
        Case([PROGRAM, "plan", "--hours", "4", "--yes"], 26, 65, changes=True),
        Case(PLAN_ALL, 40, 65, changes=True),
        Case(busy, 34, 65, changes=True),
    ]


def prepare(home: Path) -> str:
    """Fill a home with the demo's ratings, a plan and check-ins; return a plan's item.

    Asks the program itself in other processes: what this process imports would count
    as memory of the processes that it starts.
    """
    ratings = {
        "format": "pillarplan-ratings",
        "version": "1.0",
        "role": "senior-pm",
        "ratings": json.loads(ask(home, sys.executable, "-c", EXAMPLE)),
    }
    ask(home, PROGRAM, "assess", "--from", "-", stdin=json.dumps(ratings))
    ask(home, PROGRAM, "plan", "--hours", "4", "--yes")
    roadmap = json.loads(ask(home, PROGRAM, "roadmap", "--json"))
    items = [item["id"] for item in roadmap["items"]]
    hours = [f"--hours={item}=0.25" for item in items]
    while count_events(home) < EVENTS:
        ask(home, PROGRAM, "checkin", *hours)
    # The first of them looks whether the knowledge base is another than before.
    ask(home, PROGRAM, "status")
    return str(items[0])


def write_calendar(path: Path) -> Path:
    """Write a calendar of 1,500 meetings around the plan, which is read once."""
    lines = ["BEGIN:VCALENDAR", "PRODID:-//Example//Many meetings//EN"]
    first = datetime.combine(date.today(), clock(9), UTC)
    for number in range(MEETINGS):
        begins = first + timedelta(days=number % 365, minutes=number % 32 * 15)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{number}",
            f"DTSTART:{begins:%Y%m%dT%H%M%SZ}",
            "DURATION:PT30M",
            "SUMMARY:One of many",
            "END:VEVENT",
        ]
    path.write_text("\n".join([*lines, "END:VCALENDAR", ""]))
    return path


def ask(home: Path, *command: str, stdin: str = "") -> str:
    """Run a command on this home; return what it writes on stdout."""
    done = subprocess.run(
        command,
        input=stdin,
        env=os.environ | {"PILLARPLAN_HOME": str(home)},
        capture_output=True,
        check=False,
        text=True,
    )
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{done.stderr}")
    return done.stdout


def count_events(home: Path) -> int:
    """Return the number of lines in the journal."""
    logs = (home / "data" / "journal").glob("*.jsonl")
    return sum(log.read_bytes().count(b"\n") for log in logs)


def measure(case: Case, prepared: Path, home: Path) -> None:
    """Run a command once and note its time and its memory."""
    if case.changes:
        for room in ("data", "state"):
            shutil.rmtree(home / room)
            shutil.copytree(prepared / room, home / room)
    environment = os.environ | {"PILLARPLAN_HOME": str(home)}
    start = time.perf_counter()
    process = subprocess.Popen(
        case.command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    case.seconds.append(time.perf_counter() - start)
    case.peaks.append(usage.ru_maxrss * KIBIBYTES_PER_UNIT / 1024)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{case.name} ended with {process.returncode}")


def show(measured: list[Case]) -> bool:
    """Print the table; say whether every budget is kept."""
    row = "{:38} {:>7} {:>7} {:>7} {:>7} {:>5} {:>7}  {}"
    print(
        row.format("command", "ms", "x pass", "budget", "x typer", "MiB", "budget", "")
    )
    nothing, typer = (statistics.median(case.seconds) for case in measured[:2])
    kept = True
    for case in measured:
        median = statistics.median(case.seconds)
        holds = median / nothing <= (case.times or math.inf) and (
            max(case.peaks) <= (case.mebibytes or math.inf)
        )
        kept = kept and holds
        figures = (f"{n:.1f}" for n in (median * 1000, median / nothing))
        print(
            row.format(
                case.name[:38],
                *figures,
                case.times or "",
                f"{median / typer:.1f}",
                f"{max(case.peaks):.0f}",
                case.mebibytes or "",
                ("holds" if holds else "over") if case.times else "",
            )
        )
    return kept


def main() -> None:
    """Measure all commands in turns and print how they did."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=20, help="default: %(default)s")
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(prefix="pillarplan-speed-") as folder:
        prepared, home = Path(folder) / "prepared", Path(folder) / "home"
        calendar = write_calendar(Path(folder) / "work.ics")
        measured = cases(prepare(prepared), calendar)
        shutil.copytree(prepared, home)
        for case in measured:  # a first time, to warm the disk's cache
            measure(case, prepared, home)
            case.seconds.clear()
            case.peaks.clear()
        for _ in range(rounds):
            for case in measured:
                measure(case, prepared, home)
    print(f"Medians of {rounds} runs in turns; {EVENTS} events in the journal.\n")
    sys.exit(0 if show(measured) else 1)


if __name__ == "__main__":
    main()
