"""Making a roadmap within the limits that the person wishes for."""

from collections.abc import Iterator
from dataclasses import replace

from pillarplan.domain.facts.about_plans import ChosenAnew
from pillarplan.domain.plan.roadmap import State
from pillarplan.errors import NothingYetError
from pillarplan.planner.fitting.draft import Draft
from pillarplan.planner.plans.plan import as_roadmap
from pillarplan.render.words.say import say
from pillarplan.services.planning.adopting import Proposal, as_proposal
from pillarplan.services.planning.asked import Asked, ask
from pillarplan.services.planning.choice import still_chosen, tell_choice
from pillarplan.services.planning.days_off import tell_days_off
from pillarplan.services.planning.limits import find_limits
from pillarplan.services.planning.wishes import Wishes
from pillarplan.services.rating.measuring import measure
from pillarplan.services.workspace import Workspace


def propose(workspace: Workspace, wishes: Wishes) -> Proposal:
    """Make the best roadmap within the person's limits; nothing is recorded."""
    draft = draft_plan(workspace, wishes)
    roadmap = as_roadmap(draft, workspace.today)
    remarks = filter(None, _remarks(draft, wishes))
    return as_proposal(draft.profile, roadmap, wishes.dropped, "\n".join(remarks))


def _remarks(draft: Draft, wishes: Wishes) -> Iterator[str]:
    """Yield what the person should know of a new plan, and of no later one."""
    yield tell_choice(draft.profile, wishes.skills, draft.limits.skills, draft.names)
    adopted = draft.profile.current_roadmap
    if adopted and adopted.chosen_by_length:
        begun = sum(item.state is State.STARTED for item in adopted.items)
        yield say(ChosenAnew(begun=begun))
    if fact := tell_days_off(draft.limits, adopted.limits if adopted else None):
        yield say(fact)


def draft_plan(workspace: Workspace, wishes: Wishes) -> Draft:
    """Choose and place what closes most within the person's limits."""
    return find_asked(workspace, wishes).draft()


def find_asked(workspace: Workspace, wishes: Wishes) -> Asked:
    """Return what a plan is made from that the person wishes for."""
    profile = workspace.person()
    if not profile.own_ratings:
        raise NothingYetError(
            "A plan needs an honest rating first. Start with: pillarplan assess"
        )
    report = measure(workspace, profile, wishes.role, wishes.contexts or ())
    if wishes.skills is None and wishes.focus is None:
        wishes = replace(wishes, skills=still_chosen(profile, report.gaps))
    limits = find_limits(workspace, wishes, profile, report.role, report.contexts)
    return ask(workspace, profile, limits, report.gaps)
