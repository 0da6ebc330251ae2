"""What all steps of the dialogue of a check-in share."""

from pillarplan.cli.dialogues.asking import Asking
from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.person.checkin import CheckIn
from pillarplan.services.following.weekly.agenda import Agenda, OpenItem
from pillarplan.services.workspace import Workspace


@dataclass(frozen=True)
class Talk:
    """Who asks, what there is to ask, and of whose record."""

    asking: Asking
    agenda: Agenda
    workspace: Workspace


def still_open(talk: Talk, report: CheckIn) -> list[OpenItem]:
    """Return what can still be chosen."""
    over = {*report.done, *(drop.item for drop in report.drop)}
    return [each for each in talk.agenda.choices if each.item.id not in over]
