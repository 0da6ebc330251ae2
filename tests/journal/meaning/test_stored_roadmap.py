"""A roadmap as its event keeps it."""

from pillarplan.domain.record import to_record
from pillarplan.journal.meaning.stored_roadmap import read_roadmap
from tests.planner.worlds import World, gap, limits, practice, resource


def test_a_plan_from_before_plans_had_a_depth_was_chosen_by_length() -> None:
    plan = World(
        limits=limits(),
        gaps=(gap("asking", 1, 2),),
        items=(
            resource("book", ("asking", 1, 2)),
            practice("ask", ("asking", 1, 2)),
        ),
    ).plan()
    record = to_record(plan)
    old = record | {
        "limits": {k: v for k, v in record["limits"].items() if k != "depth"}
    }

    assert not read_roadmap(record).chosen_by_length
    assert read_roadmap(old).chosen_by_length
