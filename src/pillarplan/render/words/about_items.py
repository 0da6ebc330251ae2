"""The words for why an item is in the plan, or why it is not."""

from pillarplan.domain.facts.about_items import (
    DroppedOn,
    FinishedOn,
    ForLater,
    ForNoGap,
    LeftOutByWish,
    NoLongerKnown,
    NotFree,
    NotInLanguage,
    NotOfKind,
    OpenPrice,
    OtherSkills,
    OtherSteps,
    StartsThen,
    TakeBack,
    TooDear,
    TooLong,
    WithIt,
    WithoutIt,
)
from pillarplan.domain.text import in_hours, join_words, say_day
from pillarplan.render.words.differences import say_difference
from pillarplan.render.words.phrases import (
    plan_command,
    say_few_titles,
    say_steps,
    say_titles,
)


def say_for_later(fact: ForLater) -> str:
    """Return for which skill an item is that comes later, and from when on."""
    return (
        f"It is for {fact.name}, which is taken up on {say_day(fact.on)}, when a skill "
        "in hand is closed."
    )


def say_without_it(fact: WithoutIt) -> str:
    """Return what the plan would be without an item."""
    instead = say_few_titles(fact.comes)
    if fact.named_by is not None:
        instead += f" (named by {fact.named_by or 'no list'})"
    with_others = f" with {instead} in its place" if instead else ""
    would = say_difference(fact.difference)
    sentence = f"Without it, the plan{with_others} would {would}"
    if not fact.difference.is_none:
        return f"{sentence}."
    order = "what you have stays" if fact.adopted else "the first one listed wins"
    return f"{sentence}; between equals, {order}."


def say_with_it(fact: WithIt) -> str:
    """Return what the plan would be with an item that it lacks."""
    goes = say_few_titles(fact.goes)
    in_place = f" in place of {goes}" if goes else ""
    return f"With it{in_place}, the plan would {say_difference(fact.difference)}."


def say_too_dear(fact: TooDear) -> str:
    """Return what an item costs, and what may be spent."""
    return f"It costs up to {fact.costs:g} USD; your budget is {fact.budget:g} USD."


def say_too_long(fact: TooLong) -> str:
    """Return what an item takes, and what there is."""
    takes, until = f"It takes {in_hours(fact.needs)}", say_day(fact.until)
    if fact.needs > fact.free:
        return f"{takes}; until {until} you have {in_hours(fact.free)}."
    return f"{takes}, for which there is no room until {until}."


def say_starts_then(fact: StartsThen) -> str:
    """Return why an item starts on its date."""
    reasons = []
    if fact.builds_on:
        reasons.append(f"it builds on {say_titles(fact.builds_on)}")
    if fact.beside:
        reasons.append(
            f"it takes turns with {say_titles(fact.beside)}, half learnt then"
        )
    if fact.after:
        reasons.append(f"until then the time goes to '{fact.after.title}'")
    why = f": {join_words(reasons)}" if reasons else ", the first day with time for it"
    leaves = " A plan made today would leave it out." if fact.leaves_plan else ""
    over = (
        f" It goes over {fact.weeks} weeks, piece by piece." if fact.weeks > 1 else ""
    )
    return f"It starts on {say_day(fact.on)}{why}.{over}{leaves}"


def say_finished_on(fact: FinishedOn) -> str:
    """Return when an item was done, and what it counts for."""
    finished = f"You finished it on {say_day(fact.on)}"
    if not fact.counts_for:
        return f"{finished}."
    return f"{finished}; the plan counts on it for {say_steps(fact.counts_for)}."


def say_dropped_on(fact: DroppedOn) -> str:
    """Return when and why an item was given up."""
    reason = f": {fact.reason.rstrip('.')}" if fact.reason else ""
    return f"You dropped it on {say_day(fact.on)}{reason}."


def say_left_out(_: LeftOutByWish) -> str:
    """Return that the person wants a plan without an item."""
    return "You left it out of this plan."


def say_take_back(fact: TakeBack) -> str:
    """Return how to have an item in the plan again."""
    return f"To take it back: {plan_command(fact.options)}"


def say_for_no_gap(_: ForNoGap) -> str:
    """Return that an item serves no gap."""
    return "It develops no skill in which you have a gap."


def say_other_skills(fact: OtherSkills) -> str:
    """Return which skills outside the focus an item develops."""
    names = join_words(fact.names)
    return f"It develops {names}, which is outside the focus of this plan."


def say_other_steps(fact: OtherSteps) -> str:
    """Return which steps an item covers, and which the plan is for."""
    covers = say_steps(fact.covers)
    return f"It covers {covers}; the plan is for {say_steps(fact.wanted)}."


def say_not_of_kind(fact: NotOfKind) -> str:
    """Return which kinds the person asked for."""
    asked = join_words(fact.asked, "or")
    return f"Its kind is {fact.format}; you asked for {asked}."


def say_not_in_language(fact: NotInLanguage) -> str:
    """Return which languages the person asked for."""
    asked = join_words(fact.asked, "or")
    return f"Its language is {fact.language}; you asked for {asked}."


def say_not_free(_: NotFree) -> str:
    """Return that the person asked for what is free."""
    return "It costs money; you asked for what is free."


def say_open_price(fact: OpenPrice) -> str:
    """Return that no budget is enough."""
    return f"Nothing limits what it costs; your budget is {fact.budget:g} USD."


def say_no_longer_known(_: NoLongerKnown) -> str:
    """Return that the knowledge base has changed."""
    return "The knowledge base no longer holds it; a new plan goes without."
