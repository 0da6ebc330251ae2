"""The check-in as a short dialogue: what did you do, how long, is it done?"""

import typer

from pillarplan.cli.parsing import parse_hours
from pillarplan.cli.surroundings import Surroundings
from pillarplan.domain.roadmap import PlannedItem, State
from pillarplan.errors import NothingYetError, UsageError
from pillarplan.services.checking_in import CheckIn

MOST_ITEMS = 3
"""How many items are asked about; the others wait for their turn."""


def ask_for_checkin(here: Surroundings) -> CheckIn:
    """Ask about the items in hand and return the answers."""
    roadmap = here.workspace.profile().current_roadmap
    if roadmap is None:
        raise NothingYetError("There is no plan to check in on: pillarplan plan")
    hours: dict[str, float] = {}
    done: list[str] = []
    items = sorted(roadmap.open_items(), key=lambda item: item.state is State.PLANNED)
    for item in items[:MOST_ITEMS]:
        spent = _ask_hours(item)
        if spent:
            hours[item.id] = spent
        if spent and typer.confirm("  Is it done?", default=False, err=True):
            done.append(item.id)
    note = typer.prompt(
        "Anything worth keeping? (Enter for no)",
        default="",
        show_default=False,
        err=True,
    )
    report = CheckIn(hours=hours, done=tuple(done), note=note.strip() or None)
    if report.is_empty:
        raise NothingYetError("Nothing to record. What is next: pillarplan next")
    return report


def _ask_hours(item: PlannedItem) -> float:
    while True:
        text = typer.prompt(
            f"Hours on {item.title}? (Enter for none)",
            default="0",
            show_default=False,
            err=True,
        )
        try:
            return parse_hours(text, "hours")
        except UsageError as error:
            typer.echo(str(error), err=True)
