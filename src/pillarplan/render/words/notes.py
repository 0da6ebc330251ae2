"""The words for what a person should know about a plan."""

from pillarplan.domain.facts.notes import (
    DepthInVain,
    HoldsEveryGap,
    MeetingsTake,
    NoEntries,
    NoReserve,
    NothingCloses,
    OnlyListeningLeft,
    PinnedInVain,
    Shortage,
    SkillsFitToo,
    SpendsMoney,
    StepsFitToo,
    TimeRanOut,
    TooLight,
)
from pillarplan.domain.text import counted, in_hours, join_words, say_day
from pillarplan.render.words.phrases import (
    plan_command,
    say_few_steps,
    say_limits,
    say_options,
    say_steps,
)


def say_shortage(fact: Shortage) -> str:
    """Return what all that is wanted of the skills in hand takes, and what there is."""
    return (
        f"Closing {_what(fact)} in hand takes {in_hours(fact.needs)}; {_days(fact)} "
        f"you have {in_hours(fact.free)}{_but(fact)}."
    )


def _what(fact: Shortage) -> str:
    if fact.closable < fact.wanted:
        return f"{fact.closable} of {counted(fact.wanted, 'step')}"
    few = {1: "the one step", 2: "both steps"}
    return few.get(fact.wanted, f"all {fact.wanted} steps")


def _but(fact: Shortage) -> str:
    """Say why the hours do not help, although there may be enough of them."""
    if fact.listening and fact.needs > fact.free - fact.listening:
        is_all = fact.listening == fact.free
        heard = "all" if is_all else in_hours(fact.listening)
        return f", {heard} of it for listening"
    if fact.needs <= fact.free and fact.too_soon:
        return ", but what is new needs weeks to settle"
    if fact.needs <= fact.free:
        return ", but not in pieces that are long enough"
    return ""


def _days(fact: Shortage) -> str:
    """Say between which days there may be sessions."""
    if not fact.kept_free:
        return f"from {say_day(fact.first)} to {say_day(fact.until)}"
    kept = f"the {counted(fact.kept_free, 'day')} that you keep free"
    if fact.last < fact.first:
        return f"before {kept} up to {say_day(fact.until)}"
    return f"from {say_day(fact.first)} to {say_day(fact.last)}, before {kept},"


def say_depth_in_vain(fact: DepthInVain) -> str:
    """Return that depth matters little, and what would let it."""
    left = f"{in_hours(fact.hours)} of your time are" if fact.hours else "No hours are"
    return (
        f"{left} left for longer books, so depth changes little. What fewer skills at "
        f"once would give: {plan_command(fact.options)}"
    )


def say_nothing_closes(fact: NothingCloses) -> str:
    """Return which steps stay open whatever time there is."""
    steps = say_few_steps(fact.steps)
    if limits := say_limits(fact.limits):
        return f"Within {limits} nothing closes {steps}, however much time there is."
    return f"The knowledge base offers nothing more that closes {steps}."


def say_no_entries(fact: NoEntries) -> str:
    """Return for which steps one has to look for a source, or a task, oneself."""
    return (
        f"For {say_few_steps(fact.steps)} the knowledge base lacks a resource or a "
        "practice; there the plan says what to look for, or to show. What you know of "
        'you can add: pillarplan add book "Title" --skill SKILL'
    )


def say_time_ran_out(_: TimeRanOut) -> str:
    """Return that the plan may not be the best."""
    return "Time ran out while choosing; a better plan may exist."


def say_too_light(fact: TooLight) -> str:
    """Return which days have too little time, and what would use it."""
    return (
        f"From {say_day(fact.first)} to {say_day(fact.last)} a day has "
        f"{in_hours(fact.hours)} at most, too little for a session; "
        f"{say_options(fact.options)} would use it."
    )


def say_meetings_take(fact: MeetingsTake) -> str:
    """Return how many of the stated hours meetings leave no gap for."""
    return (
        f"Meetings take {in_hours(fact.hours)} of the {in_hours(fact.stated)} that you "
        "stated: no gap of the same week is long enough for them."
    )


def say_pinned_in_vain(fact: PinnedInVain) -> str:
    """Return which pins have no effect."""
    pins = join_words(fact.items)
    return f"Pinned in vain: {pins}. Dropped, or for no gap of yours."


def say_no_reserve(fact: NoReserve) -> str:
    """Return that the plan is tight, and how to make room."""
    return (
        f"The plan ends on {say_day(fact.ends_on)}; one missed week would break it. "
        f"To keep the last week free: {plan_command(fact.options)}"
    )


def say_holds_every_gap(fact: HoldsEveryGap) -> str:
    """Return that nothing is left that could use the free time."""
    unrated = ""
    if fact.unrated:
        are = "skill is" if fact.unrated == 1 else "skills are"
        unrated = f"; {fact.unrated} {are} not rated yet (pillarplan assess --full)"
    return f"{_free(fact)} It holds every gap that you have{unrated}."


def say_only_listening_left(fact: OnlyListeningLeft) -> str:
    """Return why time to listen stays free."""
    return (
        f"{in_hours(fact.hours)} of listening stay free: what is heard is tried at the "
        "desk, and its hours are used."
    )


def say_skills_fit_too(fact: SkillsFitToo) -> str:
    """Return which other skills would fit whole."""
    fit = "fits" if len(fact.names) == 1 else "fit"
    return (
        f"{_free(fact)} {_with(fact)} {join_words(fact.names)} {fit} {_in_all(fact)}."
    )


def say_steps_fit_too(fact: StepsFitToo) -> str:
    """Return which steps of another skill would fit."""
    return f"{_free(fact)} {_with(fact)} {say_steps(fact.steps)} fits {_in_all(fact)}."


def _free(fact: HoldsEveryGap | SkillsFitToo | StepsFitToo) -> str:
    takes = in_hours(fact.takes) if fact.takes else "none"
    return f"The focus takes {takes} of the {in_hours(fact.free)} you have."


def _with(fact: SkillsFitToo | StepsFitToo) -> str:
    return f"With {say_options(fact.options)}"


def _in_all(fact: SkillsFitToo | StepsFitToo) -> str:
    return f"too ({in_hours(fact.in_all)} in all)"


def say_spends_money(_: SpendsMoney) -> str:
    """Return whom to ask before one pays oneself; the sum stands above the plan."""
    return "Before you pay: ask your company, then the library."
