"""``pillarplan feedback``: ask others, keep what they say, and compare."""

from typing import TYPE_CHECKING, Annotated

import typer

from pillarplan.cli.frame.app import help_if_alone, surroundings
from pillarplan.cli.frame.output import Force, Output, hand_over
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.domain.person.advice import WHOLE
from pillarplan.domain.person.rating import RaterKind
from pillarplan.domain.text import counted, join_words
from pillarplan.errors import UsageError
from pillarplan.render.pages.feedback_section import ENDINGS

if TYPE_CHECKING:
    from pillarplan.services.rating.feedback import Imported

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Kind = Annotated[RaterKind | None, typer.Option("--rater", help="peer or manager.")]


@app.callback(invoke_without_command=True)
def feedback(ctx: typer.Context) -> None:
    """Ask others how they see you, and compare.

    \b
    Examples:
      pillarplan feedback request -o form.md
      pillarplan feedback import form.md
      pillarplan feedback show
    """
    help_if_alone(ctx)


@app.command()
def request(
    ctx: typer.Context,
    core: Annotated[
        bool, typer.Option("--core", help="Ask the core skills, not the focus.")
    ] = False,
    all_: Annotated[bool, typer.Option("--all", help="Ask every skill.")] = False,
    as_: Annotated[
        str | None, typer.Option("--as", metavar="NAME", help="Whom you ask.")
    ] = None,
    rater: Kind = None,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="On the screen too as a page.")
    ] = False,
    output: Output = "-",
    force: Force = False,
) -> None:
    """Write a form for a colleague, who needs nothing but an editor or a mail program.

    A file that ends in .md or .txt is a page to read and fill in, any other YAML.

    \b
    Examples:
      pillarplan feedback request -o form.md
      pillarplan feedback request --core --as Dana --rater manager -o dana.yaml
      pillarplan feedback request --markdown | mail -s "How do you see me?" kim
    """
    from pillarplan.services.rating.feedback import other_rater, request_feedback

    here = surroundings(ctx)
    if core and all_:
        raise UsageError("Choose one of --core and --all.")
    who = other_rater(as_, rater)
    page = markdown or output.lower().endswith(ENDINGS)
    form = request_feedback(
        here.workspace,
        who,
        core=core,
        everything=all_,
        page=page,
        name=here.home.name,
    )
    hand_over(here, form, output, force)
    if output != "-":
        here.tell("When it comes back: pillarplan feedback import FILE")


@app.command("import")
def import_(
    ctx: typer.Context,
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="What came back; - reads standard input."),
    ],
    as_: Annotated[
        str | None, typer.Option("--as", metavar="NAME", help="Who filled it in.")
    ] = None,
    rater: Kind = None,
) -> None:
    """Keep what somebody said: in a form, or on a page of export markdown --packet.

    A page may have been quoted and wrapped by a mail program. The same file again
    changes nothing.

    \b
    Examples:
      pillarplan feedback import form.md
      pillarplan feedback import for-dana.md --as Dana --rater manager
    """
    from pillarplan.cli.input.files import open_input
    from pillarplan.services.rating.feedback import import_feedback, other_rater

    here = surroundings(ctx)
    who = other_rater(as_, rater)
    imported = import_feedback(here.workspace, open_input(file), who)
    if here.json:
        here.answer("imported", imported)
        return
    here.say(_told(imported))
    here.tell(_where_to_see(imported))


@app.command()
def show(ctx: typer.Context) -> None:
    """Show how others see you beside how you see yourself.

    From six ratings of a pillar by two people in two rounds on, a hint says whether you
    rate yourself higher or lower than others do. It changes nothing.

    \b
    Examples:
      pillarplan feedback show
      pillarplan feedback show --json
    """
    draw_feedback(surroundings(ctx))


def draw_feedback(here: Surroundings) -> None:
    """Print how others see the person beside how the person sees themselves."""
    from pillarplan.render.terminal.feedback import feedback_view
    from pillarplan.services.rating.feedback import compare_views

    report = compare_views(here.workspace)
    if here.json:
        here.answer("feedback", report)
    else:
        top = here.workspace.knowledge.scale().top
        here.draw(feedback_view(report, top, here.look))


def _where_to_see(imported: "Imported") -> str:
    items = [each.item for each in imported.advice if each.item != WHOLE]
    if items and not imported.ratings:
        return f"See them: pillarplan explain {items[0]}"
    if imported.advice and not imported.ratings:
        return "The next check-in shows what they say: pillarplan checkin"
    return "Compare: pillarplan feedback show"


def _told(imported: "Imported") -> str:
    who = f"{imported.rater.name} ({imported.rater.kind})"
    if not imported.ratings and not imported.advice:
        return f"Everything that {who} says was recorded before; nothing changed."
    known = f"; {imported.known} were recorded before" if imported.known else ""
    ratings = counted(len(imported.ratings), "rating")
    items = [each for each in imported.advice if each.item != WHOLE]
    words = f"words on {counted(len(items), 'item')}"
    whole = "words on the plan" if len(items) < len(imported.advice) else ""
    counts = ((imported.ratings, ratings), (items, words), (whole, whole))
    recorded = join_words(text for some, text in counts if some)
    return f"Recorded {recorded} by {who}{known}."
