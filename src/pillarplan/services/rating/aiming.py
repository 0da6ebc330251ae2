"""Targets of one's own, in place of what the role asks for."""

from collections.abc import Mapping

from pillarplan.errors import UsageError
from pillarplan.journal.meaning import changes
from pillarplan.services.naming.known import known_skills
from pillarplan.services.rating.measuring import rated_profile
from pillarplan.services.rating.stating import new_targets
from pillarplan.services.workspace import Workspace


def set_targets(workspace: Workspace, targets: Mapping[str, int | None]) -> None:
    """Set targets from 0 to 5 as one command; None goes back to what the role asks for.

    What is so already is not recorded again.  Raises NothingYetError for somebody who
    rated nothing, and UsageError for a target of a skill that is unknown, or of which
    the person said that it does not apply to their work.
    """
    known_skills(workspace.knowledge, targets)

    def decided() -> tuple[list[changes.Change], None]:
        idle = rated_profile(workspace).not_applicable
        for skill, level in targets.items():
            if level is not None and skill in idle:
                raise UsageError(
                    f"{skill} does not apply to your work, as you said, so it can have "
                    f"no target. First rate it: pillarplan assess --set {skill}=LEVEL"
                )
        return [*new_targets(workspace, targets, workspace.today)], None

    workspace.decide(decided)
