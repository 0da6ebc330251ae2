"""Moments at which one means to do what is planned, and the days on which they are."""

from collections.abc import Iterable, Mapping
from datetime import date

from pillarplan.domain.person.cue import Cue, Cues
from pillarplan.domain.person.profile import PRACTICE, Profile
from pillarplan.domain.plan.roadmap import OPEN, PlannedItem
from pillarplan.domain.reports.next_action import DueCue
from pillarplan.domain.text import check_length
from pillarplan.errors import UsageError
from pillarplan.journal.meaning import changes
from pillarplan.services.workspace import Workspace


def set_cues(workspace: Workspace, cues: Mapping[str, Cue | None]) -> Cues:
    """Say when one means to do items of the plan, as one command; None takes it back.

    Returns all that holds then.  Raises UsageError for an item that the adopted plan
    does not hold, or that is over.
    """
    for item, cue in cues.items():
        check_cue(item, cue)

    def decided() -> tuple[list[changes.Change], None]:
        profile = workspace.profile()
        check_planned(profile, cues)
        said = {**profile.cues, **dict.fromkeys(profile.no_cues)}
        return [
            changes.cue_set(workspace.today, item, cue)
            for item, cue in cues.items()
            if item not in said or said[item] != cue
        ], None

    workspace.decide(decided)
    return Cues(cues=workspace.profile().cues)


def check_cue(item: str, cue: Cue | None) -> None:
    """Raise UsageError if the record cannot keep the words of a cue."""
    if cue is not None:
        check_length(f"When to do {item}", cue.when)
        check_length(f"What could stop {item}", cue.obstacle)
        check_length(f"What to do then for {item}", cue.then)


def check_planned(profile: Profile, cues: Mapping[str, Cue | None]) -> None:
    """Raise UsageError for a cue of something that is not to be done any more."""
    roadmap = profile.current_roadmap
    still_open = {item.id for item in roadmap.open_items()} if roadmap else set()
    for item, cue in cues.items():
        if cue is not None and item not in still_open:
            raise UsageError(
                f"{item} is nothing that your plan has open. See: pillarplan roadmap"
            )


def practice_to_ask(
    profile: Profile, items: Iterable[PlannedItem]
) -> PlannedItem | None:
    """Return the practice that comes first of some items, if its moment is to be asked.

    None if there is no practice, or if it has a moment, or was asked about before.
    """
    practices = (item for item in items if item.kind == PRACTICE and item.state in OPEN)
    first = min(practices, key=lambda item: item.starts_on, default=None)
    known = profile.no_cues.union(profile.cues)
    return None if first is None or first.id in known else first


def cues_on(profile: Profile, day: date) -> tuple[DueCue, ...]:
    """Return the cues of a day: of what is open and has a session on it."""
    roadmap = profile.current_roadmap if profile.cues else None
    if roadmap is None or profile.pause_on(day):
        return ()
    from pillarplan.planner.pace.paused import around_pauses  # most have no cue

    planned = around_pauses(roadmap, profile)
    due = {session.item for session in planned.sessions if session.on == day}
    return tuple(
        DueCue(item=item.id, title=item.title, cue=profile.cues[item.id])
        for item in planned.open_items()
        if item.id in due and item.id in profile.cues
    )
