"""Names that the shell offers when the Tab key is pressed."""

from pillarplan.services.naming.called import Sort, kept, planned
from pillarplan.services.naming.matching import Named
from pillarplan.services.workspace import Workspace


def offer_names(
    workspace: Workspace, begun: str, sort: Sort, *, only_planned: bool = False
) -> tuple[Named, ...]:
    """Return what may have an id that was `begun`: of the plan, or else of all."""
    hand, over = planned(workspace) if sort.is_planned else ((), ())
    *first, last = (
        () if only_planned else kept(workspace, kinds) for kinds in sort.value
    )
    before = (each for group in first for each in group)
    for group in ((*before, *hand, *over), last):
        if found := [each for each in group if each.id.startswith(begun)]:
            return tuple(found)
    return ()
