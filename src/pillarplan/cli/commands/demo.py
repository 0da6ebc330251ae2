"""``pillarplan demo``: a finished example in a throw-away folder."""

import tempfile
from dataclasses import replace
from pathlib import Path

import typer

from pillarplan.cli.commands.gaps import draw_gaps
from pillarplan.cli.commands.roadmap import answer_roadmap, draw_roadmap
from pillarplan.cli.frame.app import surroundings
from pillarplan.cli.frame.machine import typed_command
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.cli.input.folders import find_folders

app = typer.Typer(rich_markup_mode=None, add_completion=False)

HOURS_PER_WEEK = 3
FOCUS = 5

EXAMPLE = {
    "listening-empathy": (3, 2),
    "vision-alignment": (2, 3),
    "relationship-building": (3, 2),
    "negotiation": (1, 3),
    "people-management": (2, 2),
    "business-fundamentals": (2, 3),
    "strategy": (2, 2),
    "positioning-gtm": (2, 2),
    "customer-discovery": (3, 3),
    "industry-immersion": (2, 2),
    "software-technology": (3, 2),
    "ux": (3, 1),
    "product-lifecycle": (3, 2),
    "social-responsibility": (1, 1),
    "security": (1, 2),
}
"""Level and importance of each core skill, for a product manager called Ana."""


@app.command()
def demo(ctx: typer.Context) -> None:
    """Show a finished example; your own record is not touched.

    \b
    Examples:
      pillarplan demo
      pillarplan demo --json

    Ana, a product manager, has rated herself and wants to become a senior product
    manager. She has three hours a week for half a year.
    """
    here = surroundings(ctx)
    with tempfile.TemporaryDirectory(prefix="pillarplan-demo-") as folder:
        show_demo(_elsewhere(here, Path(folder)))


def show_demo(here: Surroundings) -> None:
    """Rate, plan and show, all in the folders that `here` names."""
    # Imported here, since help needs neither a planner nor a record.
    from pillarplan.domain.person.rating import Rating
    from pillarplan.domain.plan.availability import spread
    from pillarplan.render.lines.next_action import next_card
    from pillarplan.services.following.in_hand import in_hand
    from pillarplan.services.planning.adopting import adopt
    from pillarplan.services.planning.proposing import propose
    from pillarplan.services.planning.wishes import Wishes
    from pillarplan.services.rating.stating import record_ratings

    own = here.workspace.find_base() is not None
    example = _example_of(here) if own else EXAMPLE
    ratings = [
        Rating(skill=skill, level=level, importance=importance, rated_on=here.today)
        for skill, (level, importance) in example.items()
    ]
    record_ratings(here.workspace, ratings, None if own else "senior-pm")
    proposal = propose(here.workspace, Wishes(desk=spread(HOURS_PER_WEEK), focus=FOCUS))
    if proposal.roadmap.items:  # a base of one's own may have nothing to learn from
        adopt(here.workspace, proposal)
    if here.json:
        answer_roadmap(here, proposal.roadmap, proposal.profile)
        return
    what = f"on {len(example)} skills" if own else "on the core skills"
    here.say(f"Ana rated herself {what}.\nThis is where she stands:\n\n")
    draw_gaps(here, None, ())
    here.say(
        f"\nShe has {HOURS_PER_WEEK} hours a week and works on {FOCUS} skills:\n\n"
    )
    draw_roadmap(here, proposal.roadmap, proposal.profile)
    here.say("\nAnd what she does now:\n\n")
    found = in_hand(here.workspace)
    here.show(next_card(*found, here.look, here.today))
    here.tell(f"\nNow you: {typed_command()} assess")


def _example_of(here: Surroundings) -> dict[str, tuple[int, int]]:
    """Return the levels and weights of the example for skills of a base of one's own.

    They go to its core skills, or else to the first ones.
    """
    outlines = here.workspace.knowledge.outlines()
    chosen = [each.id for each in outlines if each.core] or [e.id for e in outlines]
    return dict(zip(chosen, EXAMPLE.values(), strict=False))


def _elsewhere(here: Surroundings, folder: Path) -> Surroundings:
    """Return the same surroundings with a throw-away home; only the cache is shared."""
    folders = find_folders(str(folder))._replace(cache=here.folders.cache)
    base = str(here.home.base or "")
    return replace(here, home=replace(here.home, folders=folders, stated_base=base))
