"""What a check-in should ask, and in which order."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from pillarplan.domain.bounds import check_day
from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.person.advice import Advice, Promise
from pillarplan.domain.person.checkin import CheckIn
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.recall import OwnQuestion, questions_to_ask
from pillarplan.domain.person.work import Ended
from pillarplan.domain.plan.numbering import item_numbers
from pillarplan.domain.plan.roadmap import PlannedItem, Roadmap, State
from pillarplan.errors import NothingYetError
from pillarplan.services.following.next_action import rerating_due
from pillarplan.services.workspace import Workspace

MOST_IN_HAND = 3
"""How many items are asked about one by one; the others can be named."""

FEW = 3
"""Who held so many check-ins needs no word on how they go."""

SILENCE = timedelta(weeks=3)
"""Who comes back after so long is welcomed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    """An open item of the plan."""

    number: int
    """Its number in the roadmap."""
    item: PlannedItem
    hours_left: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """What a check-in asks."""

    on: date
    since: date
    """The last check-in, or when the plan was made."""
    in_hand: tuple[OpenItem, ...]
    """What the person works on, or the plan has for now: started items first."""
    others: tuple[OpenItem, ...]
    """The rest of the plan."""
    recall: tuple[OwnQuestion, ...]
    promise: Promise | None = None
    """What the person promised, if they did since the last check-in."""
    answers: tuple[Advice, ...] = ()
    """What others said of the plan as a whole since then."""

    is_new: bool = False
    """The person has held few check-ins so far."""

    @property
    def is_back(self) -> bool:
        """Whether the person comes back after weeks of silence."""
        return self.on - self.since >= SILENCE

    @property
    def choices(self) -> tuple[OpenItem, ...]:
        """All open items, in the order of their numbers."""
        return (*self.in_hand, *self.others)


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRating:
    """A skill to be rated again."""

    skill: str
    name: str
    held: int
    levels: Mapping[int, str]
    """What one can observe from the level held up to what the work was for."""


def make_agenda(workspace: Workspace, on: date) -> Agenda:
    """Return what a check-in of this day asks.

    Raises NothingYetError without a plan, and UsageError for a day in the future.
    """
    check_day(on, workspace.today, "A check-in")
    profile = workspace.profile()
    roadmap = profile.current_roadmap
    if roadmap is None:
        raise NothingYetError("There is no plan to check in on: pillarplan plan")
    in_hand = _in_hand(roadmap, on)
    others = [item for item in roadmap.open_items() if item not in in_hand]
    numbers = item_numbers(roadmap.items)
    choices = tuple(
        OpenItem(
            number=numbers[item.id], item=item, hours_left=profile.hours_left(item)
        )
        for item in (*in_hand, *others)
    )
    return Agenda(
        on=on,
        since=max(
            (day for day in profile.checkins if day <= on),
            default=min(on, roadmap.made_on),
        ),
        in_hand=choices[: len(in_hand)],
        others=choices[len(in_hand) :],
        recall=questions_to_ask(profile.questions, on),
        is_new=len(profile.checkins) < FEW,
        promise=profile.new_promise,
        answers=profile.new_answers,
    )


def find_due_rating(workspace: Workspace, report: CheckIn) -> DueRating | None:
    """Return the skill to be rated again once the report is recorded, if any."""
    on = report.on or workspace.today
    profile = workspace.person()
    ended = replace(
        profile,
        done=(*profile.done, *(Ended(on=on, item=item) for item in report.done)),
        dropped=(*profile.dropped, *(Ended(on=on, item=d.item) for d in report.drop)),
    )
    due = rerating_due(ended, on)
    if due is None:
        return None
    skill = workspace.knowledge.skill(due)
    if skill is None:  # the knowledge base has lost it: there is nothing to ask by
        return None
    rating = profile.own_ratings.get(due)
    held = (rating.level if rating else None) or 0
    return DueRating(
        skill=due,
        name=skill.name,
        held=held,
        levels={
            each.level: each.with_name(" ".join(each.shown_by(skill)))
            for each in workspace.knowledge.scale().levels
            if held <= each.level <= max(held + 1, _aimed_at(profile, due))
        },
    )


def _aimed_at(profile: Profile, skill: str) -> int:
    """Return the highest level that the work of the plan on a skill was for."""
    items = profile.roadmap.items if profile.roadmap else ()
    reached = (s.to for item in items for s in item.closes if s.skill == skill)
    return max(reached, default=0)


def _in_hand(roadmap: Roadmap, on: date) -> list[PlannedItem]:
    items = list(roadmap.open_items())
    started = [item for item in items if item.state is State.STARTED]
    begun = [item for item in items if item.starts_on <= on and item not in started]
    return [*started, *begun][:MOST_IN_HAND] or items[:1]
