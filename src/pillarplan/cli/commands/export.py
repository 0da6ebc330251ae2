"""``pillarplan export``: the roadmap and the record for people and programs."""

from pathlib import Path
from typing import Annotated

import typer

from pillarplan.cli.frame.app import help_if_alone, surroundings
from pillarplan.cli.frame.output import Force, Output, hand_over
from pillarplan.cli.subcommands.export_calendar import ical
from pillarplan.cli.subcommands.export_pages import html, markdown, one_on_one
from pillarplan.errors import UsageError
from pillarplan.services.handing_over.table_kind import TableKind

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Raw = Annotated[
    bool,
    typer.Option(
        "--raw", help="For programs: no byte order mark, no guard for formulas."
    ),
]


@app.callback(invoke_without_command=True)
def export(ctx: typer.Context) -> None:
    """Hand the roadmap over to people and to other programs.

    \b
    Examples:
      pillarplan export markdown -o roadmap.md
      pillarplan export json | jq .roadmap.items
    """
    help_if_alone(ctx)


app.command()(markdown)
app.command()(html)
app.command("one-on-one")(one_on_one)


@app.command()
def json(ctx: typer.Context, output: Output = "-", force: Force = False) -> None:
    """Export everything as JSON: ratings, gaps, roadmap, hours, evidence.

    \b
    Examples:
      pillarplan export json -o pillarplan.json
      pillarplan export json | jq .roadmap.items
    """
    from pillarplan.services.handing_over.exporting import export_json

    here = surroundings(ctx)
    hand_over(here, export_json(here.workspace), output, force)


app.command()(ical)


@app.command()
def csv(
    ctx: typer.Context,
    table: Annotated[TableKind, typer.Option(help="What to list.")] = TableKind.ITEMS,
    raw: Raw = False,
    output: Output = "-",
    force: Force = False,
) -> None:
    """Export a table for a spreadsheet: items, sessions, hours and more.

    A text that a spreadsheet might run as a formula gets an apostrophe in front.

    \b
    Examples:
      pillarplan export csv -o items.csv
      pillarplan export csv --table ratings -o ratings.csv
      pillarplan export csv --table sessions --raw > sessions.csv
    """
    from pillarplan.services.handing_over.tables import export_csv

    here = surroundings(ctx)
    hand_over(here, export_csv(here.workspace, table, raw=raw), output, force)


@app.command()
def taskwarrior(ctx: typer.Context, output: Output = "-", force: Force = False) -> None:
    """Export the roadmap for Taskwarrior, as tasks that know each other.

    Importing again only brings what changed. Say here what is done (pillarplan
    checkin), since an import sets each task to the state that it has here.

    \b
    Examples:
      pillarplan export taskwarrior | task import
      pillarplan export taskwarrior -o roadmap.json
    """
    from pillarplan.services.handing_over.exporting import export_roadmap

    here = surroundings(ctx)
    hand_over(here, export_roadmap(here.workspace, "taskwarrior"), output, force)


@app.command()
def obsidian(ctx: typer.Context, output: Output = "-", force: Force = False) -> None:
    """Export the roadmap as a note for Obsidian with its Tasks plugin.

    \b
    Examples:
      pillarplan export obsidian -o ~/vault/Roadmap.md
      pillarplan export obsidian --force -o ~/vault/Roadmap.md
    """
    from pillarplan.services.handing_over.exporting import export_roadmap

    here = surroundings(ctx)
    hand_over(here, export_roadmap(here.workspace, "obsidian"), output, force)


@app.command()
def todotxt(ctx: typer.Context, output: Output = "-", force: Force = False) -> None:
    """Export the roadmap as lines of todo.txt.

    Give it a file of its own, which the next export replaces: added to your list a
    second time, each line would stand there twice.

    \b
    Examples:
      pillarplan export todotxt -o roadmap.todo.txt
      pillarplan export todotxt --force -o ~/todo/roadmap.todo.txt
    """
    from pillarplan.services.handing_over.exporting import export_roadmap

    here = surroundings(ctx)
    hand_over(here, export_roadmap(here.workspace, "todotxt"), output, force)


@app.command()
def sqlite(
    ctx: typer.Context,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="Where to.")
    ],
    force: Force = False,
) -> None:
    """Export the whole record as an SQLite database, to ask questions in SQL.

    The table README says what every column means.

    \b
    Examples:
      pillarplan export sqlite -o record.db
      pillarplan export sqlite --force -o record.db
    """
    from pillarplan.services.handing_over.database import export_sqlite
    from pillarplan.services.handing_over.writing import write_export

    here = surroundings(ctx)
    if str(output) == "-":
        raise UsageError("A database is no text for the screen. Name a file: -o FILE")
    write_export(export_sqlite(here.workspace), output, force=force)
    here.tell(f"Wrote {output}.")
