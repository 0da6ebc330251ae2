"""``pillarplan plan``: make or re-make the roadmap."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pillarplan.cli.commands.roadmap import answer_roadmap, draw_roadmap
from pillarplan.cli.dialogues.asking import confirmed
from pillarplan.cli.frame.app import surroundings
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.cli.frame.with_settings import WithSettings
from pillarplan.cli.input import typed
from pillarplan.cli.input.checkin import parse_cues
from pillarplan.cli.input.options.option import read_wishes
from pillarplan.cli.input.options.plan import PLAN_OPTIONS
from pillarplan.cli.input.options.signature import takes
from pillarplan.cli.subcommands import plan_variants as variants
from pillarplan.domain.person.cue import Cue
from pillarplan.domain.reports.since_start import find_since_start
from pillarplan.domain.text import wrapped
from pillarplan.errors import NothingYetError, UsageError

if TYPE_CHECKING:
    from pillarplan.services.planning.adopting import Proposal
    from pillarplan.services.planning.wishes import Wishes

app = typer.Typer(rich_markup_mode=None, add_completion=False)

LATER = "No plan was made. Any time later: pillarplan plan"

ADOPTED = "\nThis is now your roadmap. What is next: pillarplan next"


@app.command(cls=WithSettings)
@takes(PLAN_OPTIONS)
def plan(
    ctx: typer.Context,
    what_if: variants.WhatIfOption = None,
    alternatives: variants.AlternativesOption = None,
    take: variants.TakeOption = None,
    swap: variants.SwapOption = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show the plan; change nothing.")
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Adopt the plan without asking.")
    ] = False,
    tune: Annotated[
        bool,
        typer.Option(
            "--tune", help="Turn hours, focus, last day, depth, budget; watch."
        ),
    ] = False,
    when: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ITEM=MOMENT",
            help="Say when you mean to do an item; none takes it back.",
            **typed.ITEM_VALUE,
        ),
    ] = None,
    **stated: Any,
) -> None:
    """Make the best dated plan that fits your hours, or make it again.

    What you do not say stays as in the plan that you have. On a terminal, without
    options, hours, focus, last day, depth and budget are turned with the arrow keys,
    and the plan follows.

    \b
    Examples:
      pillarplan plan
      pillarplan plan --tune --hours 4
      pillarplan plan --hours 4 --until 2027-05-31
      pillarplan plan --role director --focus 2 --only free
      pillarplan plan --depth deep --once
      pillarplan plan --skill negotiation --skill pricing --budget 100
      pillarplan plan --hours mon=0.5,sat=2 --breaks 2026-12-20..2027-01-03
      pillarplan plan --hours 3 --shortest 1 --longest 1.5
      pillarplan plan --hours 3 --at 07:30 --zone Europe/Berlin
      pillarplan plan --holidays US-CA
      pillarplan plan --busy ~/calendars --at 09:00-17:00 --fill 80%
      pillarplan plan --drop getting-to-yes="I know it by heart"
      pillarplan plan --until 2027-05-31 --buffer 14
      pillarplan plan --dry-run
      pillarplan plan --what-if hours=2,4,6 --what-if until=2027-03-31
      pillarplan plan --what-if depth=lean,deep --what-if focus=2,5
      pillarplan plan --alternatives 3 --take 2
      pillarplan plan --swap getting-to-yes
      pillarplan plan --when decline-a-feature-well="after the Thursday call"

    A moment alone changes no date; `next`, reminders and calendars show it on the days
    of the item. After | may stand what could stop you, after another what you do then.
    """
    # Imported here, since help needs no planner.
    from pillarplan.services.planning.wishes import Wishes

    here = surroundings(ctx)
    beside = {"--dry-run": dry_run, "--yes": yes, "--when": bool(when)}
    alone = {"--tune": tune} | {name: tune and on for name, on in beside.items()}
    variants.check_variants(what_if, alternatives, take, swap, alone)
    wishes = Wishes(**read_wishes(PLAN_OPTIONS, stated))
    cues = parse_cues(when or [], "--when")
    said = _typed(ctx)
    if said == {"when"}:
        _tell_cues(here, cues)
    elif tune or (here.interactive and here.on_screen and not said):
        _tune(here, wishes)
    elif what_if:
        variants.show_what_if(here, wishes, what_if)
    elif alternatives and take is None:
        variants.show_alternatives(here, wishes, alternatives)
    else:
        proposal = _propose(here, wishes, alternatives, take, swap)
        show_plan(here, proposal, cues, dry_run=dry_run, yes=yes)


def _typed(ctx: typer.Context) -> set[str]:
    """Return the names of the options that were typed."""
    sources = {name: ctx.get_parameter_source(name) for name in ctx.params}
    return {name for name, each in sources.items() if each and each.name == typed.TYPED}


def _tell_cues(here: Surroundings, cues: Mapping[str, Cue | None]) -> None:
    """Record moments, and say them again."""
    from pillarplan.services.habit.cues import set_cues

    kept = set_cues(here.workspace, cues)
    if here.json:
        here.answer("cues", kept)
        return
    for item, cue in cues.items():
        here.say(f"{item}: {cue.when if cue else 'no moment any more'}.")
    here.say("It stands in `pillarplan next` on the days of the item.")


def _tune(here: Surroundings, wishes: "Wishes") -> None:
    from pillarplan.cli.dialogues.moment import adopt_and_ask, ask_for_first_moment
    from pillarplan.cli.dialogues.planning import tune_plan
    from pillarplan.render.words.phrases import plan_command
    from pillarplan.services.planning.tuning import Tuning

    if not here.interactive and (here.json or not here.reads_answers):
        raise UsageError(
            "--tune needs a terminal. Without one use --hours, --until and the other "
            "options, or --plain to answer line by line on standard input."
        )
    tuning = Tuning(here.workspace, wishes)
    proposal = tune_plan(here, tuning, partial(_draw, here))
    if proposal is None:
        has_plan = here.workspace.profile().roadmap is not None
        here.tell("Nothing was changed." if has_plan else LATER)
    elif not proposal.is_new:
        here.tell("\nThat is your roadmap already.")
    else:
        practice = adopt_and_ask(here, proposal)
        here.tell(ADOPTED)
        ask_for_first_moment(here, practice)
        if options := tuning.options:
            here.tell(f"The same by options: {plan_command(options)}")


def _propose(
    here: Surroundings,
    wishes: "Wishes",
    alternatives: int | None,
    take: int | None,
    swap: str | None,
) -> "Proposal":
    from pillarplan.services.planning.proposing import propose

    if take or swap:
        return variants.propose_variant(here, wishes, alternatives, take, swap)
    return propose(here.workspace, wishes)


def show_plan(
    here: Surroundings,
    proposal: "Proposal",
    cues: Mapping[str, Cue | None],
    *,
    dry_run: bool,
    yes: bool,
) -> None:
    """Show a proposed plan and, unless the person says no, adopt it.

    Moments that are said with it are kept; else that of its first practice is asked.
    """
    from pillarplan.cli.dialogues.moment import adopt_and_ask, ask_for_first_moment
    from pillarplan.services.habit.cues import set_cues

    practice, quiet = None, yes or bool(cues)
    wanted = bool(proposal.roadmap.items) and not dry_run and proposal.is_new
    asks = wanted and not yes and _may_ask(here, proposal)
    if wanted and not asks:  # first, since who reads the answer may go at any line
        practice = adopt_and_ask(here, proposal, quiet=quiet)
    if not here.json:
        _draw(here, proposal)
    if asks and (wanted := _is_agreed(here)):
        practice = adopt_and_ask(here, proposal, quiet=quiet)
    if not proposal.roadmap.items:
        _tell_why_empty(here, proposal)
    elif wanted and not here.json:
        here.tell(ADOPTED)
        ask_for_first_moment(here, practice)
    if cues and not dry_run:
        set_cues(here.workspace, cues)
    if here.json:
        answer_roadmap(here, proposal.roadmap, proposal.profile)
    if not proposal.roadmap.items:
        raise typer.Exit(NothingYetError.exit_code)


def _draw(here: Surroundings, proposal: "Proposal") -> None:
    from pillarplan.render.terminal.plan.comparison import comparison_view

    profile = proposal.profile
    draw_roadmap(here, proposal.roadmap, profile, find_since_start(profile))
    if proposal.changes is not None and proposal.roadmap.items:
        here.draw(comparison_view(proposal.changes, here.look))
    if proposal.remark:
        here.draw(f"\n{proposal.remark}")


def _tell_why_empty(here: Surroundings, proposal: "Proposal") -> None:
    from pillarplan.render.words.say import say
    from pillarplan.services.planning.emptiness import why_empty

    words = say(why_empty(here.workspace, proposal))
    lines = (wrapped(line, here.width) for line in words.split("\n"))
    here.tell("\n" + "\n".join(lines))


def _may_ask(here: Surroundings, proposal: "Proposal") -> bool:
    """Say whether an adopted plan changes and somebody is there to answer."""
    changes = proposal.changes
    return here.interactive and changes is not None and not changes.is_empty


def _is_agreed(here: Surroundings) -> bool:
    if confirmed("\nAdopt this plan?"):
        return True
    here.tell("Nothing was changed.")
    return False
