"""Which items to take: an exact choice by mixed-integer programming.

The question is solved in stages.  Each stage keeps what the ones before have reached:

1. the summed weight of all closed steps is greatest;
2. as many items as possible that the person has started, or wants to keep, stay in,
   if they are of use;
3. as few of them as possible are bare steps, which are no entries;
4. the merit is greatest: what speaks for the resources, less the hours of all items
   (`pillarplan.planner.selection.merit`; lean plans only count the hours);
5. the money is least;
6. as little as possible differs from the adopted roadmap;
7. items that stand earlier (the adopted ones, then by order of the knowledge base)
   are preferred.

All numbers are whole (quarter-hours, cents), so that a proven optimum is exact.
"""

from itertools import islice, zip_longest

from pillarplan.planner.schedule.calendar import Capacity, Days
from pillarplan.planner.selection.candidates import Choice
from pillarplan.planner.selection.columns import Columns
from pillarplan.planner.selection.rows import find_rows
from pillarplan.planner.selection.selected import Selection
from pillarplan.planner.selection.solver import Model


def select(
    choice: Choice,
    capacity: Capacity | None,
    days: Days | None = None,
    *,
    stages: int | None = None,
    rough: Selection | None = None,
) -> Selection | None:
    """Return the best choice within `capacity`; None if the pinned items do not fit.

    A capacity of None does not limit the hours, and no `days` do not limit how many
    weeks the practices of a skill may go, one after the other.  After fewer `stages`
    than all it is open which of equals is taken.  `rough` is what such stages found, so
    that they need not be gone through again.
    """
    columns = Columns(choice, listening=bool(capacity and capacity.listening))
    aims = list(islice(columns.aims(), stages))
    # Holding just the pinned items is what is left, should time run out at once.
    values, proven = columns.least(), True
    model = Model(values, find_rows(columns, capacity, days), aims)
    known = columns.reached(rough) if rough and rough.proven else ()
    for number, (aim, reached) in enumerate(zip_longest(aims, known)):
        if not aim:
            continue
        if reached is not None:
            model.hold(number, reached)
            continue
        found = model.maximise(number, values)
        if found is None:
            return None
        values, is_optimal = found
        proven = proven and is_optimal
    return columns.selection(values, proven=proven)
