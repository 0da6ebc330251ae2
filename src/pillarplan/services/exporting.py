"""Everything that goes out of the program as a file."""

from dataclasses import dataclass
from pathlib import Path

from pillarplan.domain.gap import Gap
from pillarplan.domain.profile import Profile
from pillarplan.domain.roadmap import Roadmap
from pillarplan.errors import NothingYetError, PillarplanError
from pillarplan.files import write_atomically
from pillarplan.render.json import answer
from pillarplan.render.markdown import roadmap_page
from pillarplan.services.measuring import measure
from pillarplan.services.workspace import Workspace

EXPORT_MODE = 0o644
"""An export is made to be shared."""


class OccupiedError(PillarplanError):
    """A file is in the way that must not be lost."""

    kind = "occupied"

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} exists already. Add --force to replace it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Everything:
    """All that there is about a person, for other programs."""

    profile: Profile
    gaps: tuple[Gap, ...]
    roadmap: Roadmap | None


def export_markdown(workspace: Workspace) -> str:
    """Return the adopted roadmap as one Markdown page."""
    profile = workspace.profile()
    roadmap = profile.current_roadmap
    if roadmap is None:
        raise NothingYetError("There is no plan to export yet: pillarplan plan")
    knowledge = workspace.knowledge
    report = measure(workspace, profile, roadmap.role, roadmap.limits.contexts)
    found = {item.id: knowledge.item(item.id) for item in roadmap.items}
    return roadmap_page(
        roadmap,
        role=report.role_name,
        gaps=report.gaps,
        skills={skill.id: skill.name for skill in knowledge.outlines()},
        details={name: item for name, item in found.items() if item is not None},
        evidence=profile.evidence,
    )


def export_json(workspace: Workspace) -> str:
    """Return everything as one JSON document ``pillarplan-profile``."""
    profile = workspace.profile()
    if not profile.own_ratings:
        raise NothingYetError("There is nothing to export yet: pillarplan assess")
    return answer(
        "profile",
        Everything(
            profile=profile,
            gaps=measure(workspace, profile).gaps,
            roadmap=profile.current_roadmap,
        ),
    )


def write_export(text: str, path: Path, *, force: bool) -> None:
    """Write `text` to `path` as a whole; replace a file there only with `force`."""
    if path.exists() and not force:
        raise OccupiedError(path)
    try:
        write_atomically(path, text.encode("utf-8"), EXPORT_MODE)
    except OSError as error:
        raise PillarplanError(f"{path}: {error.strerror}. Nothing was written.") from None
