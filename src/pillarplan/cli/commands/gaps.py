"""``pillarplan gaps``: where one is, where the role wants one to be."""

from typing import Annotated

import typer

from pillarplan.cli.frame.app import surroundings
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.cli.frame.with_settings import WithSettings
from pillarplan.cli.input import typed
from pillarplan.cli.input.options.shared import ContextNames, RoleName
from pillarplan.cli.input.parsing import (
    parse_assignments,
    parse_constraint,
    parse_level,
    parse_names,
)
from pillarplan.domain.knowledge.constraint import Constraint

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=WithSettings)
def gaps(
    ctx: typer.Context,
    role: RoleName = None,
    context: ContextNames = None,
    from_role: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="ROLE",
            help="Show what changes from this role; by default yours.",
            **typed.ROLE,
        ),
    ] = None,
    to_role: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="ROLE",
            help="Show what changes to this role; by default yours.",
            **typed.ROLE,
        ),
    ] = None,
    shape: Annotated[
        bool, typer.Option("--shape", help="Draw the mean level of each pillar.")
    ] = False,
    target: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SKILL=LEVEL",
            help="Set a target of your own; SKILL=role lets go of it.",
            **typed.SKILL_TARGET,
        ),
    ] = None,
    constraint: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SKILL=WHAT",
            help="Say that it is not the skill: may-not, no-time; none lets go of it.",
            **typed.SKILL_VALUE,
        ),
    ] = None,
) -> None:
    """Compare your ratings with what a role asks for.

    \b
    Examples:
      pillarplan gaps
      pillarplan gaps --role director
      pillarplan gaps --from pm --to director
      pillarplan gaps --shape
      pillarplan gaps --target negotiation=4 --target pricing=2
      pillarplan gaps --target negotiation=role
      pillarplan gaps --constraint pricing=may-not
      pillarplan gaps --json

    Targets of your own stay until you let go of them; plans made from then on aim
    at them. Where you may not, or have no time, a plan begins with a talk with your
    boss, not with a book.
    """
    here, contexts = surroundings(ctx), parse_names(context or "")
    if target:
        from pillarplan.services.rating.aiming import set_targets

        set_targets(here.workspace, _targets(target))
    if constraint:
        from pillarplan.services.rating.aiming import set_constraints

        set_constraints(here.workspace, _constraints(constraint))
    if from_role or to_role:
        draw_change(here, from_role or role, to_role or role, contexts)
    else:
        draw = draw_shape if shape else draw_gaps
        draw(here, role, contexts)
    if (target or constraint) and not here.json:
        whose = "your targets" if target else "what you said"
        here.tell(f"\nPlan for {whose}: pillarplan plan")


def _targets(texts: list[str]) -> dict[str, int | None]:
    pairs = parse_assignments(texts, "--target")
    return {skill: parse_level(text) for skill, text in pairs.items()}


def _constraints(texts: list[str]) -> dict[str, Constraint | None]:
    pairs = parse_assignments(texts, "--constraint")
    return {
        skill: parse_constraint(text, f"--constraint {skill}")
        for skill, text in pairs.items()
    }


def draw_change(
    here: Surroundings, before: str | None, after: str | None, contexts: tuple[str, ...]
) -> None:
    """Print what changes from one role to another, and the steps that it takes."""
    from pillarplan.render.terminal.role_change import role_change_view
    from pillarplan.services.rating.measuring import report_change

    change = report_change(here.workspace, before, after, contexts)
    if here.json:
        here.answer("change", change)
    else:
        top = here.workspace.knowledge.scale().top
        here.draw(role_change_view(change, top, here.look))


def draw_shape(here: Surroundings, role: str | None, contexts: tuple[str, ...]) -> None:
    """Print the mean level of each pillar against a role."""
    from pillarplan.domain.reports.shape import find_shape, levels_before
    from pillarplan.render.terminal.shape import shape_view
    from pillarplan.services.rating.measuring import measure, rated_profile

    if here.json:
        draw_gaps(here, role, contexts)
        return
    profile = rated_profile(here.workspace)
    report = measure(here.workspace, profile, role, contexts)
    pillars = here.workspace.knowledge.pillar_names()
    shapes = find_shape(report.gaps, pillars, levels_before(profile))
    scale = here.workspace.knowledge.scale()
    here.draw(shape_view(shapes, pillars, report.role_name, scale, here.look))


def draw_gaps(here: Surroundings, role: str | None, contexts: tuple[str, ...]) -> None:
    """Print the gaps to a role, by default the one that the person chose."""
    from pillarplan.services.following.new_edition import tell_of_new_edition
    from pillarplan.services.rating.measuring import report_gaps

    report = report_gaps(here.workspace, role, contexts)
    tell_of_new_edition(here.workspace)
    if here.json:
        here.answer("gaps", report)
        return
    from pillarplan.render.terminal.gaps import gaps_view

    pillars = here.workspace.knowledge.pillar_names()
    adopted = here.workspace.profile().roadmap
    focus = adopted.focus if adopted else ()
    scale = here.workspace.knowledge.scale()
    here.draw(gaps_view(report, pillars, focus, scale, here.look))
