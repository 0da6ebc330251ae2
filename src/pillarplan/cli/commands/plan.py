"""``pillarplan plan``: make or re-make the roadmap."""

from typing import Annotated, Literal

import typer

from pillarplan.cli.commands import plan_variants as variants
from pillarplan.cli.commands.roadmap import draw_roadmap
from pillarplan.cli.frame.app import surroundings
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.cli.input import parsing
from pillarplan.cli.input import week as week_options
from pillarplan.cli.input.completion import complete_planned_item, complete_skill
from pillarplan.cli.input.shared import ContextNames, RoleName
from pillarplan.errors import NothingYetError
from pillarplan.render.terminal.comparison import comparison_view
from pillarplan.services.planning.adopting import Proposal, adopt, why_empty
from pillarplan.services.planning.proposing import Wishes, propose

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def plan(
    ctx: typer.Context,
    hours: Annotated[
        str | None,
        typer.Option(
            metavar="HOURS",
            envvar="PILLARPLAN_HOURS",
            help="Desk hours a week: 4, or mon=0.5,sat=2.",
        ),
    ] = None,
    listening: Annotated[
        str | None,
        typer.Option(
            metavar="HOURS",
            envvar="PILLARPLAN_LISTENING",
            help="Hours a week on the way, for what can be listened to.",
        ),
    ] = None,
    breaks: Annotated[
        str | None,
        typer.Option(
            metavar="DAYS",
            envvar="PILLARPLAN_BREAKS",
            help="Days off: 2026-12-20..2027-01-03; with =25% for lighter days.",
        ),
    ] = None,
    holidays: week_options.HolidaysOption = None,
    shortest: week_options.ShortestOption = None,
    longest: week_options.LongestOption = None,
    at: week_options.AtOption = None,
    zone: week_options.ZoneOption = None,
    start: Annotated[
        str | None, typer.Option(metavar="DATE", help="First day; today if not given.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Last day; else in six months.")
    ] = None,
    buffer: week_options.BufferOption = None,
    role: RoleName = None,
    context: ContextNames = None,
    focus: Annotated[
        str | None,
        typer.Option(
            metavar="NUMBER",
            envvar="PILLARPLAN_FOCUS",
            help="How many skills to work on, or all.",
        ),
    ] = None,
    skill: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SKILL", autocompletion=complete_skill, help="Work on this skill."
        ),
    ] = None,
    budget: Annotated[
        str | None,
        typer.Option(
            metavar="AMOUNT",
            envvar="PILLARPLAN_BUDGET",
            help="The most to spend, or any.",
        ),
    ] = None,
    only: Annotated[
        str | None,
        typer.Option(
            envvar="PILLARPLAN_ONLY",
            metavar="free",
            help="free: nothing that costs money.",
        ),
    ] = None,
    format: Annotated[  # noqa: A002  # the name of the option
        str | None,
        typer.Option(
            metavar="KINDS",
            envvar="PILLARPLAN_FORMAT",
            help="Kinds of resource: book,podcast; or any.",
        ),
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(
            metavar="CODES",
            envvar="PILLARPLAN_LANGUAGE",
            help="Languages: en,de; or any.",
        ),
    ] = None,
    pin: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ITEM", autocompletion=complete_planned_item, help="Keep this item."
        ),
    ] = None,
    drop: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ITEM[=REASON]",
            autocompletion=complete_planned_item,
            help="Leave this item out, and say why.",
        ),
    ] = None,
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
) -> None:
    """Make the best dated plan that fits your hours, or make it again.

    What you do not say stays as in the plan that you have.

    \b
    Examples:
      pillarplan plan --hours 4 --until 2027-05-31
      pillarplan plan --role director --focus 2 --only free
      pillarplan plan --skill negotiation --skill pricing --budget 100
      pillarplan plan --hours mon=0.5,sat=2 --breaks 2026-12-20..2027-01-03
      pillarplan plan --hours 3 --shortest 1 --longest 1.5
      pillarplan plan --hours 3 --at 07:30 --zone Europe/Berlin
      pillarplan plan --holidays US-CA
      pillarplan plan --drop getting-to-yes="I know it by heart"
      pillarplan plan --until 2027-05-31 --buffer 14
      pillarplan plan --dry-run
      pillarplan plan --what-if hours=2,4,6 --what-if until=2027-03-31
      pillarplan plan --alternatives 3 --take 2
      pillarplan plan --swap getting-to-yes
    """
    here = surroundings(ctx)
    variants.check_variants(what_if, alternatives, take, swap)
    wishes = Wishes(
        desk=parsing.parse_week(hours, "--hours") if hours else None,
        listening=parsing.parse_week(listening, "--listening") if listening else None,
        breaks=None if breaks is None else parsing.parse_breaks(breaks, "--breaks"),
        holidays=week_options.parse_place(holidays, "--holidays") if holidays else None,
        shortest=(
            week_options.parse_shortest(shortest, "--shortest") if shortest else None
        ),
        longest=week_options.parse_longest(longest, "--longest") if longest else None,
        starts_at=week_options.parse_times(at, "--at") if at else None,
        time_zone=week_options.parse_zone(zone, "--zone") if zone else None,
        starts_on=parsing.parse_date(start, "--start") if start else None,
        until=parsing.parse_date(until, "--until") if until else None,
        buffer_days=week_options.parse_buffer(buffer, "--buffer") if buffer else None,
        role=role,
        contexts=parsing.parse_names(context) if context else None,
        focus=_focus(focus),
        skills=tuple(dict.fromkeys(skill)) if skill else None,
        budget=parsing.parse_money(budget, "--budget") if budget else None,
        only_free=parsing.parse_only_free(only, "--only") if only else None,
        formats=None if format is None else parsing.parse_kinds(format, "--format"),
        languages=(
            None
            if language is None
            else parsing.parse_languages(language, "--language")
        ),
        pinned=tuple(pin or ()),
        dropped=parsing.parse_drops(drop or [], "--drop"),
    )
    if what_if:
        variants.show_what_if(here, wishes, what_if)
    elif alternatives and take is None:
        variants.show_alternatives(here, wishes, alternatives)
    else:
        proposal = (
            variants.propose_variant(here, wishes, alternatives, take, swap)
            if take or swap
            else propose(here.workspace, wishes)
        )
        show_plan(here, proposal, dry_run=dry_run, yes=yes)


def show_plan(
    here: Surroundings, proposal: Proposal, *, dry_run: bool, yes: bool
) -> None:
    """Show a proposed plan and, unless the person says no, adopt it."""
    if not here.json:
        draw_roadmap(here, proposal.roadmap)
        if proposal.changes is not None and proposal.roadmap.items:
            here.draw(comparison_view(proposal.changes, here.look))
        if proposal.remark:
            here.draw(f"\n{proposal.remark}")
    if not proposal.roadmap.items:
        here.tell(f"\n{why_empty(proposal)}")
    elif not dry_run and proposal.is_new and _is_wanted(here, proposal, yes):
        adopt(here.workspace, proposal)
        if not here.json:
            here.tell("\nThis is now your roadmap. What is next: pillarplan next")
    if here.json:
        here.answer("roadmap", proposal.roadmap)
    if not proposal.roadmap.items:
        raise typer.Exit(NothingYetError.exit_code)


def _is_wanted(here: Surroundings, proposal: Proposal, yes: bool) -> bool:
    """Ask only where an adopted plan changes and somebody is there to answer."""
    changes = proposal.changes
    if yes or changes is None or changes.is_empty or not here.interactive:
        return True
    if typer.confirm("\nAdopt this plan?", default=True, err=True):
        return True
    here.tell("Nothing was changed.")
    return False


def _focus(text: str | None) -> int | Literal["all"] | None:
    if text is None:
        return None
    return parsing.parse_focus(text, "--focus") or "all"
