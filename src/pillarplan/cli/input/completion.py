"""Ids that the shell offers when the Tab key is pressed."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import typer

from pillarplan.cli.input.folders import find_folders, find_now, find_today
from pillarplan.cli.input.home import Home
from pillarplan.errors import PillarplanError

if TYPE_CHECKING:
    from pillarplan.services.workspace import Workspace


def complete_skill(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the skill ids that begin with `incomplete`."""
    return _offer(
        ctx, incomplete, lambda at: (each.id for each in at.knowledge.outlines())
    )


def complete_role(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the role ids that begin with `incomplete`."""
    return _offer(
        ctx, incomplete, lambda at: (each.id for each in at.knowledge.roles())
    )


def complete_planned_item(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the items of the adopted roadmap that begin with `incomplete`."""
    return _offer(ctx, incomplete, _planned)


def complete_item(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the items that begin with `incomplete`: of the plan, or else of all."""
    return complete_planned_item(ctx, incomplete) or _offer(ctx, incomplete, _known)


def _known(workspace: "Workspace") -> Iterator[str]:
    knowledge = workspace.knowledge
    skills = [each.id for each in knowledge.outlines()]
    return (item.id for item in knowledge.items_for(skills))


def _planned(workspace: "Workspace") -> Iterator[str]:
    roadmap = workspace.profile().roadmap
    return (item.id for item in roadmap.items) if roadmap else iter(())


def _offer(
    ctx: typer.Context,
    incomplete: str,
    names: "Callable[[Workspace], Iterable[str]]",
) -> list[str]:
    """Return the names that fit; none where something is broken: a shell just waits."""
    try:
        with _workspace(ctx) as workspace:
            return [name for name in names(workspace) if name.startswith(incomplete)]
    except PillarplanError:
        return []


@contextmanager
def _workspace(ctx: typer.Context) -> "Iterator[Workspace]":
    # While the shell asks, the program itself has not looked around.
    stated = ctx.find_root().params.get("home")
    home = Home(find_folders(stated), os.environ)
    today, now = find_today(os.environ), find_now(os.environ)
    with closing(home.open(today, now, warn=lambda _: None)) as workspace:
        yield workspace
