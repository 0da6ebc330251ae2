"""``pillarplan explain``: why something stands where it stands."""

import textwrap
from typing import Annotated

import typer

from pillarplan.cli.frame.app import surroundings
from pillarplan.cli.input import typed
from pillarplan.domain.text import wrapped

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def explain(
    ctx: typer.Context,
    name: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME]",
            help="An item or a skill; the whole plan if not given.",
            **typed.ENTRY_WORDS,
        ),
    ] = None,
) -> None:
    """Explain an item, a skill, or what limits the whole plan.

    \b
    Examples:
      pillarplan explain
      pillarplan explain getting-to-yes
      pillarplan explain negotiation
    """
    # Imported here, since help needs no planner.
    from pillarplan.domain.reports.explanation import ItemExplanation, SkillExplanation
    from pillarplan.render.lines.lights import lights_lines
    from pillarplan.render.pieces import Piece
    from pillarplan.services.planning.explaining import explain as explain_it

    here = surroundings(ctx)
    explanation = explain_it(here.workspace, name[0] if name else None)
    if here.json:
        here.answer("explanation", explanation)
        return
    title = textwrap.wrap(explanation.title, here.width - 1)
    here.show((Piece("strong", line),) for line in title)
    for sentence in explanation.sentences:
        here.say(wrapped(sentence, here.width - 1, "  ", "    "))
    if isinstance(explanation, ItemExplanation):
        for each in explanation.advice:
            here.say(wrapped(each.said, here.width - 1, "  ", "    "))
    if isinstance(explanation, SkillExplanation) and explanation.lights:
        here.show(((), *lights_lines(explanation.lights, here.look)))
