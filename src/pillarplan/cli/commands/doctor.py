"""``pillarplan doctor``: examine the journal, and mend it if asked."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated

import typer

from pillarplan.cli.frame.app import surroundings
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.domain.text import counted, wrapped
from pillarplan.errors import (
    InvalidInputError,
    PillarplanError,
    StoreDamagedError,
    UsageError,
)
from pillarplan.journal.care import repair as mending
from pillarplan.journal.care.doctor import Report, examine
from pillarplan.journal.storage.log import Trouble
from pillarplan.knowledge.base.entry import NO_BASE, NoBaseError
from pillarplan.reading.problem import BrokenFileError

app = typer.Typer(rich_markup_mode=None, add_completion=False)

MEND = "Mend it: pillarplan config set NAME VALUE, or pillarplan config unset NAME"

MEND_BASE = "Mend the file; all that is wrong with it: pillarplan kb lint"

FEW = 5
"""So many problems of a knowledge base are told here."""


@app.command()
def doctor(
    ctx: typer.Context,
    repair: Annotated[
        bool,
        typer.Option(
            "--repair",
            help="Put back what was lost; move what is damaged to the quarantine.",
        ),
    ] = False,
    accept: Annotated[
        bool,
        typer.Option("--accept", help="Take lines edited by hand as they are."),
    ] = False,
) -> None:
    """Examine your record, and say what to do if something is wrong.

    \b
    Examples:
      pillarplan doctor
      pillarplan doctor --repair

    Nothing is ever deleted; what is taken out is kept in the quarantine folder.
    Exit code 6 says that something needs to be done; 4, that only the settings do.
    """
    here = surroundings(ctx)
    if repair and accept:
        raise UsageError("--repair and --accept are two different ways; choose one.")
    if repair or accept:
        mend = mending.repair if repair else mending.accept
        for each in mend(here.workspace.journal):
            here.done()
            kept = f" ({each.kept})" if each.kept else ""
            here.tell(wrapped(f"{each.file}: {each.done}{kept}", here.width))
    report = examine(here.workspace.journal, here.today)
    unusable = tuple(_base_problems(here))
    settings = (*_settings_problems(here), *unusable)
    whole = replace(
        report,
        notes=(*report.notes, *_doubts(here)),
        problems=(*report.problems, *settings),
        base="" if unusable else _base_in_use(here),
    )
    if here.json:
        here.answer("doctor", whole)
    else:
        _tell(here, whole)
    if not report.is_healthy:
        raise typer.Exit(StoreDamagedError.exit_code)
    if settings:
        raise typer.Exit(InvalidInputError.exit_code)


def _doubts(here: Surroundings) -> Iterator[str]:
    # Imported here, since a record is examined even if nothing else can be read.
    from pillarplan.services.safety.doubts import find_doubts

    try:
        yield from find_doubts(here.workspace)
    except (NoBaseError, BrokenFileError):
        return  # a problem, told as one
    except PillarplanError as error:
        yield f"The knowledge base could not be asked: {error}"


def _base_in_use(here: Surroundings) -> str:
    from pillarplan.services.library.reading import base_in_use

    try:
        return base_in_use(here.workspace)
    except PillarplanError:
        return ""


def _base_problems(here: Surroundings) -> Iterator[Trouble]:
    """Yield why the knowledge base, or what is one's own of it, cannot be used."""
    try:
        _ = here.workspace.knowledge
    except NoBaseError as error:
        yield Trouble(file=str(error.path), message=error.reason, next_step=NO_BASE)
    except BrokenFileError as error:
        for each in error.problems[:FEW]:
            yield Trouble(each.file, each.message, MEND_BASE, each.line)
    except PillarplanError:
        pass  # settings that cannot be read are told apart


def _settings_problems(here: Surroundings) -> Iterator[Trouble]:
    """Yield what is wrong with the config file, which is no part of the record."""
    path = here.home.config_file
    if not path.exists():
        return
    from pillarplan.cli.input.config_file import examine_settings

    for fault in examine_settings(path):
        yield Trouble(file=str(path), message=fault, next_step=MEND)


def _tell(here: Surroundings, report: Report) -> None:
    undone = f", {report.undone} of them undone" if report.undone else ""
    commands = counted(report.commands, "command")
    here.say(f"{counted(report.events, 'event')} from {commands}{undone}")
    for file in report.files:
        own = " (this device)" if file.is_own else ""
        here.say(f"  {file.name}: {counted(file.events, 'event')}{own}")
    here.say(f"Copy in the state folder: {report.shadow}")
    if report.quarantine:
        here.say(f"Quarantine: {counted(len(report.quarantine), 'file')}")
    if report.base:
        here.say(wrapped(f"Knowledge base: {report.base}", here.width))
    for note in report.notes:
        here.say(wrapped(note, here.width))
    for problem in report.problems:
        # In one line, so that an editor finds the place.
        here.say(f"{problem.place}: {problem.message}")
        here.say(wrapped(problem.next_step, here.width, "  ", "  "))
    if report.is_healthy:
        here.say("All well." if report.is_well else "Nothing more can be done here.")
    else:
        here.say("")
