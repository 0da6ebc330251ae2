"""The words for why a plan holds nothing to do, with the next step."""

from pillarplan.domain.facts.empty import (
    ChosenAtTarget,
    ChosenNotRated,
    NoGap,
    NothingFits,
)
from pillarplan.domain.text import counted, join_words, on_day
from pillarplan.render.words.phrases import plan_command


def say_nothing_fits(fact: NothingFits) -> str:
    """Return that there is no room, and how to use the days that are kept free."""
    options = fact.options
    more = f"\nTo use the last days too: {plan_command(options)}" if options else ""
    return f"Nothing fits, so nothing was changed. What helps stands above.{more}"


def say_chosen_not_rated(fact: ChosenNotRated) -> str:
    """Return how to rate what was chosen."""
    return (
        "What you chose is not rated yet, so nothing was changed. Start with:\n"
        f"pillarplan assess --skill {fact.skill}"
    )


def say_chosen_at_target(fact: ChosenAtTarget) -> str:
    """Return how to go on with other skills."""
    return (
        "The skills that you chose are where you want them, so nothing was changed.\n"
        f"Go on with the widest gaps: {plan_command(fact.options)}"
    )


def say_no_gap(fact: NoGap) -> str:
    """Return that the aim is reached, and what may come after it."""
    reached = (
        "You are where you want to be: no rated skill has a gap. Keep "
        f"{join_words(fact.warm)} warm by using them."
        if fact.warm
        else "Nothing that you rated applies to your work, so there is no gap."
    )
    more = counted(fact.unrated, "skill")
    parts = [reached]
    if fact.unrated:
        parts.append(f"Not rated yet: {more} (pillarplan assess --full).")
    if fact.wider:
        parts.append(f"A wider role: {plan_command((fact.wider,))}.")
    parts.append(f"Rate again from {on_day(fact.rate_on)} on.")
    return " ".join(parts)
