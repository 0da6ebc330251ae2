"""``pillarplan recall``: questions to one's future self, asked again when due."""

from typing import Annotated

import typer

from pillarplan.cli.dialogues.asking import Asking
from pillarplan.cli.dialogues.weekly.recall import ask_to_recall
from pillarplan.cli.frame.app import surroundings
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.cli.input import typed
from pillarplan.cli.input.checkin import parse_grades
from pillarplan.domain.person.checkin import NewQuestion
from pillarplan.domain.person.recall import questions_to_ask
from pillarplan.errors import UsageError
from pillarplan.render.lines.recall import question_lines
from pillarplan.services.following.recalling import list_questions, record_questions

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Texts = list[str] | None


@app.command()
def recall(
    ctx: typer.Context,
    list_: Annotated[
        bool, typer.Option("--list", help="Only show the questions.")
    ] = False,
    add: Annotated[
        str | None,
        typer.Option(
            metavar="ITEM",
            help="Leave a question about a finished item.",
            **typed.ITEM,
        ),
    ] = None,
    question: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What to ask, with --add.")
    ] = None,
    answer: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Its answer, if you like.")
    ] = None,
    grade: Annotated[
        Texts,
        typer.Option(
            metavar="QUESTION=GRADE",
            help="How its answer came to mind: forgot, hard, good, easy.",
        ),
    ] = None,
    remove: Annotated[
        Texts, typer.Option(metavar="QUESTION", help="Ask this no more.")
    ] = None,
) -> None:
    """Ask what your past self wanted you to remember, and show when it comes back.

    A question comes back after days, then weeks, then months, sooner if you forgot.
    Check-ins ask what is due too, at most three at once.

    \b
    Examples:
      pillarplan recall
      pillarplan recall --add getting-to-yes --question "What is a BATNA?"
      pillarplan recall --grade qa9c5d1=good
    """
    here = surroundings(ctx)
    if (add is None) is not (question is None):
        raise UsageError("--add ITEM and --question TEXT belong together.")
    left = (
        (NewQuestion(item=add, question=question, answer=answer),)
        if add is not None and question is not None
        else ()
    )
    grades = parse_grades(grade or [], "--grade")
    if left or grades or remove:
        told = record_questions(here.workspace, left, grades, remove or ())
    else:
        if not list_ and (here.interactive or here.reads_answers):
            _ask(here)
        told = list_questions(here.workspace)
    if here.json:
        here.answer("questions", told)
    else:
        here.say(question_lines(told.questions, here.look, here.today))


def _ask(here: Surroundings) -> None:
    """Ask what is due; all answers are recorded at the end, as one command."""
    questions = questions_to_ask(here.workspace.profile().questions, here.today)
    try:
        grades = ask_to_recall(Asking(here), here.workspace, questions)
    except KeyboardInterrupt:
        here.tell(
            "\nStopped. Nothing was recorded; begin again with: pillarplan recall"
        )
        raise
    if grades:
        record_questions(here.workspace, recall=grades)
        here.tell("")
