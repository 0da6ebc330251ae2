"""In which order to do the chosen items: what closes most for its hours comes first."""

from collections.abc import Iterable, Sequence

from pillarplan.domain.knowledge.step import Step
from pillarplan.planner.schedule.rules import Rules, numbers

WINDOW = 8
"""So many neighbours are brought into their best order at a time.

Looking at all orders of more takes longer and gains next to nothing; see
``benchmarks/schedule.py``.
"""


def find_order(rules: Rules) -> tuple[int, ...]:
    """Return all tasks in the order in which they are to begin.

    What was begun goes on first.  Then the steps are closed as soon as possible, those
    of most worth first.
    """
    everything = (1 << len(rules.tasks)) - 1
    started = sum(1 << n for n in numbers(everything) if rules.tasks[n].started)
    begun = _in_turn(rules, started, rules.before)
    return (*begun, *polish(rules, _chains(rules, begun), begun))


def adopted_order(rules: Rules, fresh: Sequence[int]) -> tuple[int, ...]:
    """Return the order of the adopted roadmap, with what is new put into it.

    What was begun without a place is in front.  What is new comes next to its partners,
    for it may stand in for something that was dropped.
    """
    tasks = rules.tasks
    known = [n for n in fresh if tasks[n].started or tasks[n].place is not None]
    places = {n: -1 if (place := tasks[n].place) is None else place for n in known}
    order = sorted(known, key=places.__getitem__)
    for number, before in zip(fresh, (-1, *fresh), strict=False):
        if number not in known:
            order.insert(_place_for(rules, number, order, before), number)
    return tuple(order)


def delay(rules: Rules, order: Iterable[int], done: int) -> int:
    """Return how long the steps wait, each weighed by its worth."""
    passed = total = 0
    for number in order:
        passed += rules.effort[number]
        total += passed * rules.gain(number, done)
        done |= 1 << number
    return total


def _place_for(rules: Rules, number: int, order: Sequence[int], before: int) -> int:
    """Return the place next to those that close the same steps, else after `before`."""
    new = rules.tasks[number]
    partners = [
        place
        for place, other in enumerate(order)
        if rules.tasks[other].is_practice is not new.is_practice
        and not set(rules.tasks[other].closes).isdisjoint(new.closes)
    ]
    if partners:
        return max(partners) + 1 if new.is_practice else min(partners)
    return order.index(before) + 1 if before in order else 0


def polish(
    rules: Rules, order: Iterable[int], begun: Iterable[int] = (), window: int = WINDOW
) -> list[int]:
    """Bring every run of a few neighbours into its best order, from first to last."""
    order, done, half = list(order), _join(begun, rules.before), window // 2
    for start in range(0, max(1, len(order) - half), half):
        run = slice(start, start + window)
        order[run] = _best_order(rules, order[run], done)
        done = _join(order[start : start + half], done)
    return order


def tails_first(rules: Rules, order: Iterable[int]) -> tuple[int, ...]:
    """Return the tasks with the most hours of practice after them first.

    The longest tail first gives the earliest end of all (J. R. Jackson, 1955).
    """
    return tuple(sorted(order, key=lambda number: -rules.work_after(number)))


def _chains(rules: Rules, begun: Sequence[int]) -> list[int]:
    """Return what is not begun, the chain with the most worth per hour first.

    A chain is all that is left to do for a step: also for the steps below it, and what
    its practices ask for besides.  Only looking at single tasks would put a long book
    off for ever, however much the short practice after it were worth.
    """
    order: list[int] = []
    done = _join(begun, rules.before)
    touching = {step: rules.touching(step) for step in rules.worth}
    chains: dict[Step, tuple[float, list[int]]] = {}
    changed = tuple(touching)
    while True:
        for step in changed:
            chain = _in_turn(rules, rules.needed(step, done), done)
            chains[step] = _rate(rules, chain, done), chain
        _, best = max(chains.values(), key=lambda rated: rated[0], default=(0.0, []))
        if not best:
            break
        order += best
        done = _join(best, done)
        changed = tuple(s for s, tasks in touching.items() if tasks & _join(best, 0))
    rest = (1 << len(rules.tasks)) - 1 & ~done
    return order + _in_turn(rules, rest, done)


def _rate(rules: Rules, chain: Iterable[int], done: int) -> float:
    """Return the worth of the steps that a chain closes, for its effort."""
    worth = effort = 0
    for number in chain:
        worth += rules.gain(number, done)
        effort += rules.effort[number]
        done |= 1 << number
    return worth / effort if effort else 0.0


def _in_turn(rules: Rules, some: int, done: int) -> list[int]:
    """Return some tasks so that each may begin after the ones before it.

    What was learnt is applied soon, and lower steps come first.  What waits for other
    tasks than these is left out.
    """

    def urgency(number: int) -> tuple[bool, int]:
        task = rules.tasks[number]
        return not task.is_practice, min((s.level for s in task.closes), default=0)

    waiting, order = sorted(numbers(some), key=urgency), list[int]()
    while waiting:
        able = (number for number in waiting if rules.may_begin(number, done))
        number = next(able, None)
        if number is None:
            break
        waiting.remove(number)
        order.append(number)
        done |= 1 << number
    return order


def _best_order(rules: Rules, run: list[int], done: int) -> list[int]:
    """Return the best order of a few tasks; it stays if no other one is better.

    The best way to finish a set of tasks is the best way to finish all but one of them,
    and then that one; so it is enough to know the best way to each set (M. Held and
    R. M. Karp, 1962).  What is gained early counts less the more is still to come, so
    each task adds its hours, times what was gained before it, to the credit.
    """
    best: dict[int, tuple[int, int, list[int]]] = {done: (0, 0, [])}
    for _ in run:
        longer: dict[int, tuple[int, int, list[int]]] = {}
        for finished, (credit, gained, way) in best.items():
            for number in run:
                after = finished | 1 << number
                if after == finished or not rules.may_begin(number, finished):
                    continue
                earned = credit + rules.effort[number] * gained
                if after not in longer or earned > longer[after][0]:
                    gain = gained + rules.gain(number, finished)
                    longer[after] = earned, gain, [*way, number]
        best = longer
    ((_, _, order),) = best.values()
    return order if delay(rules, order, done) < delay(rules, run, done) else run


def _join(order: Iterable[int], done: int) -> int:
    """Return a set of finished tasks with more of them."""
    for number in order:
        done |= 1 << number
    return done
