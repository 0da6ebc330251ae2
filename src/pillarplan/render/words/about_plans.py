"""The words for where a skill stands, and for what limits a whole plan."""

from collections.abc import Mapping

from pillarplan.domain.facts.about_plans import (
    Bound,
    ClosesAll,
    EndsSooner,
    Gained,
    KeptBack,
    NothingLeft,
    WouldClose,
)
from pillarplan.domain.facts.about_skills import (
    HeldBack,
    InFocus,
    OthersFirst,
    PlanCloses,
    Standing,
    TakenUp,
    TieBreak,
    WiderFocus,
)
from pillarplan.domain.text import in_hours, join_words, say_day
from pillarplan.render.words.not_now import say_where
from pillarplan.render.words.phrases import (
    HELD_BACK,
    say_few_steps,
    say_limits,
    say_options,
    say_priority,
    say_steps,
)


def say_standing(fact: Standing) -> str:
    """Return level, target and priority of a skill."""
    return (
        f"{say_where(fact.level, fact.target, fact.role_target)} "
        f"{say_priority(fact.priority, fact.importance, fact.gap)}, "
        f"number {fact.place} of {fact.of} skills with a gap."
    )


def say_held_back(fact: HeldBack) -> str:
    """Return what holds the person back, and what comes first for that."""
    said = f"You said that you {HELD_BACK[fact.constraint]}: no book changes that."
    return f"{said} First comes: {fact.talk}." if fact.talk else said


def say_in_focus(fact: InFocus) -> str:
    """Return why a skill is in the focus."""
    if fact.chosen:
        return "It is in the focus since you chose it."
    return f"It is in the focus, which takes the first {fact.focus}."


def say_plan_closes(fact: PlanCloses) -> str:
    """Return what the plan closes of a skill."""
    return f"The plan closes {say_steps(fact.steps)}."


def say_taken_up(fact: TakenUp) -> str:
    """Return when a skill is taken up that follows on others."""
    return f"It is taken up when another one is closed, on {say_day(fact.on)}."


def say_others_first(fact: OthersFirst) -> str:
    """Return why a skill is outside the focus."""
    if fact.chosen:
        return "It is outside the focus, since you chose other skills."
    tie = f"; between equals, {TIES[fact.tie_break]}" if fact.tie_break else ""
    if fact.focus == 1:
        whose = f"whose one skill has priority {fact.least}"
    else:
        whose = f"whose {fact.focus} skills have priority {fact.least} or more"
    return f"It is outside the focus, {whose}{tie}."


TIES: Mapping[TieBreak, str] = {
    "importance": "what matters more comes first",
    "core": "core skills come first",
    "role": "what your role raises most comes first",
    "turn": "the pillars take turns",
    "order": "the first one listed wins",
}


def say_wider_focus(fact: WiderFocus) -> str:
    """Return what would come of a focus that also holds a skill."""
    options = say_options(fact.options)
    if not fact.closes:
        return f"With {options} it would still find no place in your time."
    more = fact.more_hours
    takes = f" and take {in_hours(more)} more" if more > 0 else ""
    return f"With {options} the plan would close {say_steps(fact.closes)}{takes}."


def say_kept_back(fact: KeptBack) -> str:
    """Return what keeps the plan from closing more."""
    limits = join_words([LIMITING[limit] for limit in fact.limits])
    return f"What keeps the plan from closing more: {limits}."


LIMITING: Mapping[Bound, str] = {
    "hours": "your hours",
    "deadline": "the last day",
    "money": "the budget",
    "formats": "the kinds of resource",
    "languages": "the languages",
    "price": "that all must be free",
}


def say_nothing_left(fact: NothingLeft) -> str:
    """Return which steps nothing closes."""
    limits = say_limits(fact.limits)
    within = f"Within {limits} nothing" if limits else "No entry that is left"
    return f"{within} closes {say_few_steps(fact.steps)}."


def say_closes_all(_: ClosesAll) -> str:
    """Return that nothing limits the plan."""
    return "The plan closes all that is in focus; no limit holds it back."


def say_would_close(fact: WouldClose) -> str:
    """Return what would be closed with more of something."""
    return f"{HAVING[fact.having]} would close {say_few_steps(fact.steps)} too."


HAVING: Mapping[Gained, str] = {
    "hour": "One more hour a week",
    "weeks": "Four more weeks",
    "money": "More money",
    "formats": "Any kind of resource",
    "languages": "Any language",
    "price": "Resources that cost money",
}


def say_ends_sooner(fact: EndsSooner) -> str:
    """Return when the plan would end with one more hour a week."""
    return (
        f"With one more hour a week what is in hand would end on {say_day(fact.on)}, "
        f"not on {say_day(fact.instead_of)}."
    )
