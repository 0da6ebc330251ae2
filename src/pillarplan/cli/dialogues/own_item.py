"""What is missing of an item of one's own, asked for; Enter takes what is usual."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from pillarplan.cli.dialogues.asking import Asking
from pillarplan.cli.dialogues.outside import skill_called
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.cli.input.own_items import (
    StatedItem,
    develops,
    parse_kind,
    parse_own_hours,
    parse_price,
    parse_steps,
)
from pillarplan.domain.person.profile import PRACTICE
from pillarplan.domain.text import in_hours, one_line
from pillarplan.errors import NothingYetError, UsageError
from pillarplan.services.own.next_step import find_next_step
from pillarplan.services.own.stated import KINDS

KIND = "What is it? (book, course, video, practice …; ? for all; Enter: resource)"
TITLE = "What is it called?"
SKILL = "For which skill? (a name)"
STEPS = "From which level to which? (Enter: {from_}-{to}, {why})"
HOURS = "How many hours does it take? (Enter: {least}, the least that its steps take)"
COST = (
    "What does it cost you? (free; company, if yours pays; 30 EUR; 20-50 for a band "
    "in USD; Enter: nobody said)"
)
PROOF = "What would show that you did it? (Enter: nothing yet)"


EXAMPLE = 'pillarplan add course "Title" --skill SKILL --hours 12'


def completed(here: Surroundings, stated: StatedItem) -> tuple[str, dict[str, Any]]:
    """Return an entry of what was stated, and its sort; what is missing is asked.

    Raises UsageError where nobody sits who could be asked.
    """
    if not (stated.title and stated.skills and "hours" in stated.more):
        if not (here.interactive or here.reads_answers):
            raise UsageError(
                f"An item needs a title, a skill and its hours. For example: {EXAMPLE}"
            )
        stated = ask_for_rest(here, stated)
    usual = find_next_step(here.workspace, stated.skills[0])
    steps = develops(stated.skills, stated.from_, stated.to, (usual.from_, usual.to))
    record = {"title": stated.title, "develops": steps, **stated.more}
    if stated.kind and stated.sort != PRACTICE:
        record["kind"] = stated.kind
    return stated.sort, record


def ask_for_rest(here: Surroundings, stated: StatedItem) -> StatedItem:
    """Return an item with what it lacks, as somebody answers."""
    asking = Asking(here)
    kind = stated.kind or asking.read(KIND, parse_kind, KINDS) or "resource"
    title = stated.title or _needed(one_line(asking.ask(TITLE)))
    skills = stated.skills or (_skill(here, asking),)
    asked = replace(stated, kind=kind, title=title, skills=skills)
    if stated.from_ is None and stated.to is None:
        asked = _with_steps(here, asking, asked)
    more: dict[str, Any] = dict(stated.more)
    if "hours" not in more:
        more |= _hours(here, asking, asked)
    if kind == PRACTICE and "evidence" not in more:
        if proof := asking.ask(PROOF, long=True):
            more["evidence"] = one_line(proof)
    elif kind != PRACTICE and "cost" not in more:
        more |= asking.read(COST, partial(parse_price, option="cost")) or {}
    return replace(asked, more=more)


def _with_steps(here: Surroundings, asking: Asking, item: StatedItem) -> StatedItem:
    usual = find_next_step(here.workspace, item.skills[0])
    why = "your next step" if usual.is_rated else "not rated yet"
    question = STEPS.format(from_=usual.from_, to=usual.to, why=why)
    from_, to = asking.read(question, parse_steps) or (usual.from_, usual.to)
    return replace(item, from_=from_, to=to)


def _hours(here: Surroundings, asking: Asking, item: StatedItem) -> Mapping[str, float]:
    """Return the hours, if somebody knows them; else the entry leaves them open."""
    levels = range((item.from_ or 0) + 1, (item.to or 0) + 1)
    least = in_hours(sum(map(here.workspace.knowledge.scale().least_hours, levels)))
    read = partial(parse_own_hours, option="hours")
    hours = asking.read(HOURS.format(least=least), read)
    return {"hours": hours} if hours else {}


def _skill(here: Surroundings, asking: Asking) -> str:
    return _needed(asking.read(SKILL, partial(skill_called, here.workspace)))


def _needed(answer: str | None) -> str:
    """Return an answer that cannot be left out."""
    if not answer:
        raise NothingYetError("Nothing was added: it needs a title and a skill.")
    return answer
