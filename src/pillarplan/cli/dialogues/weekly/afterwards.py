"""What a check-in leads to: asked of who sits there, told to anybody else."""

import shlex
from collections.abc import Callable
from contextlib import suppress

from pillarplan.cli.dialogues.asking import confirmed
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.domain.reports.next_action import Act
from pillarplan.domain.text import in_hours, wrapped
from pillarplan.errors import NothingYetError
from pillarplan.services.following.weekly.checked_in import CheckedIn

PLAN = "plan"


def offer_more(
    here: Surroundings,
    run_command: Callable[..., None],
    result: CheckedIn,
    *,
    asked: bool,
) -> None:
    """Offer the one thing that is worth doing right after a check-in, if there is any.

    Who was `asked` was asked for a new level by then, or will be the next time.

    All is recorded by then, so that no answer, and no answer at all, is a mistake.
    """
    if here.json or not result.recorded or result.paused_until:
        return
    if result.hours_behind and result.next.act is Act.WORK:
        behind = in_hours(result.hours_behind)
        why = f"By its dates the plan is {behind} ahead of you; nothing is lost."
        what, command = "Lay it out anew from today", PLAN
    elif result.dropped:
        why = "What is dropped stays away from new plans."
        what, command = "Plan again without it", PLAN
    elif result.next.act is Act.RERATE and here.interactive and not asked:
        # Whoever is not there to answer sees what to type.
        why, what = "", "Rate it now"
        command = result.next.command.removeprefix("pillarplan ")
    else:
        return
    if not here.interactive:
        told = wrapped(f"{why}\n", here.width), f"{what}: pillarplan {command}"
        here.say("\n" + "\n".join(told))
    elif _is_wanted(here, f"{why} {what}?".strip()):
        run_command(*shlex.split(command))


def _is_wanted(here: Surroundings, question: str) -> bool:
    here.tell("")
    with suppress(NothingYetError):  # the input ended
        return confirmed(wrapped(question, here.width), usual=False)
    return False
