"""The words for how another plan differs."""

from pillarplan.domain.facts.about_plans import ChosenAnew, Differs, Swapped
from pillarplan.domain.facts.parts import Difference
from pillarplan.domain.text import join_words
from pillarplan.render.words.phrases import say_few_steps, say_titles


def say_difference(difference: Difference) -> str:
    """Return what the other plan would do: ``leave Writing 1 to 2 open and …``."""
    closes, opens = say_few_steps(difference.closes), say_few_steps(difference.opens)
    parts = []
    if closes:
        parts.append(f"close {closes} {f'instead of {opens}' if opens else 'too'}")
    elif opens:
        parts.append(f"leave {opens} open")
    if difference.hours:
        parts.append(f"take {_more_or_less(difference.hours, 'h')}")
    if difference.money:
        parts.append(f"cost {_more_or_less(difference.money, 'USD')}")
    return join_words(parts) or "be just as good"


def _more_or_less(number: float, unit: str) -> str:
    return f"{abs(number):g} {unit} {'more' if number > 0 else 'less'}"


def say_differs(fact: Differs) -> str:
    """Return what another plan would do."""
    return f"It would {say_difference(fact.difference)}."


def say_swapped(fact: Swapped) -> str:
    """Return what takes the place of an item, and what that costs or saves."""
    title = f"'{fact.item.title}'"
    what = (
        f"{say_titles(fact.comes)} in place of {title}"
        if fact.comes
        else f"Nothing can take the place of {title}"
    )
    others = say_titles(fact.also_goes)
    also = f"; {others} would go too" if others else ""
    return f"{what}{also}. The plan would {say_difference(fact.difference)}."


def say_chosen_anew(fact: ChosenAnew) -> str:
    """Return what is new in the way of choosing, for who had a plan before."""
    stays = " What you have begun stays." if fact.begun else ""
    return (
        "This version chooses anew: a plan may take some hours more for what many "
        "recommend (--depth lean: the shortest way), a practice takes its weeks, and "
        "when a skill is closed the next is taken up (--once: none)." + stays
    )
