"""All stages of the selection, checked against an algorithm of another kind.

`test_selection` tries out everything on nine candidates; here there are up to forty.
"""

from dataclasses import replace
from random import Random

import pytest

from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.plan.depth import Depth
from pillarplan.planner.schedule.calendar import Capacity
from pillarplan.planner.selection.candidates import Candidate, Choice, Cut
from pillarplan.planner.selection.selected import Selection
from pillarplan.planner.selection.selection import select
from tests.planner.second_opinion import Answer, best_answer

SKILLS = 4
ROUNDS = 20


def question(random: Random) -> tuple[Choice, Capacity | None]:
    """Return four skills with up to twelve steps, and limits that bind."""
    worth = {
        Step(f"skill-{skill}", level): weight
        for skill in range(SKILLS)
        for weight in (random.choice((1, 2, 4)),)
        for level in range(1, random.randint(1, 3) + 1)
    }
    grain = random.choice((1, 8))  # where hours are coarse, money decides
    candidates = tuple(
        candidate(random, f"item-{number}", worth, grain) for number in range(40)
    )
    depth = random.choice([*Depth])
    if depth is not Depth.LEAN:
        candidates = candidates[:28]  # so much pays that more take minutes to try
    choice = Choice(
        worth=worth,
        learnt=frozenset(random.sample(list(worth), random.choice((0, 0, 1)))),
        practised=frozenset(random.sample(list(worth), random.choice((0, 0, 1)))),
        candidates=tuple(item for item in candidates if item.covers),
        budget_cents=random.choice((None, None, 3000, 8000)),
        depth=depth,
    )
    desk, listening = random.randint(20, 140), random.choice((0, 0, 12, 30))
    return choice, random.choice((None, *[Capacity(desk, listening)] * 4))


def candidate(
    random: Random, name: str, worth: dict[Step, int], grain: int
) -> Candidate:
    is_practice = random.random() < 0.5
    first = random.choice(list(worth))
    covers = {first, Step(first.skill, first.level + random.choice((0, 0, 1)))}
    covers |= {random.choice(list(worth))} if random.random() < 0.3 else set()
    paid = not is_practice and random.random() < 0.6
    return Candidate(
        id=name,
        is_practice=is_practice,
        covers=(wanted := tuple(sorted(covers & worth.keys()))),
        grades=() if is_practice else tuple(random.randint(10, 40) for _ in wanted),
        quarters=-(-random.randint(2, 20 if is_practice else 40) // grain) * grain,
        cents=random.choice((900, 1500, 2500, 4000)) if paid else 0,
        listen=not is_practice and random.random() < 0.3,
        pinned=random.random() < 0.02,
        started=random.random() < 0.05,
        place=0 if random.random() < 0.2 else None,
        heard=False,
    )


def differing(choice: Choice, capacity: Capacity | None) -> Choice:
    """Return a question whose answer holds at most two thirds of the usual one."""
    found = select(choice, capacity)
    items = frozenset(item.id for item in found.items) if found else frozenset()
    return replace(choice, cuts=(Cut(items=items, most=len(items) * 2 // 3),))


def answer(found: Selection | None) -> Answer | None:
    if found is None:
        return None
    going_on = sum(item.settled for item in found.items)
    return found.value, going_on, found.merit, -found.cents


@pytest.mark.no_cover  # it runs what other tests count, a thousand times over
@pytest.mark.parametrize("seed", range(10))
def test_value_items_that_go_on_merit_and_money_are_the_best(seed: int) -> None:
    random = Random(seed)
    questions = [question(random) for _ in range(ROUNDS)]

    for choice, capacity in questions:
        kept = replace(
            choice,
            candidates=tuple(
                replace(item, kept=item.adopted) for item in choice.candidates[:12]
            ),
        )
        for asked in (choice, kept, differing(choice, capacity)):
            found = select(asked, capacity)

            assert answer(found) == best_answer(asked, capacity)
            assert found is None or found.proven
