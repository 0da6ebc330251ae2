"""The plan and the record for spreadsheets."""

from collections.abc import Iterable

from pillarplan.render.lists.csv import (
    Row,
    evidence_table,
    hours_table,
    items_table,
    ratings_table,
    sessions_table,
    write_table,
)
from pillarplan.services.handing_over.exporting import pack
from pillarplan.services.handing_over.table_kind import TableKind
from pillarplan.services.workspace import Workspace


def export_csv(workspace: Workspace, table: TableKind, *, raw: bool) -> str:
    """Return a table as CSV; `raw` leaves out what only spreadsheets need."""
    return write_table(_rows(workspace, table), raw=raw)


def _rows(workspace: Workspace, table: TableKind) -> Iterable[Row]:
    if table is TableKind.ITEMS:
        return items_table(pack(workspace))
    if table is TableKind.SESSIONS:
        return sessions_table(pack(workspace))
    # These are there without a plan, and empty where nothing was recorded.
    profile = workspace.profile()
    skills = workspace.knowledge.skill_names()
    if table is TableKind.RATINGS:
        return ratings_table(profile, skills)
    if table is TableKind.EVIDENCE:
        return evidence_table(profile, skills)
    worked_on = {each.item for each in profile.spent}
    titles = {name: workspace.knowledge.item_title(name) for name in worked_on}
    return hours_table(profile, titles)
