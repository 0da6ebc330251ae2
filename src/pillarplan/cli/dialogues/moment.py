"""The moment of a practice: asked once, at adoption or when another one ends."""

from pillarplan.cli.dialogues.asking import Asking
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.domain.person.cue import Cue
from pillarplan.domain.plan.roadmap import PlannedItem
from pillarplan.domain.text import on_day
from pillarplan.services.habit.cues import practice_to_ask, set_cues
from pillarplan.services.planning.adopting import Proposal, adopt

WHEN = "When exactly? After which event of your week?"


def adopt_and_ask(
    here: Surroundings, proposal: Proposal, *, quiet: bool = False
) -> PlannedItem | None:
    """Adopt a plan; return the practice whose moment is to be asked, if any is.

    Nobody is asked without a terminal or who wants it `quiet`, and nobody twice about
    the same practice.
    """
    practice = None
    if here.interactive and not quiet:
        profile = here.workspace.profile()
        practice = practice_to_ask(profile, proposal.roadmap.items)
    adopt(here.workspace, proposal, practice)
    return practice


def ask_for_first_moment(here: Surroundings, practice: PlannedItem | None) -> None:
    """Ask what could stop somebody, and when they will do a practice; keep it."""
    if practice is None:
        return
    asking = Asking(here)
    day = on_day(practice.starts_on, year=False)
    asking.tell(f"\nFirst at work, from {day}: {practice.title}. Enter passes.")
    obstacle = asking.ask("What could stop you?", long=True)
    when = asking.ask(WHEN, long=True)
    if when:
        cue = Cue(when=when, obstacle=obstacle)
        set_cues(here.workspace, {practice.id: cue})
        asking.tell("It stands in `pillarplan next` on the days of the practice.")
    elif obstacle:
        asking.tell(
            "Without a moment nothing is kept. Any time: pillarplan plan --when "
            f"'{practice.id}=after the Thursday call | what could stop you'"
        )


def ask_for_moment(asking: Asking, title: str, then: str) -> Cue | None:
    """Ask when somebody will do what they said of the next time; None if never."""
    asking.tell(f"A chance for that: {title}.")
    when = asking.ask(WHEN, long=True)
    return Cue(when=when, then=then) if when else None
