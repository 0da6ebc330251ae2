"""``pillarplan restore``: bring a backup in again."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from pillarplan.cli.dialogues.asking import confirmed
from pillarplan.cli.frame.app import surroundings
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.domain.text import counted, file_name, join_words
from pillarplan.errors import InvalidInputError, NothingYetError
from pillarplan.files import read_at_most
from pillarplan.journal.care.restore import Offer
from pillarplan.journal.care.unpack import MOST_BYTES
from pillarplan.services.safety.backups import Restored, open_backup

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def restore(
    ctx: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A backup; - is standard input.")
    ],
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Bring it in without asking.")
    ] = False,
) -> None:
    """Bring a backup in again; what is here stays.

    \b
    Examples:
      pillarplan restore pillarplan-2026-11-23.zip
      age -d pillarplan.zip.age | pillarplan restore - --yes

    It shows first what the backup would bring, and asks. What is here already is never
    removed or replaced. Afterwards this machine writes under a new id, so that it may
    go on while the machine of the backup does, too.
    """
    here = surroundings(ctx)
    name = "standard input" if file == "-" else file_name(file)
    found = open_backup(here.workspace, here.folders.config, name, _content(file))
    offer = found.offer()
    if not here.json:
        here.say("\n".join(_lines(offer)))
    wanted = not offer.is_empty and (yes or _is_agreed(here))
    if wanted:
        found.bring()
        here.done()
    if here.json:
        here.answer("restore", Restored(restored=wanted, backup=offer))
    elif wanted:
        here.say(_done(offer))
    elif not offer.is_empty:
        here.tell("Nothing was changed.")


def _is_agreed(here: Surroundings) -> bool:
    if not here.interactive:
        raise NothingYetError("Nothing was changed. To bring it in, add: --yes")
    return confirmed("\nBring it in?", usual=False)


def _content(file: str) -> bytes:
    """Return the bytes of a file, as far as a backup may go and one more."""
    if file == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    try:
        return read_at_most(Path(file), MOST_BYTES + 1)
    except OSError as error:
        reason = f"{file_name(file)}: {error.strerror}"
        raise InvalidInputError(
            f"{reason}. Name a file of pillarplan backup."
        ) from None


def _lines(offer: Offer) -> Iterator[str]:
    devices = counted(len(offer.devices), "device")
    yield (
        f"The backup holds {counted(offer.events, 'event')} of {devices}{_days(offer)}."
    )
    if offer.is_empty:
        yield "All of it is here already."
    elif offer.new == offer.events:
        yield "None of them is here yet."
    else:
        yield f"{offer.new} of them are not here yet; what is here stays."
    if offer.new_settings:
        yield f"Not here yet: {join_words(offer.new_settings)}"
    if offer.kept_settings:
        yield f"Here in another form, which stays: {join_words(offer.kept_settings)}"
    if offer.damaged:
        yield f"Left out: {counted(offer.damaged, 'damaged line')}"
    if offer.others:
        yield f"Left out, since no record needs it: {join_words(offer.others)}"


def _days(offer: Offer) -> str:
    if offer.first == offer.last:
        return f", of {offer.first}" if offer.first else ""
    return f", {offer.first} to {offer.last}"


def _done(offer: Offer) -> str:
    if not offer.new:
        return "Brought in."
    return (
        f"Brought in {counted(offer.new, 'event')}. "
        "This machine writes under a new id from now on."
    )
