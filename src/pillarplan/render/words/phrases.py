"""How steps, titles and options are spoken of in sentences."""

from collections.abc import Iterable, Sequence

from pillarplan.domain.facts.parts import Options, SkillSteps, Titled
from pillarplan.domain.knowledge.constraint import Constraint
from pillarplan.domain.plan.gap import WEIGHTS, Gap, StrongSkill
from pillarplan.domain.text import join_words

FEW = 3
"""More runs of steps, or titles, than these are counted and not listed."""


def say_steps(steps: Sequence[SkillSteps]) -> str:
    """Return steps as ``Negotiation 1 to 2 and Pricing 2 to 4``."""
    return join_words([f"{run.name} {run.start} to {run.end}" for run in steps])


def say_few_steps(steps: Sequence[SkillSteps]) -> str:
    """Return steps by their names, or how many there are if nobody would read on."""
    if len(steps) > FEW:
        return f"{sum(run.number for run in steps)} steps"
    return say_steps(steps)


def say_strength(strength: StrongSkill) -> str:
    """Return a strength with what others may get from it."""
    words = f"{strength.name} ({strength.level}): mentor somebody in it"
    return f"{words}; or {strength.title}" if strength.title else words


NUMBERS = (
    *("no", "one", "two", "three", "four", "five"),
    *("six", "seven", "eight", "nine", "ten", "eleven"),
)
"""As many as there can be of levels, in words."""


HELD_BACK = {Constraint.MAY_NOT: "may not yet", Constraint.NO_TIME: "have no time"}
"""What somebody said holds them back, behind ``I`` or ``you``."""


def say_held_back(gaps: Iterable[Gap]) -> list[str]:
    """Return the skills with what holds the person back, in a few words each."""
    return [
        f"{gap.name} ({HELD_BACK[gap.constraint]})"
        for gap in gaps
        if gap.constraint is not None and gap.size
    ]


MATTERS = {1: "matters little", 2: "matters as usual", 3: "matters much"}
"""What somebody said of a skill's importance, from 1 to 3."""


def say_priority(priority: int, importance: int, gap: int) -> str:
    """Return a priority with what it comes from.

    A plan of an earlier version counted the importance itself; it says no product.
    """
    weight = WEIGHTS.get(importance)
    if weight is None or priority != weight * gap:
        return f"Priority {priority}"
    return f"Priority {priority} ({MATTERS[importance]}: {weight} x gap {gap})"


def say_titles(items: Sequence[Titled]) -> str:
    """Return the titles of items, each in quotes."""
    return join_words([_quoted(item) for item in items])


def say_few_titles(items: Sequence[Titled]) -> str:
    """Return titles in quotes; of many, the first ones and how many others."""
    titles = [_quoted(item) for item in items]
    if len(titles) > FEW:
        titles[FEW - 1 :] = [f"{len(titles) - FEW + 1} others"]
    return join_words(titles)


def say_options(options: Options) -> str:
    """Return options as one would type them: ``--skill pricing --skill writing``."""
    return " ".join(f"{option.name} {option.value}" for option in options)


def say_limits(limits: Options) -> str:
    """Return limits as a list in a sentence: ``--budget 50 and --only free``."""
    return join_words([say_options((limit,)) for limit in limits])


def plan_command(options: Options) -> str:
    """Return the command line that plans with some options."""
    return f"pillarplan plan {say_options(options)}"


def _quoted(item: Titled) -> str:
    return f"'{item.title}'"
