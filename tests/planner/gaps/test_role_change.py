"""What going from one role to another asks of somebody."""

from pillarplan.domain.plan.gap import Gap, GapReport
from pillarplan.domain.reports.role_change import RoleChange, TargetChange
from pillarplan.planner.gaps.role_change import find_change
from tests.planner.worlds import gap


def report(role: str, *gaps: Gap) -> GapReport:
    return GapReport(role=role, role_name=role.upper(), contexts=(), gaps=gaps)


def test_only_targets_that_differ_are_told_with_the_steps_from_here() -> None:
    before = report("pm", gap("asking", 1, 2), gap("building", 3, 3), gap("c", None, 2))
    after = report("cpo", gap("asking", 1, 4), gap("building", 3, 3), gap("c", None, 5))

    assert find_change(before, after) == RoleChange(
        before="pm",
        before_name="PM",
        after="cpo",
        after_name="CPO",
        skills=(
            TargetChange(
                skill="asking",
                name="Asking",
                pillar="pillar",
                before=2,
                after=4,
                current=1,
                applies=True,
                steps=3,
            ),
            TargetChange(
                skill="c",
                name="C",
                pillar="pillar",
                before=2,
                after=5,
                current=None,
                applies=True,
                steps=0,
            ),
        ),
        unchanged=1,
        steps_before=1,
        steps_after=3,
    )
