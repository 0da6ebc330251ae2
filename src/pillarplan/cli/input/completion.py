"""Names that the shell offers when the Tab key is pressed, each with its title."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import typer

from pillarplan.cli.input.folders import find_folders, find_now, find_today
from pillarplan.cli.input.home import Home
from pillarplan.domain.text import one_line
from pillarplan.errors import PillarplanError

if TYPE_CHECKING:
    from pillarplan.services.workspace import Workspace

LONGEST_TITLE = 60

Offered = list[tuple[str, str]]
"""What may stand there, and what a shell that can shows beside it."""


def offering(
    sort: str, *, only_planned: bool = False, levels: bool = False
) -> Callable[[typer.Context, str], Offered]:
    """Return what offers names of a sort (see `services/naming`), and their levels."""

    def offer(ctx: typer.Context, incomplete: str) -> Offered:
        from pillarplan.services.naming.called import Sort
        from pillarplan.services.naming.completing import offer_names

        before, comma, begun = incomplete.rpartition(",")
        name, equals, _ = incomplete.partition("=")
        try:
            with _workspace(ctx) as workspace:
                if levels and equals:
                    names = workspace.knowledge.scale().names
                    return [(f"{name}={each}", names[each]) for each in names]
                found = offer_names(
                    workspace, begun, Sort[sort], only_planned=only_planned
                )
        except PillarplanError:  # a shell that asks just waits
            return []
        return [(f"{before}{comma}{each.id}", _short(each.title)) for each in found]

    return offer


def _short(title: str) -> str:
    """Return a title without what follows a colon: a shell has a line for it."""
    return one_line(title.partition(":")[0], LONGEST_TITLE)


@contextmanager
def _workspace(ctx: typer.Context) -> "Iterator[Workspace]":
    # While the shell asks, the program itself has not looked around.
    stated = ctx.find_root().params
    home = Home(find_folders(stated.get("home")), os.environ, stated.get("base"))
    today, now = find_today(os.environ), find_now(os.environ)
    with closing(home.open(today, now, warn=lambda _: None)) as workspace:
        yield workspace
