"""The words for why a plan holds nothing to do, with the next step."""

from pillarplan.domain.facts.empty import (
    ChosenAtTarget,
    ChosenNotRated,
    NoGap,
    NothingFits,
)
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


def say_no_gap(_: NoGap) -> str:
    """Return what to do where there is no gap."""
    return (
        "No rated skill has a gap, so nothing was changed. Rate more skills "
        "(pillarplan assess --full)\nor aim at another role (pillarplan kb list "
        "--roles)."
    )
