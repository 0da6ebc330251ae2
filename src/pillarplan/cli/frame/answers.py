"""What the JSON answers of commands hold, as JSON Schemas for those who read them.

Versions follow one rule: additions raise the minor version, and readers ignore keys
that they do not know; a change that breaks readers raises the major version.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from pillarplan.domain.editions.difference import EditionDiff
from pillarplan.domain.facts.kept import NotNowReason, PlanNote, Reason
from pillarplan.domain.habit.short_time import ShortTime
from pillarplan.domain.importing.outcome import ImportReport
from pillarplan.domain.knowledge.address import Address
from pillarplan.domain.person.cue import Cues
from pillarplan.domain.person.entries import Corrected, Entries
from pillarplan.domain.plan.gap import GapReport
from pillarplan.domain.plan.variant import Alternatives, WhatIf
from pillarplan.domain.reports.explanation import Explanation
from pillarplan.domain.reports.feedback import Feedback
from pillarplan.domain.reports.history import History
from pillarplan.domain.reports.library import Statistics
from pillarplan.domain.reports.next_action import NextAction
from pillarplan.domain.reports.reminder import Notice, ReminderReport, Removal
from pillarplan.domain.reports.review import Review
from pillarplan.domain.reports.role_change import RoleChange
from pillarplan.domain.reports.round_report import RoundReport
from pillarplan.domain.reports.since_start import RoadmapReport
from pillarplan.domain.reports.status import Status
from pillarplan.journal.care.doctor import Report
from pillarplan.reading.schema import DIALECT, record_schema
from pillarplan.render.json import VERSION
from pillarplan.services.following.pausing import Paused, Resumed
from pillarplan.services.following.recalling import Questions
from pillarplan.services.following.weekly.checked_in import CheckedIn
from pillarplan.services.handing_over.exporting import Everything
from pillarplan.services.library.reading import (
    ItemPage,
    PillarPage,
    RoleList,
    SearchResult,
    SkillList,
    SkillPage,
)
from pillarplan.services.library.succeeding import TakenOver
from pillarplan.services.own.own_items import OwnItems
from pillarplan.services.rating.feedback import Imported
from pillarplan.services.rating.reflecting import Reflections
from pillarplan.services.rating.stating import Rated
from pillarplan.services.safety.backups import Restored
from pillarplan.services.safety.undoing import TakenBack

ANSWERS: dict[str, Any] = {
    "address": Address,
    "amend": Corrected,
    "alternatives": Alternatives,
    "change": RoleChange,
    "checkin": CheckedIn,
    "cues": Cues,
    "diff": EditionDiff,
    "doctor": Report,
    "entries": Entries,
    "explanation": Explanation,
    "feedback": Feedback,
    "gaps": GapReport,
    "history": History,
    "import": ImportReport,
    "imported": Imported,
    "item": ItemPage,
    "next": NextAction,
    "notice": Notice,
    "own": OwnItems,
    "pause": Paused,
    "pillar": PillarPage,
    "profile": Everything,
    "questions": Questions,
    "ratings": Rated,
    "reflections": Reflections,
    "reminder": ReminderReport,
    "removal": Removal,
    "restore": Restored,
    "resume": Resumed,
    "review": Review,
    "roadmap": RoadmapReport,
    "roles": RoleList,
    "round": RoundReport,
    "search": SearchResult,
    "short-time": ShortTime,
    "skill": SkillPage,
    "skills": SkillList,
    "statistics": Statistics,
    "status": Status,
    "successors": TakenOver,
    "undo": TakenBack,
    "what-if": WhatIf,
}
"""The model of each answer, by what follows ``pillarplan-`` in its format."""

KEPT_FACTS: dict[str, Any] = {
    "NotNow": NotNowReason,
    "PlannedItem": Reason,
    "Roadmap": PlanNote,
    "RoadmapReport": PlanNote,
}
"""Which facts the parts of a roadmap hold, where they are kept as plain data."""


def answer_schemas() -> dict[str, Callable[[], dict[str, Any]]]:
    """Return what makes the schema of each answer, by the name of the schema."""
    return {f"answer-{kind}": partial(answer_schema, kind) for kind in ANSWERS}


def answer_schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of an answer."""
    body = record_schema(ANSWERS[kind])
    definitions = body.pop("$defs")
    for model in (body, *list(definitions.values())):
        if kept := KEPT_FACTS.get(model.get("title", "")):
            facts = record_schema(kept)
            definitions |= facts.pop("$defs")
            model["properties"]["facts"]["items"] = facts
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
