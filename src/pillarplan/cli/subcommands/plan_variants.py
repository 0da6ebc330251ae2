"""Options of ``plan`` that show other plans: what if, alternatives, swaps."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.cli.input import days, parsing, typed
from pillarplan.cli.input.written_days import read_day
from pillarplan.domain.text import join_words
from pillarplan.errors import UsageError

if TYPE_CHECKING:
    from pillarplan.services.planning.adopting import Proposal
    from pillarplan.services.planning.wishes import Wishes

OPTION = "--what-if"

MOST_TRIED = 12
"""More changes than these take too long, and nobody compares them."""

WhatIfOption = Annotated[
    list[str] | None,
    typer.Option(
        OPTION,
        metavar="CHANGE",
        help="Compare hours=2,4, until=DATE, depth=lean,deep, focus=2,5, role=ROLE.",
    ),
]

AlternativesOption = Annotated[
    int | None,
    typer.Option(
        "--alternatives",
        metavar="NUMBER",
        min=2,
        max=5,
        help="Show 2 to 5 good plans that differ; adopts nothing.",
    ),
]

TakeOption = Annotated[
    int | None,
    typer.Option(
        "--take",
        metavar="NUMBER",
        min=1,
        max=5,
        help="Adopt this one of the alternatives.",
    ),
]

SwapOption = Annotated[
    str | None,
    typer.Option(
        "--swap",
        metavar="ITEM",
        help="Put the next best in place of this item; the rest stays.",
        **typed.PLANNED,
    ),
]


def show_what_if(here: Surroundings, wishes: "Wishes", changes: Iterable[str]) -> None:
    """Show what would come of each change; nothing is adopted."""
    from pillarplan.render.terminal.plan.what_if import what_if_view
    from pillarplan.services.planning.variants import try_changes

    tried = parse_changes(changes, here.today)
    answer = try_changes(here.workspace, wishes, tried)
    if here.json:
        here.answer("what-if", answer)
        return
    here.draw(what_if_view(answer, here.look))
    options = join_words(
        [f"--{name}" for name in dict.fromkeys(n for n, _ in tried)], "or"
    )
    here.tell(f"Nothing was changed. Take one with: pillarplan plan {options}")


def show_alternatives(here: Surroundings, wishes: "Wishes", number: int) -> None:
    """Show good plans that differ; nothing is adopted."""
    from pillarplan.render.terminal.plan.alternatives import alternatives_view
    from pillarplan.services.planning.variants import list_alternatives

    answer = list_alternatives(here.workspace, wishes, number)
    if here.json:
        here.answer("alternatives", answer)
        return
    here.draw(alternatives_view(answer, here.look))
    last = len(answer.plans)
    if last > 1:
        here.tell(
            "Nothing was changed. To take one, add its number:\n"
            f"pillarplan plan --alternatives {number} --take {last}"
        )


def propose_variant(
    here: Surroundings,
    wishes: "Wishes",
    number: int | None,
    take: int | None,
    swap: str | None,
) -> "Proposal":
    """Make the plan with what was chosen in place of the best."""
    from pillarplan.services.planning.variants import propose_alternative, propose_swap

    if swap:
        return propose_swap(here.workspace, wishes, swap)
    assert number and take
    return propose_alternative(here.workspace, wishes, number, take)


READ: Mapping[str, Callable[[str, str], Any]] = {
    "hours": days.parse_week,
    "depth": parsing.parse_depth,
    "focus": parsing.parse_focus,
    "role": lambda text, _: text,
}


def parse_changes(texts: Iterable[str], today: date) -> list[tuple[str, Any]]:
    """Return each change of ``hours=2,4`` and ``depth=lean`` by name, with its value.

    What was given in several places stands together.
    """
    changes: list[tuple[str, Any]] = []
    for text in texts:
        name, _, values = text.partition("=")
        stated = parsing.parse_names(values)
        if name not in {*READ, "until"} or not stated:
            raise UsageError(
                f"{OPTION}: {text!r} does not fit. Write hours=2,4,6, "
                "until=2027-06-30, depth=lean,deep, focus=2,5 or role=director."
            )
        changes += [(name, _read(name, each, today)) for each in stated]
    if len(changes) > MOST_TRIED:
        raise UsageError(f"{OPTION}: not more than {MOST_TRIED} changes at once.")
    return changes


def _read(name: str, text: str, today: date) -> Any:
    return (
        read_day(text, today, OPTION) if name == "until" else READ[name](text, OPTION)
    )


def check_variants(
    what_if: list[str] | None,
    number: int | None,
    take: int | None,
    swap: str | None,
    alone: Mapping[str, bool],
) -> None:
    """Raise UsageError if options do not go together; `alone` names some more."""
    variants = {OPTION: what_if, "--alternatives": number, "--swap": swap}
    chosen = [name for name, value in (*variants.items(), *alone.items()) if value]
    if len(chosen) > 1:
        raise UsageError(f"{' and '.join(chosen)} do not go together.")
    if take is not None and take > (number or 0):
        raise UsageError(
            "--take needs as many alternatives: plan --alternatives 3 --take 2"
        )
