"""What reading and compiling a knowledge base costs, and answering from its index.

Run by hand: ``python benchmarks/knowledge.py``.  It generates knowledge bases of three
sizes and runs each measurement in a process of its own.  Times are those that the
processor spent, so that a busy machine matters less, and are also given as multiples of
``python -c pass`` (P) in the same run, since machines differ.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

SIZES = ((40, 250), (400, 2_500), (4_000, 25_000))
"""Skills and resources."""

SKILLS_IN_PART = 500
RESOURCES_IN_PART = 1_000
SKILLS_IN_PILLAR = 100

HEAD = """\
format: pillarplan-knowledge
version: "1.0"
id: generated
title: Generated
scale:
"""

SKILL = """\
      - id: skill-{number}
        name: Skill number {number}
        summary: One sentence about the skill, as long as such sentences usually are.
        why: Why it matters in this job, in one or two sentences of a usual length.
        neglect: What happens to a leader who lacks it, in a sentence of some length.
        delegate: Who could take it over for a while, and what they cannot take over.
        levels:
"""

BEHAVIOUR = "I can do what one does on this level in a scene of product work."

RESOURCE = """\
  - id: resource-{number}
    title: "Resource {number}: Negotiating Agreement Without Giving In"
    kind: book
    creators: [Roger Fisher, William Ury, Bruce Patton]
    year: 2011
    publisher: Penguin
    isbn: "9780143118756"
    url: https://openlibrary.org/isbn/9780143118756
    develops:
      - {{skill: skill-{skill}, from: {start}, to: {end}}}
    hours: 7
    effort: {{pages: 200, reading: normal}}
    cost: paid
    price: {{amount: 20, currency: USD}}
    listen: true
    language: en
    why: Why this one and not another, in a sentence of about eighty characters.
    apply: The one thing to try at work next week, in a sentence of some length.
    reviewed_on: 2026-11-23
    origin: addition
"""

OPEN = """
from pathlib import Path
from pillarplan.knowledge.index.opening import open_index
with open_index(Path(ENTRY), None, Path(CACHE)) as index:
"""

COMPILE = "    pass"

READ = """
    import time
    started = time.process_time()
    [index.skill(f"skill-{number}") for number in range(40)]
    print(time.process_time() - started)
"""
ITEMS = """
    import time
    started = time.process_time()
    index.items_for([f"skill-{number}" for number in range(40)])
    print(time.process_time() - started)
"""
LIST = """
    import time
    started = time.process_time()
    index.outlines()
    print(time.process_time() - started)
"""
SEARCH = """
    import time
    started = time.process_time()
    index.search("negotiating agreement")
    index.suggest("skil-number-17")
    print(time.process_time() - started)
"""


class Run(NamedTuple):
    """One process: seconds of computing, peak memory in MiB, and what it printed."""

    seconds: float
    memory: float
    printed: str


def run(code: str) -> Run:
    """Run Python code in a new process."""
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    assert process.stdout
    with process.stdout as stream:
        printed = stream.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    if process_failed := os.waitstatus_to_exitcode(status):
        raise SystemExit(process_failed)
    process.returncode = 0
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, printed)


def median(code: str, times: int) -> Run:
    """Return the run with the median time."""
    runs = sorted(run(code) for _ in range(times))
    return runs[len(runs) // 2]


def generate(folder: Path, skills: int, resources: int) -> Path:
    """Write a knowledge base in parts, and return its entry file."""
    levels = (f"  - {{level: {n}, name: Level {n}, test: A test.}}\n" for n in range(6))
    entry, include = folder / "pillars.yaml", ["include:\n"]
    for number, content in enumerate(
        chain(_pillars(skills), _resources(resources, skills))
    ):
        if number == 0:
            first = content
            continue
        name = f"part-{number}.yaml"
        (folder / name).write_text(content)
        include.append(f"  - {name}\n")
    entry.write_text("".join([HEAD, *levels, *include, first]))
    return entry


def _pillars(skills: int) -> Iterator[str]:
    for start in range(0, skills, SKILLS_IN_PART):
        lines = ["pillars:\n"]
        for number in range(start, min(skills, start + SKILLS_IN_PART)):
            if number % SKILLS_IN_PILLAR == 0:
                name = f"pillar-{number // SKILLS_IN_PILLAR}"
                lines.append(f"  - id: {name}\n    name: A pillar\n")
                lines.append("    summary: A family of skills.\n    skills:\n")
            lines.append(SKILL.format(number=number))
            for level in range(1, 6):
                lines.append(f"          {level}:\n")
                lines += [f"            - {BEHAVIOUR}\n"] * 2
        yield "".join(lines)


def _resources(resources: int, skills: int) -> Iterator[str]:
    for start in range(0, resources, RESOURCES_IN_PART):
        numbers = range(start, min(resources, start + RESOURCES_IN_PART))
        yield "resources:\n" + "".join(
            RESOURCE.format(
                number=number,
                skill=number % skills,
                start=number % 5,
                end=number % 5 + 1,
            )
            for number in numbers
        )


def main() -> None:
    """Print one line for each size."""
    floor = statistics.median(run("pass").seconds for _ in range(15))
    print(f"python -c pass: {floor * 1000:.1f} ms (P)\n")
    print("skills/items        first run           warm open   then, in ms: 40 skills")
    print(
        "                                                    their items, list, search"
    )
    for skills, resources in SIZES:
        with tempfile.TemporaryDirectory() as name:
            entry, cache = generate(Path(name), skills, resources), Path(name) / "cache"
            code = OPEN.replace("ENTRY", repr(str(entry))).replace(
                "CACHE", repr(str(cache))
            )
            first = run(code + COMPILE)
            warm = median(code + COMPILE, 9)
            answers = [
                float(median(code + each, 5).printed) * 1000
                for each in (READ, ITEMS, LIST, SEARCH)
            ]
        cells = [
            f"{skills:>5}/{resources:<7}",
            f"{first.seconds:7.2f} s {first.seconds / floor:5.0f} P",
            f"{first.memory:4.0f} MiB",
            f"{warm.seconds / floor:5.1f} P {warm.memory:3.0f} MiB",
            *(f"{each:6.1f}" for each in answers),
        ]
        print(" ".join(cells))


if __name__ == "__main__":
    main()
