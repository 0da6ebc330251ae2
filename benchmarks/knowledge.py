"""What reading and compiling a knowledge base costs, and answering from its index.

Run by hand: ``python benchmarks/knowledge.py``.  It generates knowledge bases of three
sizes and runs each measurement in a process of its own.  Times are also given as
multiples of ``python -c pass`` in the same run, since machines differ.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
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
from pillarplan.knowledge.opening import open_index
with open_index(Path({entry!r}), None, Path({cache!r})) as index:
    {body}
"""

COMPILE = "pass"
READ = """
    import time
    started = time.perf_counter()
    outlines = index.outlines()
    [index.skill(each.id) for each in outlines[:40]]
    print(time.perf_counter() - started)
"""
ITEMS = """
    import time
    started = time.perf_counter()
    index.items_for([f"skill-{number}" for number in range(40)])
    print(time.perf_counter() - started)
"""


class Run(NamedTuple):
    """One process: seconds on the clock, peak memory in MiB, and what it printed."""

    seconds: float
    memory: float
    printed: str


def run(code: str) -> Run:
    """Run Python code in a new process."""
    started = time.perf_counter()
    read, write = os.pipe()
    process = subprocess.Popen([sys.executable, "-c", code], stdout=write)
    os.close(write)
    with os.fdopen(read) as stream:
        printed = stream.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - started
    if process.returncode:
        raise SystemExit(process.returncode)
    return Run(seconds, usage.ru_maxrss / 1024, printed)


def median(code: str, times: int) -> Run:
    """Return the run with the median time."""
    runs = sorted(run(code) for _ in range(times))
    return runs[len(runs) // 2]


def generate(folder: Path, skills: int, resources: int) -> Path:
    """Write a knowledge base in parts, and return its entry file."""
    parts = [*_pillars(skills), *_resources(resources, skills)]
    first, *others = parts
    names = [f"part-{number}.yaml" for number in range(len(others))]
    for name, content in zip(names, others, strict=True):
        (folder / name).write_text(content)
    levels = (f"  - {{level: {n}, name: Level {n}, test: A test.}}\n" for n in range(6))
    include = "".join(f"  - {name}\n" for name in names)
    entry = folder / "pillars.yaml"
    entry.write_text(f"{HEAD}{''.join(levels)}include:\n{include}{first}")
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
    floor = statistics.median(run("pass").seconds for _ in range(9))
    print(f"python -c pass: {floor * 1000:.1f} ms (P)\n")
    print("skills/items     first run          warm open     40 skills   their items")
    for skills, resources in SIZES:
        with tempfile.TemporaryDirectory() as name:
            entry, cache = generate(Path(name), skills, resources), Path(name) / "cache"
            code = {"entry": str(entry), "cache": str(cache)}
            first = run(OPEN.format(**code, body=COMPILE))
            warm = median(OPEN.format(**code, body=COMPILE), 9)
            read = median(OPEN.format(**code, body=READ), 9)
            items = median(OPEN.format(**code, body=ITEMS), 9)
        print(
            f"{skills:>5}/{resources:<7}"
            f"{first.seconds:7.2f} s {first.memory:4.0f} MiB"
            f"{warm.seconds / floor:7.1f} P {warm.memory:4.0f} MiB"
            f"{float(read.printed) * 1000:8.1f} ms"
            f"{float(items.printed) * 1000:10.1f} ms"
        )


if __name__ == "__main__":
    main()
