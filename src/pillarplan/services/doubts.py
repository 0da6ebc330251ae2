"""What only the knowledge base can tell about a file that somebody hands in."""

from collections.abc import Iterable, Iterator
from datetime import date

from pillarplan.reading.wording import Complaint
from pillarplan.services.checking_in import CheckIn
from pillarplan.services.names import suggestions
from pillarplan.services.ratings_file import RatingsFile
from pillarplan.services.workspace import Workspace

Named = tuple[tuple[str | int, ...], str]
"""Where in the file a name stands, and the name."""


def _keys(key: str, names: Iterable[str]) -> list[Named]:
    return [((key, name), name) for name in names]


def _places(key: str, names: Iterable[str]) -> list[Named]:
    return [((key, place), name) for place, name in enumerate(names)]


def doubt_ratings(workspace: Workspace, file: RatingsFile) -> Iterator[Complaint]:
    """Yield the names of a ratings file that mean nothing, and a day to come."""
    skills = {outline.id for outline in workspace.knowledge.outlines()}
    roles = {role.id for role in workspace.knowledge.roles()}
    contexts = {context.id for context in workspace.knowledge.contexts()}
    yield from _unknown(workspace, "skill", _keys("ratings", file.ratings), skills)
    if file.role is not None:
        yield from _unknown(workspace, "role", [(("role",), file.role)], roles)
    around = _places("contexts", file.contexts)
    yield from _unknown(workspace, "context", around, contexts)
    yield from _too_late(workspace, "rated_on", file.rated_on)


def doubt_checkin(workspace: Workspace, report: CheckIn) -> Iterator[Complaint]:
    """Yield the names of a check-in file that mean nothing, and a day to come."""
    skills = {outline.id for outline in workspace.knowledge.outlines()}
    roadmap = workspace.profile().roadmap
    planned = {item.id for item in roadmap.items} if roadmap else set()
    items = [
        *_keys("hours", report.hours),
        *_places("done", report.done),
        *_places("drop", report.drop),
    ]
    known = {name for _, name in items if workspace.knowledge.item(name)}
    yield from _unknown(workspace, "item", items, planned | known)
    told = [*_keys("rate", report.rate), *_keys("evidence", report.evidence)]
    yield from _unknown(workspace, "skill", told, skills)
    yield from _too_late(workspace, "on", report.on)


def _unknown(
    workspace: Workspace, kind: str, named: Iterable[Named], known: set[str]
) -> Iterator[Complaint]:
    for path, name in named:
        if name not in known:
            near = suggestions(workspace.knowledge, kind, name)
            hint = f"; did you mean {' or '.join(map(repr, near))}?" if near else ""
            message = f"there is no {kind} {name!r}{hint}"
            is_key = len(path) > 1 and isinstance(path[-1], str)
            yield Complaint(path, message, at_key=is_key)


def _too_late(workspace: Workspace, key: str, on: date | None) -> Iterator[Complaint]:
    if on is not None and on > workspace.today:
        message = f"{on} is in the future; today is {workspace.today}"
        yield Complaint((key,), message)
