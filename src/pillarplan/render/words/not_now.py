"""The words for what a plan leaves for later."""

from pillarplan.domain.facts.not_now import (
    AtTarget,
    DoesNotApply,
    HoursDoNotSuit,
    Lacking,
    NeedsDesk,
    NoEntry,
    NotRated,
    OutsideFocus,
    TooFewHours,
    TooLittleMoney,
    TooSoon,
)
from pillarplan.domain.text import in_hours, join_words, say_day
from pillarplan.render.words.phrases import say_priority, say_steps


def say_does_not_apply(_: DoesNotApply) -> str:
    """Return that a skill does not apply to the person's work."""
    return "You said that it does not apply to your work."


def say_not_rated(fact: NotRated) -> str:
    """Return how to rate a skill."""
    return f"It is not rated yet. Try: pillarplan assess --skill {fact.skill}"


def say_at_target(fact: AtTarget) -> str:
    """Return that a skill has no gap."""
    return say_where(fact.level, fact.target, fact.role_target)


def say_where(level: int, target: int, role_target: int | None) -> str:
    """Return where somebody stands in a rated skill, and what their target is."""
    at = f"You are at level {level}"
    if role_target is None:
        return f"{at}; the target is {target}."
    own = f"your own target is {target}"
    return f"{at}; {own}, and the role asks for {role_target}."


def say_outside_focus(fact: OutsideFocus) -> str:
    """Return the priority of a skill beside that of those in focus."""
    numbers = say_priority(fact.priority, fact.importance, fact.gap)
    if fact.chosen:
        return f"{numbers}; you chose other skills."
    if fact.begun:
        return f"{numbers}; what is begun is finished first."
    if fact.follow:
        return f"{numbers}; {fact.focus + fact.follow} others come first."
    if fact.focus == 1:
        return f"{numbers}; the one in focus has {fact.least}."
    return f"{numbers}; the {fact.focus} in focus have {fact.least} or more."


def say_no_entry(fact: NoEntry) -> str:
    """Return for which steps there is nothing to learn from, or nothing to do."""
    lacking = join_words([_say_lacking(each) for each in fact.lacking], "or")
    return f"{say_steps(fact.steps)} has no {lacking} within your limits."


def _say_lacking(lacking: Lacking) -> str:
    return f"{lacking.sort} from {lacking.start} to {lacking.end}"


def say_too_little_money(fact: TooLittleMoney) -> str:
    """Return how much money is missing."""
    needs = f"{fact.missing:g} USD more than is left of the budget"
    return f"{say_steps(fact.steps)} needs {needs}."


def say_needs_desk(fact: NeedsDesk) -> str:
    """Return that the hours that are left are of no use."""
    left = f"the {in_hours(fact.left)} until {say_day(fact.until)}"
    return f"{say_steps(fact.steps)} needs a desk; {left} are for listening."


def say_too_soon(fact: TooSoon) -> str:
    """Return from which day on steps could be one's own."""
    needs = f"needs time to settle: not before {say_day(fact.earliest)}"
    return f"{say_steps(fact.steps)} {needs}."


def say_too_few_hours(fact: TooFewHours) -> str:
    """Return how many hours are missing."""
    until = say_day(fact.until)
    needs = f"{in_hours(fact.missing)} more than there are until {until}"
    return f"{say_steps(fact.steps)} needs {needs}."


def say_hours_do_not_suit(fact: HoursDoNotSuit) -> str:
    """Return why hours that would be enough do not help."""
    needs = f"{say_steps(fact.steps)} needs {in_hours(fact.needs)}"
    left = f"of the {in_hours(fact.left)} left until {say_day(fact.until)}"
    if fact.needs > fact.left - fact.listening:
        return f"{needs}; {left}, {in_hours(fact.listening)} are for listening."
    return f"{needs}; {left}, too few follow each other."
