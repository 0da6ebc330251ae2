"""Questions to plan for: about the built-in content, and about generated ones.

The programs that measure selection and schedule share them; this one prints nothing.
"""

import multiprocessing
import random
import re
import resource
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from pillarplan.domain.knowledge.item import Item
from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.availability import Availability, spread
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.plan.roadmap import Limits
from pillarplan.knowledge.base.entry import bundled_path
from pillarplan.knowledge.index.opening import open_index
from pillarplan.planner.selection.candidates import Candidate, Choice
from pillarplan.planner.selection.question import find_choice, wanted_steps

Row = TypeVar("Row")

INSTANCES = 10
"""Of each kind."""

MONDAY = date(2026, 11, 23)


def generated(skills: int, items: int, picked: int, seed: int) -> Choice:
    """Return a random question about some skills of a knowledge base.

    Half of the items are practices of one step, half resources of one or two steps;
    three in ten serve a second skill; of the resources six in ten cost money and three
    in ten can be heard.
    """
    rng = random.Random(seed)
    worth = {}
    for skill in range(picked):
        weight, current = rng.choice((1, 2, 2, 4)), rng.randint(0, 2)
        for level in range(current + 1, rng.randint(current + 2, 5) + 1):
            worth[Step(f"skill-{skill}", level)] = weight
    made = (candidate(rng, f"item-{n}", skills) for n in range(items))
    covered = (
        replace(item, covers=tuple(step for step in item.covers if step in worth))
        for item in made
    )
    return Choice(
        worth=worth,
        learnt=frozenset(),
        practised=frozenset(),
        candidates=tuple(item for item in covered if item.covers),
        budget_cents=None,
    )


def candidate(rng: random.Random, name: str, skills: int) -> Candidate:
    """Return a random item."""
    is_practice = rng.random() < 0.5
    covers = []
    for _ in range(2 if rng.random() < 0.3 else 1):
        skill, low = f"skill-{rng.randrange(skills)}", rng.randint(0, 4)
        top = low + 1 if is_practice else min(5, low + rng.randint(1, 2))
        covers += [Step(skill, level) for level in range(low + 1, top + 1)]
    paid = not is_practice and rng.random() < 0.6
    return Candidate(
        id=name,
        is_practice=is_practice,
        covers=tuple(dict.fromkeys(covers)),
        quarters=rng.randint(4, 20) if is_practice else rng.randint(2, 48),
        cents=rng.choice((900, 1500, 2500, 4000, 30000)) if paid else 0,
        listen=not is_practice and rng.random() < 0.3,
        pinned=False,
        started=False,
        place=None,
        heard=False,
    )


def built_in() -> Callable[[int, int | None], Choice]:
    """Return a function that asks about the built-in content for a random person."""
    with open_index(bundled_path()) as index:
        outlines, roles, scale = index.outlines(), index.roles(), index.scale()
        items: tuple[Item, ...] = index.items_for(outline.id for outline in outlines)

    def ask(seed: int, focus: int | None) -> Choice:
        rng = random.Random(seed)
        role = rng.choice(roles)
        gaps = [
            Gap(
                skill=outline.id,
                name=outline.name,
                pillar=outline.pillar,
                current=max(0, target - rng.choice((0, 1, 1, 2, 3))),
                target=target,
                importance=rng.choice((1, 2, 2, 3)),
            )
            for outline in outlines
            for target in (role.targets.get(outline.id, 0),)
        ]
        gaps = sorted((gap for gap in gaps if gap.size), key=lambda g: -g.priority)
        limits = Limits(
            availability=Availability(desk=spread(3)),
            starts_on=MONDAY,
            until=MONDAY,
            role=role.id,
        )
        return find_choice(wanted_steps(gaps[:focus]), limits, items, Profile(), scale)

    return ask


KINDS: dict[str, int | tuple[int, int, int] | None] = {
    "built-in, focus 3": 3,
    "built-in, focus 6": 6,
    "built-in, focus all": None,
    "40 of 40 skills, 250 items": (40, 250, 40),
    "40 of 400 skills, 2,500 items": (400, 2_500, 40),
    "40 of 4,000 skills, 25,000 items": (4_000, 25_000, 40),
    "200 of 400 skills, 2,500 items": (400, 2_500, 200),
    "200 of 4,000 skills, 25,000 items": (4_000, 25_000, 200),
    "300 of 400 skills, 2,500 items": (400, 2_500, 300),
}
"""Kinds of questions: a focus on the built-in content, or skills, items and a focus."""

BASE = "40 of 40 skills, 250 items"
"""What growth is measured against."""


def questions(kind: str) -> list[Choice]:
    """Return all questions of a kind, always the same."""
    made_of = KINDS[kind]
    if isinstance(made_of, tuple):
        return [generated(*made_of, seed) for seed in range(INSTANCES)]
    ask = built_in()
    return [ask(seed, made_of) for seed in range(INSTANCES)]


def peak_mebibytes() -> float:
    """Return the most memory that this process held so far."""
    status = Path("/proc/self/status")
    if status.exists():
        # Of this process alone; ru_maxrss also counts that of the one that began it.
        peak = re.search(r"VmHWM:\s+(\d+)", status.read_text())
        assert peak
        return int(peak[1]) / 1024
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def in_a_process_each(
    measure: Callable[[str], Row], kinds: Iterable[str]
) -> Iterator[Row]:
    """Yield what is measured for each kind, one after the other in a fresh process."""
    context = multiprocessing.get_context("spawn")
    for kind in kinds:
        with ProcessPoolExecutor(max_workers=1, mp_context=context) as pool:
            yield pool.submit(measure, kind).result()
