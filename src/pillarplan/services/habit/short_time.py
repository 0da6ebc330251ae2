"""What there is to do in a few minutes: answers that wait, then parts of the plan."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from pillarplan.domain.habit.short_time import ShortKind, ShortTask, ShortTime
from pillarplan.domain.person.profile import PRACTICE, Profile
from pillarplan.domain.person.recall import due_questions
from pillarplan.domain.plan.numbering import item_numbers
from pillarplan.domain.plan.roadmap import PlannedItem, State
from pillarplan.errors import NothingYetError, UsageError
from pillarplan.services.workspace import Workspace

MOST_MINUTES = 240
"""Who has more time follows the plan."""

RECALL_MINUTES = 2
DEBRIEF_MINUTES = 5
QUESTION_MINUTES = 3

FRESH = timedelta(weeks=4)
"""What was finished longer ago is not asked about any more."""

CAN_BE_LEFT = frozenset(
    {"article", "book", "course", "episode", "guide", "newsletter", "podcast"}
    | {"standard", "tool", "video"}
)
"""Kinds of resource that one can leave half-way and go on with later."""


def find_short_tasks(workspace: Workspace, minutes: int) -> ShortTime:
    """Return what fits into some minutes today.

    Raises UsageError for no time, or for hours; NothingYetError without a plan.
    """
    if not 1 <= minutes <= MOST_MINUTES:
        raise UsageError(
            f"--minutes: from 1 to {MOST_MINUTES}. With more time: pillarplan next"
        )
    profile, today = workspace.profile(), workspace.today
    if profile.roadmap is None:
        raise NothingYetError("There is no plan yet. Make one with: pillarplan plan")
    tasks = (
        *_recalls(profile, today),
        *_debriefs(profile, today),
        *_parts(profile, minutes),
        *_questions(profile, today),
    )
    return ShortTime(
        minutes=minutes, tasks=tuple(each for each in tasks if each.minutes <= minutes)
    )


def _recalls(profile: Profile, today: date) -> Iterator[ShortTask]:
    due = due_questions(profile.questions, today)
    if due:
        yield ShortTask(
            sort=ShortKind.RECALL,
            minutes=RECALL_MINUTES,
            command="pillarplan recall",
        )


def _debriefs(profile: Profile, today: date) -> Iterator[ShortTask]:
    told = {each.item for each in profile.debriefs}
    for item, title in _untold(profile, today, told, practised=True):
        yield ShortTask(
            sort=ShortKind.DEBRIEF,
            minutes=DEBRIEF_MINUTES,
            command=_tell("debrief", item, "meant | happened | why | next"),
            item=item,
            title=title,
        )


def _questions(profile: Profile, today: date) -> Iterator[ShortTask]:
    asked = {each.item for each in profile.questions}
    for item, title in _untold(profile, today, asked, practised=False):
        yield ShortTask(
            sort=ShortKind.QUESTION,
            minutes=QUESTION_MINUTES,
            command=_tell("question", item, "question | answer"),
            item=item,
            title=title,
        )


def _untold(
    profile: Profile, today: date, told: Collection[str], *, practised: bool
) -> Iterator[tuple[str, str]]:
    """Yield id and title of what was finished lately and not told of, latest first."""
    for ended in reversed(profile.done):
        meant = ended.meant
        if (
            meant
            and today - FRESH <= ended.on <= today
            and (meant.kind == PRACTICE) is practised
            and ended.item not in told
        ):
            yield ended.item, meant.title


def _tell(option: str, item: str, words: str) -> str:
    return f"pillarplan checkin --{option} '{item}={words}'"


def _parts(profile: Profile, minutes: int) -> Iterator[ShortTask]:
    """Yield open items that can be ended now, and the first that can be left."""
    roadmap = profile.current_roadmap
    assert roadmap is not None
    numbers = item_numbers(roadmap.items)
    shortest = roadmap.limits.availability.shortest_session
    items = sorted(roadmap.open_items(), key=lambda each: each.state != State.STARTED)
    going_on = False
    for item in items:
        left = round(profile.hours_left(item) * 60)
        if 0 < left <= minutes:
            yield _task(ShortKind.FINISH, item, left, numbers[item.id])
        elif not going_on and _fits(item, minutes, shortest):
            going_on = True
            yield _task(ShortKind.PART, item, minutes, numbers[item.id])


def _fits(item: PlannedItem, minutes: int, shortest: float) -> bool:
    """Say whether a part of an item can be done; a practice wants a whole session."""
    if item.kind == PRACTICE:
        return item.state is State.STARTED and minutes >= shortest * 60
    return item.kind in CAN_BE_LEFT


def _task(sort: ShortKind, item: PlannedItem, minutes: int, number: int) -> ShortTask:
    part = f"pillarplan log {number} {minutes}m"
    return ShortTask(
        sort=sort,
        minutes=minutes,
        command=f"pillarplan done {number}" if sort is ShortKind.FINISH else part,
        item=item.id,
        title=item.title,
    )
