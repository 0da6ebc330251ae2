"""What was chosen, and what it is worth."""

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.step import Step
from pillarplan.planner.selection.candidates import Candidate, Choice
from pillarplan.planner.selection.merit import merit


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The chosen items and the steps that they close."""

    items: tuple[Candidate, ...]
    """In the order of the knowledge base."""
    closed: tuple[Step, ...]
    value: int
    merit: int
    proven: bool
    """False if time ran out before a stage was proven to be optimal."""

    @property
    def quarters(self) -> int:
        """Quarter-hours that all items take together."""
        return sum(item.quarters for item in self.items)

    @property
    def desk_quarters(self) -> int:
        """Quarter-hours that they take of the hours of the plan."""
        return sum(item.desk_quarters for item in self.items)

    @property
    def cents(self) -> int:
        """What all items cost together."""
        return sum(item.cents for item in self.items)


def make_selection(
    choice: Choice,
    items: tuple[Candidate, ...],
    closed: tuple[Step, ...],
    *,
    proven: bool = True,
) -> Selection:
    """Return some items and the steps that they close, with what both are worth."""
    return Selection(
        items=items,
        closed=closed,
        value=sum(choice.worth[step] for step in closed),
        merit=merit(choice, items, closed),
        proven=proven,
    )
