"""``pillarplan reflect``: hard questions about a product, answered over time."""

import textwrap
from typing import Annotated

import typer

from pillarplan.cli.dialogues.asking import read_line
from pillarplan.cli.frame.app import surroundings
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.cli.input import parsing
from pillarplan.domain.text import LONGEST_TEXT, counted, on_day, too_long
from pillarplan.errors import NothingYetError, UsageError
from pillarplan.services.rating.reflecting import (
    Point,
    Reflections,
    products,
    record_reflections,
    report_reflections,
)

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Answers = list[str] | None


@app.command()
def reflect(
    ctx: typer.Context,
    product: Annotated[
        str | None, typer.Argument(help="The product to think about.")
    ] = None,
    list_: Annotated[
        bool, typer.Option("--list", help="Only show questions and answers.")
    ] = False,
    settled: Annotated[
        Answers,
        typer.Option(metavar="QUESTION=TEXT", help="An answer that holds."),
    ] = None,
    open_: Annotated[
        Answers,
        typer.Option(
            "--open", metavar="QUESTION=TEXT", help="An answer with work left in it."
        ),
    ] = None,
) -> None:
    """Think through what your product does to people, and how it is secured.

    The questions come one by one; stop any time and go on later. What you leave open
    calls for a practice, which the next plan can hold.

    \b
    Examples:
      pillarplan reflect "Grid Monitor"
      pillarplan reflect "Grid Monitor" --list
      pillarplan reflect "Grid Monitor" --open weaponised="A misuse review is due"
    """
    here = surroundings(ctx)
    name = product or _only_product(here)
    stated = [*_pairs(settled, "--settled", True), *_pairs(open_, "--open", False)]
    asked = [question for question, _, _ in stated]
    if both := sorted({each for each in asked if asked.count(each) > 1}):
        raise UsageError(f"{both[0]} cannot be both settled and open.")
    if stated:
        record_reflections(here.workspace, name, stated)
    elif (here.interactive or here.reads_answers) and not list_:
        _ask_all(here, name)
    report = report_reflections(here.workspace, name)
    if here.json:
        here.answer("reflections", report)
    else:
        _show(here, report)


def _only_product(here: Surroundings) -> str:
    known = products(here.workspace)
    if len(known) == 1:
        return known[0]
    if known:
        raise UsageError(f"Which product? You have thought about: {', '.join(known)}.")
    raise UsageError('Say which product: pillarplan reflect "Name of the product"')


def _pairs(texts: Answers, option: str, settled: bool) -> list[tuple[str, str, bool]]:
    pairs = parsing.parse_assignments(texts or [], option)
    return [(question, text, settled) for question, text in pairs.items()]


def _ask_all(here: Surroundings, product: str) -> None:
    """Ask what was never answered, then what is open; every answer is kept at once."""
    report = report_reflections(here.workspace, product)
    points = [*report.unanswered, *report.open]
    here.tell(
        f"{counted(len(points), 'question')} about {product}. "
        "Answer in a line; Enter passes, q stops."
    )
    for point in points:
        here.tell(_question(here, point))
        text = read_line()
        if text is None or text.lower() == "q":
            raise NothingYetError("Saved. Go on any time with the same command.")
        while text and (message := too_long(text, LONGEST_TEXT)):
            here.tell(f"{message}. Shorter, please.")
            text = read_line()
        if text:
            here.tell("Is that settled? y, or Enter if something is still to be done.")
            is_settled = (read_line() or "").lower() in {"y", "yes"}
            record_reflections(
                here.workspace, product, [(point.question.id, text, is_settled)]
            )


def _question(here: Surroundings, point: Point) -> str:
    seen_from = f", seen from {point.pillar_name}" if point.pillar_name else ""
    lines = [f"\n{point.skill_name}{seen_from}: {point.question.question}"]
    if point.question.look_for:
        lines.append(f"A good answer: {point.question.look_for}")
    if point.answer:
        lines.append(f"So far: {point.answer}")
    return "\n".join(_wrap(here, line) for line in lines)


def _show(here: Surroundings, report: Reflections) -> None:
    answered = [point for point in report.points if point.answer is not None]
    here.say(f"{report.product}: {len(answered)} of {len(report.points)} answered")
    for point in report.points:
        state = "settled" if point.settled else "open" if point.answer else "not yet"
        here.say(_wrap(here, f"\n[{state}] {point.question.question}"))
        if point.answer and point.answered_on:
            day = on_day(point.answered_on)
            here.say(_wrap(here, f"  {point.answer} ({day})"))
        here.say(f"  {point.question.id}")
    if report.practices:
        pins = " ".join(f"--pin {practice}" for practice in report.practices)
        here.say(f"\nThe open points call for: pillarplan plan {pins}")


def _wrap(here: Surroundings, text: str) -> str:
    break_before = "\n" if text.startswith("\n") else ""
    return break_before + textwrap.fill(
        text.strip("\n"), min(here.width, 88) - 1, subsequent_indent="  "
    )
