"""Whether a large knowledge base of one's own slows the everyday commands down.

    .venv/bin/python -m benchmarks.own_bases

Makes bases of two sizes, each with eight items a skill, and a home on each: somebody
who rated fifteen skills and adopted a plan.  Then whole processes take turns on these
and on a home on the built-in base, in one run.  What is compared is the work of the
processor.  Ends with 1 if a command takes more than its budget, as a multiple of what
it takes on the built-in base.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from benchmarks.ten_years import PROGRAM, TODAY, seconds
from pillarplan.cli.commands.demo import EXAMPLE

PILLARS = 40
LEVELS = 5
IN_PART = 2_000
"""Skills whose items stand in one file."""

RATED = {f"skill-{37 * number}": rated for number, rated in enumerate(EXAMPLE.values())}
"""Level and importance of the skills that are rated."""


class Budget(NamedTuple):
    """How many times the work on the built-in base commands may take."""

    skills: int
    everyday: float
    gaps: float


BUDGETS = (
    Budget(skills=4_194, everyday=1.5, gaps=2.0),
    Budget(skills=14_000, everyday=2.0, gaps=2.0),
)

EVERYDAY = (
    "next",
    "next --short",
    "status",
    "roadmap",
    "checkin --nothing",
    "undo",
    "kb show SKILL",
    "explain SKILL",
    "gaps",
    "plan --hours 4 --yes",
)
"""In the order in which they are given; SKILL is one that is rated and planned."""


def write_base(folder: Path, skills: int) -> None:
    """Write a base with so many skills, and eight times as many items."""
    folder.mkdir()
    parts = range(0, skills, IN_PART)
    lines = [
        "format: pillarplan-knowledge",
        'version: "1.1"',
        "title: A large base",
        f"include: [{', '.join(f'items-{first}.yaml' for first in parts)}]",
        "pillars:",
    ]
    for pillar in range(PILLARS):
        lines += [f"  - name: Pillar {pillar}", "    skills:"]
        for number in range(pillar, skills, PILLARS):
            lines += _skill(number)
    lines += ["roles:"]
    for role in range(2, 6):
        asked = ", ".join(f"skill-{n}: {role}" for n in range(0, skills, 37))
        lines.append(f"  - {{name: Grade {role}, targets: {{{asked}}}}}")
    _write(folder / "base.yaml", lines)
    for first in parts:
        items = ["resources:"]
        for number in range(first, min(first + IN_PART, skills)):
            items += _resources(number)
        items.append("practices:")
        for number in range(first, min(first + IN_PART, skills)):
            items += _practices(number)
        _write(folder / f"items-{first}.yaml", items)


def _skill(number: int) -> list[str]:
    behaviour = "I do what one does here in a scene of work of this sort"
    return [
        f"      - name: Skill {number}",
        "        summary: One sentence of a usual length about it.",
        "        levels:",
        *(f'          {n}: ["{behaviour} {n}."]' for n in range(1, LEVELS + 1)),
    ]


def _resources(number: int) -> list[str]:
    steps = ((0, 2), (2, 3), (3, 4), (4, 5))
    return [
        f"  - {{title: Course {number} to {to}, hours: {2 * to}, "
        f"develops: [{{skill: skill-{number}, from: {start}, to: {to}}}]}}"
        for start, to in steps
    ]


def _practices(number: int) -> list[str]:
    return [
        f"  - {{title: Practice {number} to {to}, hours: {to}, task: Do it at work., "
        f"develops: [{{skill: skill-{number}, from: {to - 1}, to: {to}}}]}}"
        for to in range(2, LEVELS + 1)
    ]


def _write(path: Path, lines: list[str]) -> None:
    path.write_text("\n".join([*lines, ""]))


def live(home: Path, base: Path | None, levels: dict[str, tuple[int, int]]) -> float:
    """Set a home up; return the seconds that the first command took for the base."""
    if base is not None:
        run(home, "config", "set", "base", str(base))
        for file in (home / "cache").glob("knowledge-*"):
            file.unlink()
    start = worked_by_children()
    run(home, "kb", "list", "--roles")
    taken = worked_by_children() - start
    rated = (f"--set {skill}={level}" for skill, (level, _) in levels.items())
    weighed = (f"--importance {skill}={n}" for skill, (_, n) in levels.items())
    run(home, "assess", *" ".join((*rated, *weighed)).split())
    run(home, "plan", "--hours", "4", "--yes")
    return taken


def worked_by_children() -> float:
    """Return how long the processor worked for all commands so far, in seconds."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def run(home: Path, *words: str) -> None:
    """Run a command in a home."""
    environment = os.environ | {
        "PILLARPLAN_HOME": str(home),
        "PILLARPLAN_TODAY": TODAY.isoformat(),
    }
    subprocess.run([PROGRAM, *words], env=environment, check=True, capture_output=True)


def measure(homes: dict[Path, str], rounds: int) -> dict[tuple[str, Path], float]:
    """Return the median work of each command in each home, which take turns."""
    work = {(each, home): list[float]() for each in EVERYDAY for home in homes}
    for turn in range(rounds + 1):
        for command, home in work:
            worked, _ = seconds(command.replace("SKILL", homes[home]), home)
            if turn:  # the first time warms the caches
                work[command, home].append(worked)
    return {key: statistics.median(each) for key, each in work.items()}


def main() -> None:
    """Make the bases and the homes, and compare."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=10, help="default: %(default)s")
    rounds = parser.parse_args().rounds
    kept = True
    with tempfile.TemporaryDirectory(prefix="pillarplan-bases-") as folder:
        built_in = Path(folder) / "built-in"
        live(built_in, None, EXAMPLE)
        for budget in BUDGETS:
            base = Path(folder) / f"base-{budget.skills}"
            home = Path(folder) / f"home-{budget.skills}"
            write_base(base, budget.skills)
            compiled = live(home, base, RATED)
            items = 8 * budget.skills
            print(
                f"{budget.skills:,} skills, {items:,} items: read in {compiled:.1f} s"
            )
            work = measure({built_in: "negotiation", home: next(iter(RATED))}, rounds)
            for command in EVERYDAY:
                usual, now = work[command, built_in], work[command, home]
                most = budget.gaps if command == "gaps" else budget.everyday
                holds = now / usual <= most
                kept = kept and holds
                verdict = "holds" if holds else f"over {most:g}"
                figures = f"{usual * 1000:6.0f} {now * 1000:6.0f} ms {now / usual:6.2f}"
                print(f"  {command:24} {figures}  {verdict}")
    sys.exit(0 if kept else 1)


if __name__ == "__main__":
    main()
