"""Live many lives, and print what became of them.

    .venv/bin/python -m benchmarks.lives --lives 10000
    .venv/bin/python -m benchmarks.lives --seed 4711

A life follows from its seed alone, so that one in which a law is broken can be lived
again.  Ends with 1 if any was.
"""

import argparse
import sys
import time
from collections import Counter

from tests.simulation.life import BrokenLawError
from tests.simulation.lives import DISK_SHARE, Stage, live, stage

ASIDE = 100
"""After so many lives a line says how far it is."""


def main() -> None:
    """Live the lives that are asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--lives", type=int, default=1000, help="default: %(default)s")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--seed", type=int, help="live this one life")
    asked = parser.parse_args()
    seeds = range(asked.first, asked.first + asked.lives)
    if asked.seed is not None:
        seeds = range(asked.seed, asked.seed + 1)
    with stage() as on:
        broken = live_all(seeds, on)
    sys.exit(1 if broken else 0)


def live_all(seeds: range, on: Stage) -> int:
    """Live the lives of some seeds; print classes, seconds and faults."""
    endings: Counter[str] = Counter()
    happened: Counter[str] = Counter()
    start, worked = time.perf_counter(), time.process_time()
    for count, seed in enumerate(seeds, 1):
        try:
            life = live(seed, on)
        except BrokenLawError as error:
            endings["BROKEN"] += 1
            print(f"seed {seed}: {error}", flush=True)
        else:
            endings[life.ending] += 1
            happened += life.happened
        if count % ASIDE == 0:
            print(f"{count} lives, {endings['BROKEN']} broken", flush=True)
    taken, work = time.perf_counter() - start, time.process_time() - worked
    print(f"\n{len(seeds)} lives in {taken:.0f} s, of which {work:.0f} s of work;")
    print(f"every {DISK_SHARE}th on real folders.\n")
    for title, counts in (("How they ended", endings), ("What happened", happened)):
        print(title)
        for name, number in counts.most_common():
            print(f"  {number:>8}  {name.replace('_', ' ')}")
    return endings["BROKEN"]


if __name__ == "__main__":
    main()
