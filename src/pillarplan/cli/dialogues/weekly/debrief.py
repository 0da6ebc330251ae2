"""Four short questions on a practice that is done."""

from pillarplan.cli.dialogues.asking import Asking
from pillarplan.domain.person.debrief import Account


def ask_for_account(asking: Asking) -> Account:
    """Ask what was meant, what happened, why, and what to do the next time.

    Who has nothing to say of the first two is asked no more.
    """
    meant = asking.ask("What did you mean to reach?", long=True)
    happened = asking.ask("What happened?", long=True)
    if not (meant or happened):
        return Account()
    return Account(
        meant=meant,
        happened=happened,
        why=asking.ask("Why did it go so?", long=True),
        next_time=asking.ask("What will you do the next time?", long=True),
    )


def ask_what_happened(asking: Asking) -> Account:
    """Ask for the one line that shows what was practised."""
    return Account(happened=asking.ask("What happened?", long=True))
