"""What to do if not everything fits."""

from pillarplan.planner.draft import Draft


def find_notes(draft: Draft) -> tuple[str, ...]:
    return ()
