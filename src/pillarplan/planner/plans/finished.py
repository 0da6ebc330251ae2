"""What was finished stays in the plan for as long as it counts."""

from collections.abc import Iterator
from dataclasses import replace

from pillarplan.domain.knowledge.step import spans
from pillarplan.domain.plan.roadmap import PlannedItem, State
from pillarplan.planner.fitting.draft import Draft


def find_finished(draft: Draft) -> Iterator[PlannedItem]:
    """Yield the items of the adopted roadmap that are done and close wanted steps.

    They end on the day on which they were finished.  Once their skill is rated again,
    their steps are no longer wanted, and they leave the plan.
    """
    adopted = draft.profile.current_roadmap
    ends = {ended.item: ended.on for ended in draft.profile.done}
    for item in adopted.items if adopted else ():
        steps = [step for span in item.closes for step in span.steps]
        wanted = [step for step in steps if step in draft.choice.worth]
        if item.state is State.DONE and wanted:
            ended = ends[item.id]
            yield replace(
                item,
                closes=spans(wanted),
                starts_on=min(item.starts_on, ended),
                ends_on=ended,
            )
