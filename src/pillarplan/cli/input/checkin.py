"""What people tell in a check-in and in recall, turned into values."""

import re

from pillarplan.cli.input.parsing import (
    parse_assignments,
    parse_drops,
    parse_hours,
    parse_level,
)
from pillarplan.domain.person.checkin import Drop, NewQuestion
from pillarplan.domain.person.cue import Cue
from pillarplan.domain.person.debrief import Account
from pillarplan.domain.person.recall import Grade
from pillarplan.errors import UsageError


def parse_question(text: str, option: str) -> tuple[str, str, str | None]:
    """Return item, question and answer from ``item=question | answer``."""
    item, _, line = text.partition("=")
    question, _, answer = (each.strip() for each in line.partition(" | "))
    if not item.strip() or not question:
        raise UsageError(
            f"{option}: {text!r} should look like 'ITEM=What is it? | The answer'."
        )
    return item.strip(), question, answer or None


def parse_grade(text: str, option: str) -> Grade:
    """Return how well an answer came to mind, from a word or a number from 1 to 4."""
    stated = text.strip().lower()
    grades = {str(number): grade for number, grade in enumerate(Grade, 1)}
    grades |= {grade.value: grade for grade in Grade}
    if stated not in grades:
        raise UsageError(
            f"{option}: {text!r} is unknown. There are: {', '.join(Grade)}."
        )
    return grades[stated]


def parse_grades(texts: list[str], option: str) -> dict[str, Grade]:
    """Return question and grade of each ``question=grade``."""
    pairs = parse_assignments(texts, option)
    return {question: parse_grade(text, option) for question, text in pairs.items()}


def parse_spent(texts: list[str], option: str) -> dict[str, float]:
    """Return the hours of each item; of what is told in parts, the sum."""
    hours: dict[str, float] = {}
    for text in texts:
        ((item, stated),) = parse_assignments([text], option).items()
        hours[item] = hours.get(item, 0.0) + parse_hours(stated, option)
    return hours


def parse_dropped(texts: list[str], option: str) -> tuple[Drop, ...]:
    """Return what is dropped, each perhaps with a reason."""
    drops = parse_drops(texts, option)
    return tuple(Drop(item=item, reason=why or None) for item, why in drops.items())


def parse_questions(texts: list[str], option: str) -> tuple[NewQuestion, ...]:
    """Return the questions that somebody leaves to their future self."""
    told = (parse_question(text, option) for text in texts)
    return tuple(
        NewQuestion(item=item, question=question, answer=answer)
        for item, question, answer in told
    )


ASPECTS = ("meant", "happened", "why", "next time")
"""What the parts of a debrief are about, in their order."""


LONE_BAR = re.compile(r"(?<!\S)\|(?!\S)")


def parse_debriefs(texts: list[str], option: str) -> dict[str, Account]:
    """Return what is said of each item: four parts, of which any may be empty."""
    accounts = {}
    for item, text in parse_assignments(texts, option).items():
        parts = [part.strip() for part in LONE_BAR.split(text)]
        if len(parts) > len(ASPECTS) or not any(parts):
            raise UsageError(
                f"{option}: {text!r} should look like 'What was meant | what happened "
                "| why | what to do next time'; any part may be empty."
            )
        parts += [""] * (len(ASPECTS) - len(parts))
        meant, happened, why, next_time = parts
        accounts[item] = Account(
            meant=meant, happened=happened, why=why, next_time=next_time
        )
    return accounts


def parse_cues(texts: list[str], option: str) -> dict[str, Cue | None]:
    """Return when each item is to be done: ``when | obstacle | then``, or ``none``.

    Only the moment must be there.
    """
    cues = {}
    for item, text in parse_assignments(texts, option).items():
        when, *others = (part.strip() for part in LONE_BAR.split(text))
        if not when or len(others) > 2:
            raise UsageError(
                f"{option}: {text!r} should look like 'after the Thursday call', or "
                "'after the Thursday call | a launch week | I send the half page' with "
                "what could stop you and what you do then."
            )
        is_none = when.lower() == "none" and not others
        obstacle, then = (*others, "", "")[:2]
        cue = Cue(when=when, obstacle=obstacle, then=then)
        cues[item] = None if is_none else cue
    return cues


def parse_levels(texts: list[str], option: str) -> dict[str, int]:
    """Return the new level of each skill."""
    levels = {}
    for skill, text in parse_assignments(texts, option).items():
        level = parse_level(text)
        if level is None:
            raise UsageError(
                f"{option}: use pillarplan assess --set {skill}=n/a instead."
            )
        levels[skill] = level
    return levels
