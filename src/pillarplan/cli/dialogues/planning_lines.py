"""Tuning a plan line by line: plain sentences that any terminal can show or speak."""

import re
from collections.abc import Callable

from pillarplan.cli.dialogues.asking import confirmed, read_line
from pillarplan.cli.dialogues.stated import read_option
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.domain.plan.dials import DIALS
from pillarplan.domain.text import wrapped
from pillarplan.errors import UsageError
from pillarplan.render.words.dials import LABELS, MEANINGS, say_beside, say_dial
from pillarplan.services.planning.adopting import Proposal
from pillarplan.services.planning.tuning import Tuning

CHANGE = re.compile(r"(?P<name>\d|[a-z]+)\s*[= ]\s*(?P<value>.+)", re.IGNORECASE)

HOW = (
    "To change one, type its number and a value: 1=4, 3=2027-06-30, 5=any. Enter shows "
    "the plan, ? says what each means, q leaves."
)

DrawPlan = Callable[[Proposal], None]


def tune_in_lines(
    tuning: Tuning, here: Surroundings, draw: DrawPlan
) -> Proposal | None:
    """Let somebody tune a plan; return the one to adopt, None if they leave."""
    _tell_dials(tuning, here)
    while True:
        match read_line():
            case None | "q" | "Q":
                return None
            case "":
                if proposal := _agreed(tuning, here, draw):
                    return proposal
                _tell_dials(tuning, here)
            case "?":
                for name in DIALS:
                    _tell(here, f"{LABELS[name]}: {MEANINGS[name]}")
            case text:
                _tell(here, _change(tuning, here, text))


def _tell_dials(tuning: Tuning, here: Surroundings) -> None:
    here.tell("\nWhat the plan is to be like:")
    for number, name in enumerate(DIALS, 1):
        beside = say_beside(name, tuning.dials, tuning.names)
        more = f" ({beside})" if beside else ""
        _tell(here, f"{number} {LABELS[name]}: {say_dial(name, tuning.dials)}{more}")
    _tell(here, HOW)


def _change(tuning: Tuning, here: Surroundings, text: str) -> str:
    """Put one dial where the line says; return the reply."""
    match = CHANGE.fullmatch(text)
    name = _called(match["name"].lower()) if match else None
    if match is None or name is None:
        return HOW
    try:
        tuning.put(name, read_option(here, name, match["value"]))
    except UsageError as error:
        return str(error)
    return f"{LABELS[name]}: {say_dial(name, tuning.dials)}."


def _called(name: str) -> str | None:
    numbers = {str(number): each for number, each in enumerate(DIALS, 1)}
    return name if name in DIALS else numbers.get(name)


def _agreed(tuning: Tuning, here: Surroundings, draw: DrawPlan) -> Proposal | None:
    """Show the plan, and return it if the person says that it is to be theirs."""
    trial = tuning.try_out(tuning.dials)
    if trial.proposal is None:
        here.tell(f"\n{trial.problem}")
        return None
    draw(trial.proposal)
    return trial.proposal if confirmed("\nAdopt this plan?", usual=False) else None


def _tell(here: Surroundings, text: str) -> None:
    here.tell(wrapped(text, min(here.width, 88) - 1, margin="  "))
