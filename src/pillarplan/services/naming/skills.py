"""What skills are called, for commands that do without the knowledge base."""

from collections.abc import Iterable, Mapping

from pillarplan.errors import PillarplanError
from pillarplan.services.workspace import Workspace


def names_of_skills(workspace: Workspace, skills: Iterable[str]) -> Mapping[str, str]:
    """Return the names of some skills, by their ids, and perhaps of others.

    The adopted plan tells those of its own skills.  Only for more the knowledge base is
    asked, which takes longer than all else that an everyday command does.  One that
    neither knows, or a base that is broken, leaves names out.
    """
    wanted = set(skills)
    if not wanted:
        return {}
    roadmap = workspace.profile().roadmap
    told = roadmap.skill_names if roadmap else {}
    if told.keys() >= wanted:
        return told
    try:
        return {**told, **workspace.knowledge.skill_names()}
    except PillarplanError:
        return told
