"""What going from one role to another asks of somebody, from where they stand."""

from pillarplan.domain.plan.gap import GapReport
from pillarplan.domain.reports.role_change import RoleChange, TargetChange


def find_change(before: GapReport, after: GapReport) -> RoleChange:
    """Return the targets that differ between two reports on the same person."""
    targets = {gap.skill: gap.target for gap in before.gaps}
    skills = tuple(
        TargetChange(
            skill=gap.skill,
            name=gap.name,
            pillar=gap.pillar,
            before=targets[gap.skill],
            after=gap.target,
            current=gap.current,
            applies=gap.applies,
            steps=gap.size,
        )
        for gap in after.gaps
        if gap.target != targets[gap.skill]
    )
    return RoleChange(
        before=before.role,
        before_name=before.role_name,
        after=after.role,
        after_name=after.role_name,
        skills=skills,
        unchanged=len(after.gaps) - len(skills),
        steps_before=sum(gap.size for gap in before.gaps),
        steps_after=sum(gap.size for gap in after.gaps),
    )
