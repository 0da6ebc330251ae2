"""Those commands of ``pillarplan kb`` that see through a change of the base."""

from pathlib import Path
from typing import Annotated

import typer

from pillarplan.cli.frame.app import surroundings
from pillarplan.domain.text import join_words, wrapped
from pillarplan.errors import UsageError


def diff(
    ctx: typer.Context,
    old: Annotated[
        Path, typer.Argument(metavar="OLD", help="A knowledge base: folder or file.")
    ],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="A later edition of it.")],
    mine: Annotated[
        bool, typer.Option("--mine", help="Also what of your own record that touches.")
    ] = False,
) -> None:
    """Show what differs between two editions of a knowledge base.

    \b
    Examples:
      pillarplan kb diff ladder-2026 ladder-2027
      pillarplan kb diff ladder-2026 ladder-2027 --mine
      pillarplan kb diff old.yaml new.yaml --json

    What took the place of what is only what NEW says (was). A name that is much like
    a lost one is asked about, never taken: pillarplan kb adopt OLD=NEW
    """
    # Imported here, since comparing reads all files, which takes YAML and pydantic.
    from pillarplan.render.editions.lines import difference_lines
    from pillarplan.services.library import comparing

    here = surroundings(ctx)
    found = comparing.compare(here.workspace, old, new, mine=mine)
    if here.json:
        here.answer("diff", found)
    else:
        here.say("\n".join(difference_lines(found, here.width)))


def adopt(
    ctx: typer.Context,
    pairs: Annotated[
        list[str],
        typer.Argument(
            metavar="OLD=NEW…",
            help="An id that is gone, and the id of what took its place.",
        ),
    ],
) -> None:
    """Say what took the place of something that the knowledge base has no longer.

    \b
    Examples:
      pillarplan kb adopt user-research=discovery
      pillarplan kb adopt data=statistics data=sql

    What you said of OLD counts for NEW from then on. Where several take the place of
    one, or one that of several, it counts as unsure. pillarplan undo takes it back.
    """
    # Imported here, since help needs no record.
    from pillarplan.render.editions.said import said_of
    from pillarplan.services.library import succeeding

    here = surroundings(ctx)
    named = succeeding.adopt(here.workspace, [_pair(text) for text in pairs])
    if here.json:
        here.answer("successors", named)
        return
    for each in named.successors:
        sentence = (
            f"What you said of {each.said.id} ({said_of(each.said)}) counts for "
            f"{join_words(each.new)} now."
        )
        here.say(wrapped(sentence, here.width))


def _pair(text: str) -> tuple[str, str]:
    old, equals, new = (part.strip() for part in text.partition("="))
    if not (old and equals and new):
        raise UsageError(f"{text!r} should look like OLD=NEW.")
    return old, new
