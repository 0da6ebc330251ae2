"""What the JSON answers of commands hold, as JSON Schemas for those who read them.

Versions follow one rule: additions raise the minor version, and readers ignore keys
that they do not know; a change that breaks readers raises the major version.
"""

from typing import Any

from pydantic import TypeAdapter

from pillarplan.domain.feedback import Feedback
from pillarplan.domain.gap import GapReport
from pillarplan.domain.history import History
from pillarplan.domain.reminder import Notice, ReminderReport, Removal
from pillarplan.domain.review import Review
from pillarplan.domain.roadmap import Roadmap
from pillarplan.domain.role_change import RoleChange
from pillarplan.domain.round import Round
from pillarplan.domain.standing import NextAction
from pillarplan.domain.statistics import Statistics
from pillarplan.domain.status import Status
from pillarplan.domain.variant import Alternatives, WhatIf
from pillarplan.journal.doctor import Report
from pillarplan.knowledge.schema import DIALECT
from pillarplan.render.json import VERSION
from pillarplan.services.assessing import Rated
from pillarplan.services.checking_in import CheckedIn
from pillarplan.services.explaining import Explanation
from pillarplan.services.exporting import Everything
from pillarplan.services.feedback import Imported
from pillarplan.services.library import (
    ItemPage,
    RoleList,
    SearchResult,
    SkillList,
    SkillPage,
)
from pillarplan.services.pausing import Paused, Resumed
from pillarplan.services.recalling import Questions
from pillarplan.services.reflecting import Reflections
from pillarplan.services.safety import TakenBack

ANSWERS: dict[str, Any] = {
    "alternatives": Alternatives,
    "change": RoleChange,
    "checkin": CheckedIn,
    "doctor": Report,
    "explanation": Explanation,
    "feedback": Feedback,
    "gaps": GapReport,
    "history": History,
    "imported": Imported,
    "item": ItemPage,
    "next": NextAction,
    "notice": Notice,
    "pause": Paused,
    "profile": Everything,
    "questions": Questions,
    "ratings": Rated,
    "reflections": Reflections,
    "reminder": ReminderReport,
    "removal": Removal,
    "resume": Resumed,
    "review": Review,
    "roadmap": Roadmap,
    "roles": RoleList,
    "round": Round,
    "search": SearchResult,
    "skill": SkillPage,
    "skills": SkillList,
    "statistics": Statistics,
    "status": Status,
    "undo": TakenBack,
    "what-if": WhatIf,
}
"""The model of each answer, by what follows ``pillarplan-`` in its format."""


def answer_schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of an answer."""
    body = TypeAdapter(ANSWERS[kind]).json_schema(mode="serialization")
    definitions = body.pop("$defs", {})
    return {
        "$schema": DIALECT,
        "title": f"The answer pillarplan-{kind}",
        "type": "object",
        "properties": {
            "format": {"const": f"pillarplan-{kind}"},
            "version": {"const": VERSION},
        },
        "required": ["format", "version"],
        "allOf": [body],
        "$defs": definitions,
    }
