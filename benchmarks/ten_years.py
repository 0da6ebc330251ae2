"""Whether ten years of use slow the everyday commands down.

    .venv/bin/python -m benchmarks.ten_years

Makes two homes of one person on one day: a fresh one, and one that holds ten years: 520
check-ins, 40 plans and 40 rounds of ratings.  Then whole processes take turns on both,
in one run.  What is compared is the work of the processor, since a busy machine makes
waits of any length.  Ends with 1 if a command takes more than 1.25 times as much.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from benchmarks.made_people import open_workspace
from pillarplan.cli.commands.demo import EXAMPLE
from pillarplan.domain.person.checkin import CheckIn
from pillarplan.domain.person.rating import Rating
from pillarplan.domain.plan.availability import spread
from pillarplan.services.following.weekly.checking_in import check_in
from pillarplan.services.planning.adopting import adopt
from pillarplan.services.planning.proposing import propose
from pillarplan.services.planning.wishes import Wishes
from pillarplan.services.rating.stating import record_ratings
from pillarplan.services.workspace import Workspace

PROGRAM = str(Path(sys.executable).with_name("pillarplan"))
TODAY = date(2026, 11, 23)
QUARTERS = 40
WEEKS = 13
"""In a quarter: a round of ratings, a plan, and a check-in each week."""

BUDGET = 1.25
"""How many times the work for a fresh record a command may take."""

DAY_AFTER = (TODAY + timedelta(days=1)).isoformat()

EVERYDAY = {
    "next": True,
    "next --short": True,
    "status": True,
    "roadmap": True,
    "gaps": True,
    "checkin --nothing": True,
    "undo": True,
    "plan --hours 4 --focus all --yes": False,
    "remind --now": True,
    "kb show negotiation": True,
    "history": False,
}
"""Commands, in the order in which they are given, and whether a budget counts for them.

What a plan takes depends on what is left to choose, and a history prints ten years.
"""


def live(home: Path, quarters: int) -> None:
    """Fill a home with so many quarters, the last of which begins today."""
    first = TODAY - timedelta(weeks=WEEKS * (quarters - 1))
    for quarter in range(quarters):
        day = first + timedelta(weeks=WEEKS * quarter)
        begin(home, day, quarter)
        for week in range(WEEKS if quarter + 1 < quarters else 1):
            work(home, day + timedelta(weeks=week))


def begin(home: Path, day: date, quarter: int) -> None:
    """Rate all skills, somewhat otherwise each time, and adopt a plan."""
    workspace = on(home, day)
    record_ratings(
        workspace,
        [
            Rating(
                skill=skill,
                level=level and min(level, 1 + (quarter + place) % 5),
                importance=importance,
                rated_on=day,
            )
            for place, (skill, (level, importance)) in enumerate(EXAMPLE.items())
        ],
        role="senior-pm",
    )
    wishes = Wishes(desk=spread(4), until=day + timedelta(weeks=26), focus="all")
    adopt(workspace, propose(workspace, wishes))
    workspace.close()


def work(home: Path, day: date) -> None:
    """Tell of a week's hours on two items, and now and then that one is done."""
    workspace = on(home, day)
    profile = workspace.profile()
    planned = profile.roadmap.items if profile.roadmap else ()
    start = day.toordinal() // 7
    items = [planned[(start + n) % len(planned)].id for n in range(2)]
    report = CheckIn(
        hours=dict.fromkeys(items, 1.5),
        done=() if start % 4 else tuple(items[:1]),
        evidence={"negotiation": f"What I tried in the week of {day}"},
        note="A week like many others, with a talk that went well.",
    )
    check_in(workspace, report)
    workspace.close()


def on(home: Path, day: date) -> Workspace:
    """Open the record in a home on a day."""
    return open_workspace(home, home / "cache", day)


def seconds(command: str, home: Path) -> tuple[float, float]:
    """Return how long the processor worked for a command, and how long it took."""
    environment = os.environ | {
        "PILLARPLAN_HOME": str(home),
        "PILLARPLAN_TODAY": DAY_AFTER,
    }
    start = time.perf_counter()
    process = subprocess.Popen(
        [PROGRAM, *command.split()],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    taken = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, taken


def measure(fresh: Path, old: Path, rounds: int) -> bool:
    """Print how both homes compare; say whether every budget is kept."""
    work = {(each, home): list[float]() for each in EVERYDAY for home in (fresh, old)}
    wall = {key: list(value) for key, value in work.items()}
    for turn in range(rounds + 1):
        for command, home in work:
            worked, taken = seconds(command, home)
            if turn:  # the first time warms the caches
                work[command, home].append(worked)
                wall[command, home].append(taken)
    row = "{:34} {:>9} {:>9} {:>7} {:>7}  {}"
    print(row.format("command", "fresh ms", "old ms", "work x", "time x", ""))
    kept = True
    for command, counts in EVERYDAY.items():
        new, then = (statistics.median(work[command, home]) for home in (fresh, old))
        waits = [statistics.median(wall[command, home]) for home in (fresh, old)]
        holds = not counts or then / new <= BUDGET
        kept = kept and holds
        figures = (f"{new * 1000:.0f}", f"{then * 1000:.0f}", f"{then / new:.2f}")
        verdict = ("holds" if holds else "over") if counts else ""
        print(row.format(command, *figures, f"{waits[1] / waits[0]:.2f}", verdict))
    return kept


def main() -> None:
    """Live both lives, unless they are there, and compare them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=10, help="default: %(default)s")
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(prefix="pillarplan-years-") as folder:
        fresh, old = Path(folder) / "fresh", Path(folder) / "old"
        live(fresh, 1)
        live(old, QUARTERS)
        print(f"Medians of {rounds} runs in turns, on a fresh record and an old one.\n")
        kept = measure(fresh, old, rounds)
    sys.exit(0 if kept else 1)


if __name__ == "__main__":
    main()
