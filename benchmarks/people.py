"""What the plans of 576 made-up people are like: chosen, dated, lived with.

    .venv/bin/python -m benchmarks.people [--depth deep] [--every 7]

Prints one table.  A resource counts as listed if some public list, or a guest of a
podcast, names it; the most listed ones are those that many name, less what is meant for
other people.  With `--every` only some of the people are asked.  Needs a POSIX system.
"""

import argparse
import multiprocessing
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import chain
from pathlib import Path
from textwrap import fill

from benchmarks.instances import MONDAY
from benchmarks.listed import most_listed
from benchmarks.made_people import (
    WEEKS,
    Person,
    Planned,
    alike,
    everybody,
    open_workspace,
    plan_for,
)
from benchmarks.people_rows import (
    Row,
    hours_used,
    proofs,
    resources_chosen,
    times_kept,
)
from pillarplan.domain.plan.depth import Depth
from pillarplan.knowledge.base.entry import bundled_path
from pillarplan.knowledge.base.loading import load


def speed(plans: Sequence[Planned], start: float) -> Iterator[Row]:
    """Yield how long a plan takes, alone and against starting Python at all."""
    for label, taken in (
        ("choice and dates", [each.choosing for each in plans]),
        ("the whole plan", [each.choosing + each.telling for each in plans]),
    ):
        taken = sorted(taken)
        shown = (statistics.median(taken), taken[len(taken) * 95 // 100], taken[-1])
        yield (
            f"{label}, ms: median, p95, max",
            ", ".join(f"{each:.0f}" for each in shown),
        )
        multiples = ", ".join(f"{each / start:.1f}" for each in shown)
        yield "  in starts of Python", f"{multiples}  ({start:.0f} ms each)"


def _in_turns(people: tuple[Person, ...], cache: Path) -> tuple[list[Planned], float]:
    """Return plans, and how long it took to start Python right after them.

    A machine may be twice as fast a minute later, so both are timed in turns.
    """
    return plan_for(people, cache), _start_of_python()


def _start_of_python() -> float:
    """Return how long it takes to start Python, in milliseconds of the processor."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return spent * 1000


def main() -> None:
    """Plan for everybody, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, metavar="N")
    parser.add_argument("--depth", type=Depth, default=Depth.SOLID, choices=Depth)
    parser.add_argument("--workers", type=int, default=1)
    asked = parser.parse_args()
    people = list(everybody(asked.depth))[:: asked.every]
    context = multiprocessing.get_context("spawn")
    with (
        tempfile.TemporaryDirectory() as cache,
        ProcessPoolExecutor(asked.workers, mp_context=context) as pool,
    ):
        open_workspace(Path(cache), Path(cache), MONDAY).knowledge.close()
        made = [*pool.map(partial(_in_turns, cache=Path(cache)), alike(people))]
    plans = [*chain.from_iterable(planned for planned, _ in made)]
    start = statistics.median(taken for _, taken in made)
    base = load(bundled_path())
    print(f"{len(plans)} people, {WEEKS} weeks, {asked.depth}\n")
    rows = chain(
        resources_chosen(plans, base),
        times_kept(plans, base),
        hours_used(plans),
        proofs(plans),
        speed(plans, start),
    )
    for label, value in rows:
        print(f"{label:60}{value}")
    planned = {item.id for each in plans for item in each.roadmap.items}
    missing = ", ".join(sorted(most_listed(base) - planned)) or "none"
    print(f"\n{fill(f'Listed most, and in no plan: {missing}', 88)}")


if __name__ == "__main__":
    main()
