"""``pillarplan export``: the roadmap and the record for people and programs."""

from pathlib import Path
from typing import Annotated

import typer

from pillarplan.cli.commands.export_calendar import ical
from pillarplan.cli.frame.app import help_if_alone, surroundings
from pillarplan.cli.frame.output import Force, Output, hand_over, hand_over_page
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


@app.command()
def markdown(
    ctx: typer.Context,
    packet: Annotated[
        bool,
        typer.Option("--packet", help="For a coach or manager, with lines to fill in."),
    ] = False,
    with_notes: Annotated[
        bool,
        typer.Option(
            "--with-notes", help="In the packet: your notes, and what others said."
        ),
    ] = False,
    output: Output = "",
    force: Force = False,
) -> None:
    """Export the roadmap as one Markdown page for a one-on-one.

    With --packet it ends with a place for the reader's view of you. What they fill in
    comes back with: pillarplan feedback import FILE

    \b
    Examples:
      pillarplan export markdown -o roadmap.md
      pillarplan export markdown | less
      pillarplan export markdown --packet -o for-dana.md
    """
    from pillarplan.services.handing_over.exporting import export_packet, export_roadmap

    here = surroundings(ctx)
    if with_notes and not packet:
        raise UsageError("--with-notes goes with --packet.")
    if packet:
        name = here.home.name
        text = export_packet(here.workspace, name=name, with_notes=with_notes)
    else:
        text = export_roadmap(here.workspace, "markdown", name=here.home.name)
    hand_over_page(here, text, output, force)


@app.command()
def html(
    ctx: typer.Context,
    with_notes: Annotated[
        bool,
        typer.Option(
            "--with-notes", help="Also what others said, and why you dropped items."
        ),
    ] = False,
    output: Output = "-",
    force: Force = False,
) -> None:
    """Export the roadmap as one page for the browser, on screen and on paper.

    \b
    Examples:
      pillarplan export html -o roadmap.html
      pillarplan export html -o roadmap.html --force
    """
    from pillarplan.services.handing_over.exporting import export_roadmap

    here = surroundings(ctx)
    page = export_roadmap(
        here.workspace, "html", name=here.home.name, with_notes=with_notes
    )
    hand_over(here, page, output, force)


@app.command("one-on-one")
def one_on_one(
    ctx: typer.Context,
    need: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TEXT", help="What you need from the other; again for more."
        ),
    ] = None,
    output: Output = "",
    force: Force = False,
) -> None:
    """Export one printed side for a one-on-one: done, shown, in hand, next, needed.

    A file that ends in .html is for the printer, any other is Markdown. Nothing private
    is on it, and no level.

    \b
    Examples:
      pillarplan export one-on-one -o monday.html
      pillarplan export one-on-one --need "Half a day in the sales team" -o monday.md
    """
    from pillarplan.services.handing_over.exporting import export_one_on_one

    here = surroundings(ctx)
    as_html = output.lower().endswith((".html", ".htm"))
    name, needs = here.home.name, need or ()
    page = export_one_on_one(here.workspace, name, needs, as_html=as_html)
    if as_html:
        hand_over(here, page, output, force)
    else:
        hand_over_page(here, page, output, force)


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
    """Export a table for a spreadsheet: items, sessions, ratings or evidence.

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
