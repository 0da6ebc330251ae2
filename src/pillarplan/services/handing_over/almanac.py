"""What a calendar has to know, from the journal."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC

from pillarplan.domain.plan.adoption import Adoption, NumberedPlan, number_plans
from pillarplan.domain.reports.almanac import Almanac, Edition, Revision, Revisions
from pillarplan.domain.reports.packet import Packet
from pillarplan.journal.meaning.adoptions import find_adoptions
from pillarplan.journal.storage.event import Event
from pillarplan.planner.pace.paused import around_pauses
from pillarplan.services.handing_over.exporting import pack
from pillarplan.services.workspace import Workspace

OF_ITEMS = ("spent", "finished", "dropped")
"""Events that change what a calendar says of one item."""

OF_SKILLS = ("rated",)
"""Events that change what it says of one skill."""

OF_NOTHING = (
    *(
        "advised",
        "checked-in",
        "constraint-set",
        "debriefed",
        "evidence",
        "promised",
        "reflected",
        "weighed",
        "role-chosen",
        "target-set",
    ),
    *("question-left", "question-recalled", "question-removed"),
    *("assessment-started", "assessment-skipped", "assessment-finished"),
)
"""Events that a calendar says nothing of; any other may change all that it says."""


def make_almanac(workspace: Workspace) -> Almanac:
    """Return what the adopted plan is to a calendar that may hold earlier ones.

    The first event of a record names it: that stays, whatever is synced, restored or
    moved, and older versions need to know nothing of it.
    """
    packet = pack(workspace)
    events = workspace.events()
    plans = tuple(number_plans(_moved(packet, find_adoptions(events, workspace.today))))
    now = next(plan for plan in reversed(plans) if plan.adoption.holds)
    record = events[0].id
    first: dict[str, str] = {}
    for event in events:
        first.setdefault(event.dev, event.id)
    return Almanac(
        packet=packet,
        now=Edition(roadmap=packet.roadmap, sessions=now.sessions, record=record),
        before=tuple(_before(plans, now, record)),
        revisions=find_revisions(events),
        over=now.over,
        aliases=frozenset(first.values()),
    )


def _moved(packet: Packet, adoptions: Iterator[Adoption]) -> Iterator[Adoption]:
    for each in adoptions:
        yield replace(each, roadmap=around_pauses(each.roadmap, packet.profile))


def _before(
    plans: Sequence[NumberedPlan], now: NumberedPlan, record: str
) -> Iterator[Edition]:
    made_on = now.adoption.roadmap.made_on
    for plan in plans:
        roadmap = plan.adoption.roadmap
        last = max([roadmap.until, *(each.on for each in roadmap.sessions)])
        if plan is not now and last >= made_on:
            yield Edition(
                roadmap=roadmap,
                sessions=plan.sessions,
                record=record,
                holds=plan.adoption.holds,
            )
        if plan.adoption.is_old and last >= made_on:
            yield as_once_called(plan.adoption)


def as_once_called(adoption: Adoption) -> Edition:
    """Return a plan under the names that earlier versions gave: numbered from one."""
    (alone,) = number_plans([adoption])
    return Edition(roadmap=adoption.roadmap, sessions=alone.sessions, record="")


def once_editions(workspace: Workspace) -> Iterator[Edition]:
    """Yield all plans of a record as earlier versions put them into calendars."""
    for adoption in find_adoptions(workspace.events(), workspace.today):
        if adoption.is_old:
            yield as_once_called(adoption)


def find_revisions(events: Sequence[Event]) -> Revisions:
    """Return the last changes, numbered by the places of their events in the log.

    A place only grows when devices meet, and does so for all that comes after what is
    new; so the number rises whenever a later export says something else.
    """
    plan = Revision(0, events[0].at)
    items: dict[str, Revision] = {}
    skills: dict[str, Revision] = {}
    for place, event in enumerate(events, 1):
        at = (
            event.at.astimezone(UTC)
            if event.at.tzinfo
            else event.at.replace(tzinfo=UTC)
        )
        revision = Revision(place, at)
        if event.type in OF_ITEMS:
            items[str(event.data.get("item"))] = revision
        elif event.type in OF_SKILLS:
            skills[str(event.data.get("skill"))] = revision
        elif event.type not in OF_NOTHING:
            plan = revision
    return Revisions(plan=plan, items=items, skills=skills)
