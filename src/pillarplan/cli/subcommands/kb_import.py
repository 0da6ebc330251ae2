"""``pillarplan kb import``: bring in a skill framework of others as a base."""

from pathlib import Path
from typing import Annotated

import typer

from pillarplan.cli.frame.app import surroundings


def import_(
    ctx: typer.Context,
    source: Annotated[
        Path,
        typer.Argument(
            metavar="SOURCE",
            help="A file, or a folder of files: CSV, TSV, XLSX, JSON, YAML, Markdown.",
        ),
    ],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FOLDER", help="The new base."),
    ],
    mapping: Annotated[
        str | None,
        typer.Option(
            "--map",
            metavar="FILE",
            help="Says where things are; - reads it from stdin.",
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace the base if it is there.")
    ] = False,
) -> None:
    """Bring in a skill framework of others as a knowledge base of your own.

    A table with the columns skill, level and text (and perhaps group) needs no mapping.
    For all else a mapping says in some lines where things are. What is found, left out
    and missing is counted; nothing but the new folder is written.

    \b
    Examples:
      pillarplan kb import ladder.csv -o ~/our-base
      pillarplan kb import ladder.xlsx --map map.yaml -o ~/our-base
      pillarplan config set base ~/our-base

    \b
    A mapping for a table whose columns are levels:
      format: pillarplan-mapping
      version: "1.0"
      name: Competency
      summary: Description
      group: Area
      columns: [Junior, Senior, Lead]

    \b
    And for entries of YAML or JSON, one for each level of a skill:
      each: competencies[]
      name: theme
      level: level
      text: summary
      scale: /levels[]
      names: /themes[]

    All keys: pillarplan kb schema mapping
    """
    # Imported here, since reading files takes YAML and pydantic.
    from pillarplan.cli.input.files import read_input
    from pillarplan.domain.importing.places import SIMPLE
    from pillarplan.render.terminal.imported import import_view
    from pillarplan.services.forms.mapping import MappingFile, doubts
    from pillarplan.services.library.importing import import_framework

    here = surroundings(ctx)
    wanted = read_input(mapping, MappingFile, doubts).to_domain() if mapping else SIMPLE
    report = import_framework(source, wanted, output, force=force)
    here.done()
    if here.json:
        here.answer("import", report)
    else:
        here.draw(import_view(report, here.look))
