"""The words for why an item stands in a plan."""

from pillarplan.domain.facts.reasons import ClosesSteps, OnlyPinned
from pillarplan.domain.text import in_hours
from pillarplan.render.words.phrases import say_steps, say_titles


def say_closes(fact: ClosesSteps) -> str:
    """Return what an item closes, with what, and out of how many it was chosen."""
    titles = say_titles(fact.together_with)
    together = f", together with {titles}" if titles else ""
    return f"Closes {say_steps(fact.steps)}{together}; {_why_this_one(fact)}."


def _why_this_one(fact: ClosesSteps) -> str:
    if fact.pinned:
        return "you pinned it"
    if fact.hours_left is not None:
        return f"you have begun it, {in_hours(fact.hours_left)} are left"
    if fact.rivals == 1:
        rank = f"the only {'practice' if fact.is_practice else 'resource'} that does"
    else:
        first = "the shortest" if fact.is_shortest else "one"
        rank = f"{first} of {fact.rivals} that do"
    skills = len({run.skill for run in fact.steps})
    return f"{rank}, and it serves {skills} skills at once" if skills > 1 else rank


def say_only_pinned(_: OnlyPinned) -> str:
    """Return that the person wants an item that closes nothing."""
    return "You pinned it."
