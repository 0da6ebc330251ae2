"""Events by which a person says where they want to be, and what is in the way."""

from collections.abc import Sequence
from datetime import date

from pillarplan.domain.bounds import TOP_LEVEL
from pillarplan.domain.knowledge.constraint import Constraint
from pillarplan.domain.person.cue import Cue
from pillarplan.domain.record import from_record
from pillarplan.journal.meaning.checks import text, texts, within
from pillarplan.journal.meaning.kind import Change, Data, Kind
from pillarplan.journal.meaning.telling import Telling


def _choose_role(draft: Telling, data: Data) -> None:
    chosen = text(data["role"]), texts(data["contexts"])
    draft.aim.say("role", chosen, ROLE_CHOSEN.day_in(data))


ROLE_CHOSEN = Kind(
    "role-chosen",
    "choice of role",
    "choices of role",
    _choose_role,
    day="on",
    says="{role}",
)


def role_chosen(
    role: str, contexts: Sequence[str] = (), on: date | None = None
) -> Change:
    """The person has, or aims at, a role, and works on products of some kinds.

    Without a day it takes the place of all that was said before it.
    """
    return ROLE_CHOSEN.change({"role": role, "contexts": list(contexts), "on": on})


def _set_target(draft: Telling, data: Data) -> None:
    skill, level = text(data["skill"]), data["level"]
    if level is not None:
        level = within(level, 0, TOP_LEVEL)
    top = data.get("top")
    if top is not None:
        top = within(top, 1, TOP_LEVEL)
    on = TARGET_SET.day_in(data)
    draft.targets.say(skill, level, on)
    draft.target_tops.say(skill, top if level is not None else None, on)


TARGET_SET = Kind(
    "target-set", "target", "targets", _set_target, day="on", says="{skill}: {level}"
)


def target_set(
    skill: str, level: int | None, on: date | None = None, top: int | None = None
) -> Change:
    """The person set a target of their own; None goes back to the role's.

    The scale goes up to `top`; None is that of the built-in knowledge base.  Without a
    day it takes the place of all that was said before it.
    """
    said = {"skill": skill, "level": level, "on": on, "top": top}
    return TARGET_SET.change(said)


def _set_constraint(draft: Telling, data: Data) -> None:
    held_by = None if data["constraint"] is None else Constraint(data["constraint"])
    on = CONSTRAINT_SET.day_in(data)
    draft.constraints.say(text(data["skill"]), held_by, on)


CONSTRAINT_SET = Kind(
    "constraint-set",
    "constraint",
    "constraints",
    _set_constraint,
    day="on",
    says="{skill}: {constraint}",
)


def constraint_set(on: date, skill: str, constraint: Constraint | None) -> Change:
    """The person said what holds them back in a skill; None if that is the skill."""
    return CONSTRAINT_SET.change({"on": on, "skill": skill, "constraint": constraint})


def _set_cue(draft: Telling, data: Data) -> None:
    cue = None if data["cue"] is None else from_record(Cue, data["cue"])
    draft.cues.say(text(data["item"]), cue, CUE_SET.day_in(data))


CUE_SET = Kind(
    "cue-set", "moment", "moments", _set_cue, day="on", says="{item}: {cue[when]}"
)


def cue_set(on: date, item: str, cue: Cue | None) -> Change:
    """The person said when they mean to do an item; None takes that back."""
    return CUE_SET.change({"on": on, "item": item, "cue": cue})
