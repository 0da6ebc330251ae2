"""The interview from its first question to the offer of a plan."""

from collections.abc import Callable, Sequence

from pillarplan.cli.dialogues.asking import Asking, answered, confirmed
from pillarplan.cli.dialogues.first_plan import ask_for_first_plan
from pillarplan.cli.dialogues.interview_lines import interview_in_lines
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.domain.knowledge.constraint import TALKS, Constraint
from pillarplan.domain.person.rating import MYSELF, Rater
from pillarplan.errors import NothingYetError, UsageError
from pillarplan.render.words.welcome import welcome
from pillarplan.services.rating.aiming import gap_to_ask, set_constraints
from pillarplan.services.rating.interviewing import Interview
from pillarplan.services.rating.stating import record_ratings

MANY = 5
"""Fewer questions than these need no word before them."""

BARRIER = (
    "\n{name} matters much to you, and there is a gap. What is it: 1 you cannot do it "
    "yet, 2 you may not, 3 you have no time? (Enter: 1)"
)
BARRIERS = {"1": None, "2": Constraint.MAY_NOT, "3": Constraint.NO_TIME}

RunCommand = Callable[..., None]
"""Runs another command of the program as if it were typed: its name, its words."""


def hold_interview(here: Surroundings, interview: Interview, *, resumed: bool) -> None:
    """Ask all questions, on the screen or line by line.

    Raises NothingYetError if the person stops before the end.
    """
    if resumed and not interview.is_fresh:
        here.tell("Going on where you stopped; --anew starts over.")
    if interview.rater != MYSELF:
        here.tell(_welcome(interview.rater))
    greeting = _greeting(here, interview) if interview.is_fresh else ()
    try:
        finished = _front_end(here)(interview, here, greeting)
    except KeyboardInterrupt:
        here.tell("\nStopped. Your answers are saved; go on with: pillarplan assess")
        raise
    if not finished:
        raise NothingYetError("Saved. Go on any time with: pillarplan assess")


def _greeting(here: Surroundings, interview: Interview) -> Sequence[str]:
    """Return what to say of a longer interview of one's own before it begins."""
    if interview.rater != MYSELF or interview.total < MANY:
        return ()
    asks_role = here.interactive and here.workspace.profile().role is None
    levels = len(here.workspace.knowledge.scale().levels)
    return tuple(welcome(interview.total, levels, asks_role=asks_role))


def _front_end(
    here: Surroundings,
) -> Callable[[Interview, Surroundings, Sequence[str]], bool]:
    if here.plain or not (here.interactive and here.on_screen):
        return interview_in_lines
    # Imported here, since drawing takes a toolkit that nothing else needs.
    from pillarplan.cli.dialogues.interview_screen import interview_on_screen

    return interview_on_screen


def _welcome(rater: Rater) -> str:
    return (
        f"Hello {rater.name}. Where a level says I, read the name of the person whom "
        "you rate."
    )


def tell_outcome(
    here: Surroundings, rater: Rater, draw_feedback: Callable[[Surroundings], None]
) -> None:
    """Show what the round brought; of somebody else's round how views differ."""
    here.tell("")
    draw = draw_round if rater == MYSELF else draw_feedback
    draw(here)


def draw_round(here: Surroundings) -> None:
    """Print changes, strengths and the widest gaps."""
    from pillarplan.render.terminal.round_report import round_view
    from pillarplan.services.rating.round_report import report_round

    outcome = report_round(here.workspace)
    if here.json:
        here.answer("round", outcome)
    else:
        top = here.workspace.knowledge.scale().top
        here.draw(round_view(outcome, top, here.look))


def ask_for_role(here: Surroundings) -> None:
    """Ask which role the person grows into, if they never said so."""
    if not here.interactive or here.workspace.profile().role is not None:
        return
    knowledge = here.workspace.knowledge
    roles = knowledge.roles()
    levels_only = all(role.everywhere for role in roles)
    asked = "level do you aim at" if levels_only else "role do you want to grow into"
    here.tell(f"\nWhich {asked}?")
    for number, role in enumerate(roles, 1):
        here.tell(f"  {number} {role.name}")
    usual = [role.id for role in roles].index(knowledge.default_role()) + 1
    number = 0
    while not 1 <= number <= len(roles):
        text = answered(f"Number [{usual}]: ") or str(usual)
        number = int(text) if text.isdecimal() else 0
    record_ratings(here.workspace, (), roles[number - 1].id)


def offer_plan(here: Surroundings, run: RunCommand) -> None:
    """Offer to make the plan, where somebody is there to answer."""
    if not here.interactive:
        here.tell("\nNow make it a plan: pillarplan plan --hours 3")
        return
    _ask_for_constraint(here)
    if here.workspace.profile().roadmap is not None:
        if confirmed("\nMake the plan again with these levels?"):
            run("plan")
        return
    if words := ask_for_first_plan(here):
        run("plan", "--tune", *words)
    else:
        here.tell("Any time later: pillarplan plan --hours 3")


def _ask_for_constraint(here: Surroundings) -> None:
    """Ask of the first gap that matters much whether it is one of skill; once."""
    gap = gap_to_ask(here.workspace)
    if gap is None:
        return
    asking = Asking(here)
    found = asking.read(BARRIER.format(name=gap.name), _barrier)
    constraint = BARRIERS[found or "1"]
    if asking.ended:
        return
    set_constraints(here.workspace, {gap.skill: constraint})
    if constraint and (talk := here.workspace.knowledge.item(TALKS[constraint])):
        asking.tell(f"Then no book comes first, but a talk: {talk.title}.")


def _barrier(text: str) -> str:
    if text not in BARRIERS:
        raise UsageError("Please answer 1, 2 or 3.")
    return text
