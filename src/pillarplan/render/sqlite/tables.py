"""What the tables and their columns are called, and what they mean."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from pillarplan.render.sqlite import rows


class Table(NamedTuple):
    """A table of the database."""

    name: str
    means: str
    columns: Mapping[str, tuple[str, str]]
    """For each column its type and its meaning."""
    rows: Callable[[rows.Record], Iterable[rows.Row]]


SKILL = ("TEXT", "Id of the skill.")
ITEM = ("TEXT", "Id of the item; see the table items.")
NAME = ("TEXT", "Name of the skill.")

TABLES = (
    Table(
        "ratings",
        "Every rating, oldest first.",
        {
            "rated_on": ("TEXT", "Day of the rating."),
            "skill": SKILL,
            "name": NAME,
            "level": (
                "INTEGER",
                "See the table levels; NULL: the skill does not apply.",
            ),
            "rater": ("TEXT", "Who gave it; self for oneself."),
            "rater_kind": ("TEXT", "self, manager or peer."),
            "confidence": ("TEXT", "low, medium or high, if stated."),
            "importance": ("INTEGER", "1 low, 2 normal, 3 high, if stated."),
            "evidence": ("TEXT", "One line that shows the level, if stated."),
            "base": ("TEXT", "Knowledge base by which; NULL: the built-in one."),
            "edition": ("TEXT", "What stands for the words of the skill then."),
            "top": ("INTEGER", "Highest level then; NULL: that of the built-in one."),
        },
        rows.ratings,
    ),
    Table(
        "levels",
        "The scale of the knowledge base, from 0, not started.",
        {
            "level": ("INTEGER", "From 0 on; the key of each level in other tables."),
            "name": ("TEXT", "What the level is called."),
            "test": ("TEXT", "A sentence by which to recognise it; NULL: none."),
        },
        rows.levels,
    ),
    Table(
        "checkins",
        "Every check-in, oldest first.",
        {"on_day": ("TEXT", "Day of the check-in.")},
        rows.checkins,
    ),
    Table(
        "notes",
        "Notes of check-ins, oldest first.",
        {
            "on_day": ("TEXT", "Day of the check-in."),
            "note": ("TEXT", "What was noted."),
        },
        rows.notes,
    ),
    Table(
        "pauses",
        "Pauses that were taken, oldest first.",
        {
            "first_day": ("TEXT", "First day."),
            "last_day": ("TEXT", "Last day."),
            "share": ("REAL", "What is left of the usual hours, from 0 to 1."),
            "label": ("TEXT", "What it is called; may be empty."),
        },
        rows.pauses,
    ),
    Table(
        "hours",
        "Hours that were really spent, oldest first.",
        {
            "on_day": ("TEXT", "Day of the check-in that told it."),
            "item": ITEM,
            "hours": ("REAL", "Hours."),
            "assumed": (
                "INTEGER",
                "1 if the item was finished with none told, and so many were planned.",
            ),
        },
        rows.hours,
    ),
    Table(
        "evidence",
        "Evidence from check-ins, oldest first.",
        {
            "on_day": ("TEXT", "Day of the check-in."),
            "skill": SKILL,
            "name": NAME,
            "text": ("TEXT", "What shows the skill in use."),
        },
        rows.evidence,
    ),
    Table(
        "debriefs",
        "What was said of items once they were done, oldest first.",
        {
            "on_day": ("TEXT", "Day of the check-in."),
            "item": ITEM,
            "meant": ("TEXT", "What was meant to happen; may be empty."),
            "happened": ("TEXT", "What did happen; may be empty."),
            "why": ("TEXT", "Why it went so; may be empty."),
            "next_time": ("TEXT", "What to do the next time; may be empty."),
            "private": ("INTEGER", "1 if it is for nobody else, else 0."),
        },
        rows.debriefs,
    ),
    Table(
        "advice",
        "What others said of the plan and its items, oldest first.",
        {
            "on_day": ("TEXT", "Day on which they said it."),
            "item": ITEM,
            "rater": ("TEXT", "Who said it."),
            "rater_kind": ("TEXT", "manager or peer."),
            "text": ("TEXT", "What they said."),
        },
        rows.advice,
    ),
    Table(
        "promises",
        "What the person promised to whoever reads the plan, oldest first.",
        {
            "on_day": ("TEXT", "Day of the check-in."),
            "text": ("TEXT", "What they promised."),
            "private": ("INTEGER", "1 if it is for nobody else, else 0."),
        },
        rows.promises,
    ),
    Table(
        "items",
        "Everything that is planned, or was worked on, finished or dropped.",
        {
            "item": ("TEXT PRIMARY KEY", "Id of the item."),
            "kind": ("TEXT", "Kind of resource, practice, or outside."),
            "title": ("TEXT", "Title."),
            "hours_planned": ("REAL", "By the adopted plan; NULL: not in it."),
            "starts_on": ("TEXT", "First planned day."),
            "ends_on": ("TEXT", "Last planned day."),
            "hours_spent": ("REAL", "Ever spent."),
            "done_on": ("TEXT", "Day on which it was first finished."),
            "dropped_on": ("TEXT", "Day on which it was last dropped."),
            "state": ("TEXT", "planned, started, done or dropped; NULL: not planned."),
            "wave": (
                "INTEGER",
                "1: of the skills in hand now; more: of one taken up later; "
                "NULL: not planned.",
            ),
        },
        rows.items,
    ),
    Table(
        "steps",
        "The steps that each item develops.",
        {
            "item": ITEM,
            "skill": SKILL,
            "level": ("INTEGER", "The level that the step leads to."),
        },
        rows.steps,
    ),
    Table(
        "outside",
        "What each item was for that neither the plan nor the knowledge base has.",
        {"item": ITEM, "skill": SKILL, "name": NAME},
        rows.outside,
    ),
    Table(
        "sessions",
        "Dated blocks of work of the adopted plan.",
        {
            "on_day": ("TEXT", "Day of the session."),
            "item": ITEM,
            "hours": ("REAL", "Hours."),
            "pool": ("TEXT", "desk or listening."),
        },
        rows.sessions,
    ),
    Table(
        "gaps",
        "Current against target level of every skill, widest gap first.",
        {
            "skill": SKILL,
            "name": NAME,
            "pillar": ("TEXT", "Id of the pillar."),
            "current": ("INTEGER", "See levels; NULL: not rated or not applicable."),
            "target": ("INTEGER", "What the role, or the person, asks for."),
            "importance": ("INTEGER", "1 low, 2 normal, 3 high."),
            "size": ("INTEGER", "Levels that are missing."),
            "priority": ("INTEGER", "Weight of the importance (1, 2 or 4) times size."),
            "applies": ("INTEGER", "0 if the skill does not apply, else 1."),
            "role_target": (
                "INTEGER",
                "What the role asks for; NULL: the target is not the person's own.",
            ),
            "constraint": ("TEXT", "may-not or no-time; NULL: it is the skill."),
        },
        rows.gaps,
    ),
    Table(
        "reflections",
        "Answers to questions about products, oldest first.",
        {
            "on_day": ("TEXT", "Day of the answer."),
            "product": ("TEXT", "Name of the product."),
            "question": ("TEXT", "Id of the question."),
            "words": ("TEXT", "The question; NULL if the knowledge base lost it."),
            "answer": ("TEXT", "What was answered."),
            "settled": ("INTEGER", "0 if something is still to be done, else 1."),
        },
        rows.reflections,
    ),
    Table(
        "recalls",
        "Questions to oneself: the day each was left, and every day it was asked.",
        {
            "on_day": ("TEXT", "That day."),
            "question": ("TEXT", "Id of the question."),
            "item": ITEM,
            "words": ("TEXT", "The question."),
            "answer": ("TEXT", "Its answer; may be empty."),
            "grade": ("TEXT", "forgot, hard, good or easy; NULL: it was left."),
        },
        rows.recalls,
    ),
)
"""All tables but README, which is made of them."""
