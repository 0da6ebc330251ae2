"""``pillarplan export``: the roadmap and the record for people and programs."""

from pathlib import Path
from typing import Annotated

import typer

from pillarplan.cli.app import help_if_alone, surroundings
from pillarplan.cli.surroundings import Surroundings
from pillarplan.services.exporting import export_json, export_markdown, write_export

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Output = Annotated[
    str,
    typer.Option("--output", "-o", metavar="FILE", help="Where to; - is the screen."),
]
Force = Annotated[bool, typer.Option("--force", help="Replace the file if it exists.")]


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
def markdown(ctx: typer.Context, output: Output = "-", force: Force = False) -> None:
    """Export the roadmap as one Markdown page for a one-on-one.

    \b
    Examples:
      pillarplan export markdown -o roadmap.md
      pillarplan export markdown | less
    """
    here = surroundings(ctx)
    _hand_over(here, export_markdown(here.workspace), output, force)


@app.command()
def json(ctx: typer.Context, output: Output = "-", force: Force = False) -> None:
    """Export everything as JSON: ratings, gaps, roadmap, hours, evidence.

    \b
    Examples:
      pillarplan export json -o pillarplan.json
      pillarplan export json | jq .roadmap.items
    """
    here = surroundings(ctx)
    _hand_over(here, export_json(here.workspace), output, force)


def _hand_over(here: Surroundings, text: str, output: str, force: bool) -> None:
    if output == "-":
        here.say(text)
        return
    path = Path(output)
    write_export(text, path, force=force)
    here.tell(f"Wrote {path}.")
