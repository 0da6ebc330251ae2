"""Asking about what was worked on besides: in the plan, or outside of it."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

from pillarplan.cli.dialogues.asking import Asking
from pillarplan.cli.dialogues.outside import ask_what_for
from pillarplan.cli.input.parsing import parse_hours
from pillarplan.domain.person.checkin import OutsideWork
from pillarplan.domain.person.work import Outside
from pillarplan.services.naming.matching import words_of
from pillarplan.services.naming.outside import (
    NotKnownError,
    find_outside,
    item_called,
)
from pillarplan.services.workspace import Workspace

Choice = TypeVar("Choice")


def item_or_outside(
    asking: Asking,
    workspace: Workspace,
    choose: Callable[[str], Choice],
    told: Iterable[OutsideWork],
    text: str,
) -> Choice | Outside:
    """Return what `choose` has by a name, or what is told by its title alone.

    What was `told` by its title just now is known by it.  Raises UsageError where
    nothing is meant.
    """
    before = (each for each in told if words_of(each.title) == words_of(text))
    skills = next((each.skills for each in before), ())
    known = find_outside(workspace, text, skills)
    if known is not None:
        return known
    try:
        return choose(item_called(workspace, text) if not text.isdecimal() else text)
    except NotKnownError as error:
        asking.tell(error.found)
    return ask_what_for(asking, workspace, text, "Then it is left out.")


def ask_about_outside(asking: Asking, what: Outside) -> tuple[OutsideWork, ...]:
    """Return the hours on something outside the plan; nothing where there are none."""
    hours = asking.read("  Hours?", partial(parse_hours, option="hours"))
    if not hours:
        return ()
    line = asking.ask("  What did you apply of it?", long=True)
    work = OutsideWork(
        title=what.title, hours=hours, skills=what.skills, applied=line or None
    )
    return (work,)
