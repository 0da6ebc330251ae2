"""Tuning a plan: a session that knows dials and what comes of them, and no screen."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.facts.parts import Options
from pillarplan.domain.plan.dials import DIALS, Dials
from pillarplan.domain.plan.outlook import Outlook
from pillarplan.errors import PillarplanError
from pillarplan.render.words.dials import dial_option
from pillarplan.render.words.say import say
from pillarplan.services.planning.adopting import Proposal
from pillarplan.services.planning.emptiness import why_empty
from pillarplan.services.planning.proposing import find_asked, propose
from pillarplan.services.planning.wishes import Wishes
from pillarplan.services.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What comes of the dials as they stood."""

    dials: Dials
    proposal: Proposal | None
    problem: str = ""
    """Why there is nothing to adopt; empty if there is something."""


class Tuning:
    """A plan that is tuned; whatever is tried leaves nothing behind.

    It begins with what `plan` would do with the same wishes.  Each plan that was made
    is kept, so that coming back to it takes no time.
    """

    def __init__(self, workspace: Workspace, wishes: Wishes) -> None:
        """Raise NothingYetError if the person did not rate themselves yet."""
        self._workspace, self._wishes = workspace, wishes
        asked = find_asked(workspace, wishes)
        role = workspace.knowledge.role(asked.limits.role)
        self._role = role.name if role else asked.limits.role
        self._present = asked.profile.current_roadmap
        self.names = workspace.knowledge.skill_names()
        self._trials: dict[Dials, Trial] = {}
        self.start = self.dials = Dials.of(asked.limits)

    def turn(self, name: str, by: int) -> bool:
        """Move a dial to its next stop, or back; False if there is none."""
        turned = self.dials.turned(name, by, self.start)
        self.dials = turned or self.dials
        return turned is not None

    def ahead(self, name: str, by: int) -> Dials | None:
        """Return the dials after a turn; None if it was tried, or there is no stop."""
        turned = self.dials.turned(name, by, self.start)
        return None if turned in self._trials else turned

    def put(self, name: str, wish: Any) -> None:
        """Put a dial where an option of ``plan`` would put it."""
        value = None if wish in ("any", "all") else wish
        self.dials = self.dials.put(name, value)

    @property
    def options(self) -> Options:
        """What was turned, as options of ``plan``."""
        return tuple(dial_option(n, self.dials) for n in self._turned(self.dials))

    @property
    def trial(self) -> Trial | None:
        """What comes of the dials as they stand, if that was tried."""
        return self._trials.get(self.dials)

    def try_out(self, dials: Dials) -> Trial:
        """Make the plan that the dials ask for; nothing is recorded.

        It may take a second, and may be called in another thread, one at a time.
        """
        if dials not in self._trials:
            self._trials[dials] = self._try(dials)
        return self._trials[dials]

    def outlook(self, trial: Trial | None) -> Outlook:
        """Return a trial, if there was one yet, beside the present plan."""
        proposal = trial.proposal if trial else None
        return Outlook(
            role=self._role,
            names=self.names,
            present=self._present,
            roadmap=proposal.roadmap if proposal else None,
            remark=proposal.remark if proposal else "",
            problem=trial.problem if trial else "",
        )

    def _try(self, dials: Dials) -> Trial:
        try:
            proposal = propose(self._workspace, self._wishes_at(dials))
        except PillarplanError as error:  # such as pinned items that do not fit
            return Trial(dials=dials, proposal=None, problem=str(error))
        if proposal.roadmap.items:
            return Trial(dials=dials, proposal=proposal)
        reason = say(why_empty(self._workspace, proposal))
        return Trial(dials=dials, proposal=None, problem=reason)

    def _wishes_at(self, dials: Dials) -> Wishes:
        """Return the wishes; of a dial that was not turned nothing is said anew."""
        stated: dict[str, Any] = {}
        for name in self._turned(dials):
            stated |= _WISHES[name](dials)
        return replace(self._wishes, **stated)

    def _turned(self, dials: Dials) -> tuple[str, ...]:
        return tuple(n for n in DIALS if dials.take(n, self.start) != dials)


_WISHES: Mapping[str, Callable[[Dials], dict[str, Any]]] = {
    "hours": lambda dials: {"desk": dials.hours},
    # A number of skills lets go of those that were chosen.
    "focus": lambda dials: {"focus": dials.focus or "all", "skills": None},
    "until": lambda dials: {"until": dials.until},
    "depth": lambda dials: {"depth": dials.depth},
    "budget": lambda d: {"budget": "any" if d.budget is None else d.budget},
}
