"""What only the knowledge base can tell about a file that somebody hands in."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from datetime import date
from typing import Protocol

from pillarplan.domain.person.rating import RaterKind
from pillarplan.reading.complaints import Complaint
from pillarplan.reading.problem import SHOWN
from pillarplan.services.forms.checkin import CheckInFile
from pillarplan.services.forms.ratings import RatingsFile
from pillarplan.services.naming.known import suggestions
from pillarplan.services.naming.levels import off_scale
from pillarplan.services.workspace import Workspace

Named = tuple[tuple[str | int, ...], str]
"""Where in the file a name stands, and the name."""


def _keys(key: str, names: Iterable[str]) -> list[Named]:
    return [((key, name), name) for name in names]


def _places(key: str, names: Iterable[str]) -> list[Named]:
    return [((key, place), name) for place, name in enumerate(names)]


def _entries(key: str, names: Iterable[str]) -> list[Named]:
    return [((key, place, "item"), name) for place, name in enumerate(names)]


def doubt_ratings(workspace: Workspace, file: RatingsFile) -> Iterator[Complaint]:
    """Yield the names of a ratings file that mean nothing, and a day to come."""
    roles = {role.id for role in workspace.knowledge.roles()}
    contexts = {context.id for context in workspace.knowledge.contexts()}
    yield from doubt_skills(workspace, "ratings", file.ratings)
    yield from doubt_skills(workspace, "targets", file.targets)
    yield from doubt_skills(workspace, "constraints", file.constraints)
    yield from doubt_levels(workspace, "ratings", file.ratings)
    yield from doubt_levels(workspace, "targets", file.targets)
    yield from _idle_aims(workspace, file)
    if file.role is not None:
        yield from _unknown(workspace, "role", [(("role",), file.role)], roles)
    around = _places("contexts", file.contexts)
    yield from _unknown(workspace, "context", around, contexts)
    yield from _too_late(workspace, "rated_on", file.rated_on)


def _idle_aims(workspace: Workspace, file: RatingsFile) -> Iterator[Complaint]:
    """Yield aims that are somebody else's, and targets of skills that do not apply."""
    for name, aims in ("targets", file.targets), ("constraints", file.constraints):
        if aims and file.rater.kind is not RaterKind.SELF:
            message = f"{name} are the person's own; only a file of theirs can set them"
            yield Complaint((name,), message, at_key=True)
    if file.rater.kind is not RaterKind.SELF:
        return
    stated = {skill for skill, each in file.ratings.items() if each.level is None}
    before = workspace.profile().not_applicable if file.targets else frozenset()
    for skill in file.targets:
        if skill in stated or skill in before - file.ratings.keys():
            message = f"{skill} does not apply to this person's work; rate it first"
            yield Complaint(("targets", skill), message, at_key=True)


def doubt_checkin(workspace: Workspace, report: CheckInFile) -> Iterator[Complaint]:
    """Yield the names of a check-in file that mean nothing, and a day to come."""
    skills = {outline.id for outline in workspace.knowledge.outlines()}
    profile = workspace.profile()
    roadmap = profile.roadmap
    planned = {item.id for item in roadmap.items} if roadmap else set()
    items = [
        *_keys("hours", report.hours),
        *_places("done", report.done),
        *_keys("applied", report.applied),
        *_keys("debrief", report.debrief),
        *_keys("when", report.when),
        *_entries("drop", [each.item for each in report.drop]),
        *_entries("questions", [each.item for each in report.questions]),
    ]
    known = workspace.knowledge.item_ids()
    yield from _unknown(workspace, "item", items, planned | known)
    told = [
        *_keys("rate", report.rate),
        *_keys("evidence", report.evidence),
        *_skills_outside(report),
    ]
    yield from _unknown(workspace, "skill", told, skills)
    yield from doubt_levels(workspace, "rate", report.rate)
    questions = {question.id for question in profile.questions}
    for key in sorted({*report.recall} - questions):
        yield Complaint(("recall", key), f"there is no question {key!r}", at_key=True)
    yield from _too_late(workspace, "on", report.on)


def _skills_outside(report: CheckInFile) -> Iterator[Named]:
    for number, each in enumerate(report.outside):
        for place, skill in enumerate(each.skills):
            yield ("outside", number, "skills", place), skill


def doubt_skills(
    workspace: Workspace, key: str, names: Iterable[str]
) -> Iterator[Complaint]:
    """Yield the keys of the map under `key` that are no skills."""
    skills = {outline.id for outline in workspace.knowledge.outlines()}
    yield from _unknown(workspace, "skill", _keys(key, names), skills)


class HasLevel(Protocol):
    """What is said of a skill, with its level among it."""

    @property
    def level(self) -> int | None:
        """None if none is said."""


def doubt_levels(
    workspace: Workspace, key: str, stated: Mapping[str, int] | Mapping[str, HasLevel]
) -> Iterator[Complaint]:
    """Yield the levels in the map under `key` that are not on the scale."""
    scale = workspace.knowledge.scale()
    for skill, each in stated.items():
        place, level = ((), each) if isinstance(each, int) else (("level",), each.level)
        if message := off_scale(scale, level):
            yield Complaint((key, skill, *place), message)


def _unknown(
    workspace: Workspace, kind: str, named: Iterable[Named], known: Set[str]
) -> Iterator[Complaint]:
    met: Counter[str | int] = Counter()
    for path, name in named:
        if name not in known:
            is_key = len(path) == 2 and isinstance(path[-1], str)
            # Looking for what was meant is slow, and the others are not shown.
            suggest = met[path[0]] < SHOWN
            met[path[0]] += 1
            message = missing(workspace, kind, name) if suggest else _lacks(kind, name)
            yield Complaint(path, message, at_key=is_key)


def missing(workspace: Workspace, kind: str, name: str) -> str:
    """Say that there is nothing of this name, and what may have been meant."""
    near = suggestions(workspace.knowledge, kind, name)
    hint = f"; did you mean {' or '.join(map(repr, near))}?" if near else ""
    return _lacks(kind, name) + hint


def _lacks(kind: str, name: str) -> str:
    return f"there is no {kind} {name!r}"


def too_late(workspace: Workspace, on: date | None) -> str | None:
    """Say that a day is still to come; None if it is not."""
    if on is None or on <= workspace.today:
        return None
    return f"{on} is in the future; today is {workspace.today}"


def _too_late(workspace: Workspace, key: str, on: date | None) -> Iterator[Complaint]:
    if message := too_late(workspace, on):
        yield Complaint((key,), message)
