"""Targets of one's own, and what is in the way of them, if it is not the skill."""

from collections.abc import Mapping

from pillarplan.domain.knowledge.constraint import Constraint
from pillarplan.domain.person.rating import MUCH
from pillarplan.domain.plan.gap import Gap
from pillarplan.errors import UsageError
from pillarplan.journal.meaning import changes
from pillarplan.services.naming.known import known_skills
from pillarplan.services.rating.measuring import rated_profile, report_gaps
from pillarplan.services.rating.stating import new_constraints, new_targets
from pillarplan.services.workspace import Workspace


def set_targets(workspace: Workspace, targets: Mapping[str, int | None]) -> None:
    """Set targets as one command; None goes back to what the role asks for.

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


def set_constraints(
    workspace: Workspace, constraints: Mapping[str, Constraint | None]
) -> None:
    """Say what holds one back in skills, as one command; None if that is the skill.

    What is said so already is not recorded again.  Raises NothingYetError for somebody
    who rated nothing, and UsageError for a skill that is unknown.
    """
    known_skills(workspace.knowledge, constraints)

    def decided() -> tuple[list[changes.Change], None]:
        rated_profile(workspace)
        return [*new_constraints(workspace, constraints, workspace.today)], None

    workspace.decide(decided)


def gap_to_ask(workspace: Workspace) -> Gap | None:
    """Return the first gap that matters much of which no word says what is in the way.

    One of them is asked about at a time.
    """
    profile = workspace.person()
    said = profile.no_constraints.union(profile.constraints)
    gaps = report_gaps(workspace).gaps
    much = (gap for gap in gaps if gap.size and gap.importance == MUCH)
    return next((gap for gap in much if gap.skill not in said), None)
