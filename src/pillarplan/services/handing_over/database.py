"""The whole record as a database, for people who ask questions in SQL."""

from pillarplan.domain.person.advice import WHOLE
from pillarplan.errors import NothingYetError
from pillarplan.render.sqlite.database import database
from pillarplan.render.sqlite.rows import Record
from pillarplan.services.rating.measuring import measure
from pillarplan.services.workspace import Workspace


def export_sqlite(workspace: Workspace) -> bytes:
    """Return the content of a database file; the same record gives the same bytes."""
    profile = workspace.profile()
    if not profile.own_ratings:
        raise NothingYetError("There is nothing to export yet: pillarplan assess")
    knowledge = workspace.knowledge
    planned = [item.id for item in profile.roadmap.items] if profile.roadmap else []
    ended = (each.item for each in (*profile.done, *profile.dropped))
    advised = (each.item for each in profile.advice if each.item != WHOLE)
    touched = (*(each.item for each in profile.spent), *ended, *advised)
    found = {name: knowledge.item(name) for name in dict.fromkeys((*planned, *touched))}
    return database(
        Record(
            profile=profile,
            gaps=measure(workspace, profile).gaps,
            skills=knowledge.skill_names(),
            scale=knowledge.scale(),
            items=found,
            questions={each.id: each.question for each in knowledge.reflections()},
        )
    )
