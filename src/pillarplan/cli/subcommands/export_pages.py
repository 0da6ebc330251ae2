"""``pillarplan export`` for people: pages to read, to print and to bring along."""

from typing import Annotated

import typer

from pillarplan.cli.frame.app import surroundings
from pillarplan.cli.frame.output import Force, Output, hand_over, hand_over_page
from pillarplan.errors import UsageError


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
