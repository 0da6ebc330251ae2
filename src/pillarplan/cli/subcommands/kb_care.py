"""Those commands of ``pillarplan kb`` that look after a knowledge base."""

from pathlib import Path
from typing import Annotated

import typer

from pillarplan.cli.frame.app import surroundings
from pillarplan.domain.text import counted
from pillarplan.errors import InvalidInputError
from pillarplan.services.forms import schemas

SETTINGS = "settings"
"""The kind of file whose schema the command line makes itself."""


def count(ctx: typer.Context) -> None:
    """Count what the knowledge base holds, by kind, step and price.

    \b
    Examples:
      pillarplan kb count
      pillarplan kb count --json
    """
    # Imported here, since help draws no tables.
    from pillarplan.render.terminal import knowledge as views

    here = surroundings(ctx)
    # Imported here, since counting reads all files, which takes YAML and pydantic.
    from pillarplan.services.library import maintaining

    statistics = maintaining.count(here.workspace)
    if here.json:
        here.answer("statistics", statistics)
    else:
        here.draw(views.statistics_view(statistics, here.look))


def lint(
    ctx: typer.Context,
    file: Annotated[
        Path | None,
        typer.Argument(help="An entry file or an overlay; the built-in base if none."),
    ] = None,
    links: Annotated[
        bool,
        typer.Option("--links", help="Also ask each address; needs a network."),
    ] = False,
    stale: Annotated[
        bool,
        typer.Option("--stale", help="Only what somebody should look at again."),
    ] = False,
) -> None:
    """Check a knowledge base for what is missing, odd or stale.

    \b
    Examples:
      pillarplan kb lint
      pillarplan kb lint data/pillars.yaml
      pillarplan kb lint ~/.config/pillarplan/overlay.yaml
      pillarplan kb lint --links
      pillarplan kb lint --stale

    Exit code 4 says that there are errors; warnings alone do not fail.
    """
    # Imported here, since checking reads all files, which takes YAML and pydantic.
    from pillarplan.services.library import maintaining

    here = surroundings(ctx)

    def tell_progress(done: int, total: int) -> None:
        here.tell(f"{done} of {total} addresses asked")

    findings = maintaining.lint(
        here.workspace, file, tell_progress if links else None, stale=stale
    )
    if here.json:
        here.answer("lint", {"findings": findings})
    else:
        for finding in findings:
            here.say(f"{finding.severity}: {finding.id}: {finding.message}")
        if findings:
            here.tell(f"{counted(len(findings), 'finding')}.")
        else:
            here.say("All well.")
    if any(finding.severity == "error" for finding in findings):
        raise typer.Exit(InvalidInputError.exit_code)


def schema(
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            help=f"One of: {', '.join((*schemas.FILES, SETTINGS))}; or an answer of a "
            "command: answer-roadmap, answer-gaps, answer-status …"
        ),
    ] = "knowledge",
) -> None:
    """Print a JSON Schema, for editors that complete and check YAML.

    \b
    Examples:
      pillarplan kb schema > pillars.schema.json
      pillarplan kb schema ratings
    """
    here = surroundings(ctx)
    # Imported here, since they take all models that there are, and pydantic.
    from pillarplan.cli.frame.answers import answer_schemas
    from pillarplan.cli.input.settings_model import settings_schema

    more = {SETTINGS: settings_schema, **answer_schemas()}
    here.say(schemas.schema(here.workspace, name, more))
