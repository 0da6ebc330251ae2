"""Events by which a person says where they want to be."""

from collections.abc import Sequence

from pillarplan.domain.bounds import TOP_LEVEL
from pillarplan.journal.meaning.checks import text, texts, within
from pillarplan.journal.meaning.kind import Change, Data, Kind
from pillarplan.journal.meaning.telling import Telling


def _choose_role(draft: Telling, data: Data) -> None:
    draft.role, draft.contexts = text(data["role"]), texts(data["contexts"])


ROLE_CHOSEN = Kind("role-chosen", "choice of role", "choices of role", _choose_role)


def role_chosen(role: str, contexts: Sequence[str] = ()) -> Change:
    """The person has, or aims at, a role, and works on products of some kinds."""
    return ROLE_CHOSEN.change({"role": role, "contexts": list(contexts)})


def _set_target(draft: Telling, data: Data) -> None:
    skill, level = text(data["skill"]), data["level"]
    if level is None:
        draft.targets.pop(skill, None)
    else:
        draft.targets[skill] = within(level, 0, TOP_LEVEL)


TARGET_SET = Kind("target-set", "target", "targets", _set_target)


def target_set(skill: str, level: int | None) -> Change:
    """The person set a target of their own; None goes back to the role's."""
    return TARGET_SET.change({"skill": skill, "level": level})
