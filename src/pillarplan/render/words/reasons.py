"""The words for why an item stands in a plan."""

from pillarplan.domain.facts.reasons import ClosesSteps, OnlyPinned, StandsIn
from pillarplan.domain.text import in_hours, join_words
from pillarplan.render.words.phrases import say_steps, say_titles


def say_closes(fact: ClosesSteps) -> str:
    """Return what an item closes, with what, and out of how many it was chosen."""
    return f"{_closes(fact)}; {_why_this_one(fact)}."


def say_stands_in(fact: StandsIn) -> str:
    """Return what a bare step closes, and why it is one."""
    sort = "practice" if fact.is_practice else "resource"
    begun = fact.hours_left is not None and f"; {_begun(fact.hours_left)}"
    return f"{_closes(fact)}; the knowledge base has no {sort} for it{begun or ''}."


def _closes(fact: ClosesSteps | StandsIn) -> str:
    titles = say_titles(fact.together_with)
    together = f", together with {titles}" if titles else ""
    return f"Closes {say_steps(fact.steps)}{together}"


def _begun(hours_left: float) -> str:
    return f"you have begun it, {in_hours(hours_left)} are left"


def _why_this_one(fact: ClosesSteps) -> str:
    if fact.pinned:
        return "you pinned it"
    if fact.hours_left is not None:
        return _begun(fact.hours_left)
    if fact.rivals == 1:
        rank = f"the only {'practice' if fact.is_practice else 'resource'} that does"
    else:
        rank = f"{_length(fact)} of {fact.rivals} that do{_praise(fact)}"
    skills = len({run.skill for run in fact.steps})
    return f"{rank}, and it serves {skills} skills at once" if skills > 1 else rank


def _length(fact: ClosesSteps) -> str:
    if fact.is_shortest:
        return "the shortest"
    return f"{in_hours(fact.more_hours)} more than the shortest"


def _praise(fact: ClosesSteps) -> str:
    """Return what speaks for a resource; nothing for a practice."""
    number = fact.recommenders
    names = (
        ["one list"] if number == 1 else [f"{number} lists and guests"] * bool(number)
    )
    names += ["the article"] * fact.by_article
    if not names:
        return ", and better suited" if fact.is_best and not fact.is_shortest else ""
    who, verb = join_words(names), "names" if number + fact.by_article == 1 else "name"
    return f", and {who} {verb} it" if fact.is_shortest else f", for what {who} {verb}"


def say_only_pinned(_: OnlyPinned) -> str:
    """Return that the person wants an item that closes nothing."""
    return "You pinned it."
