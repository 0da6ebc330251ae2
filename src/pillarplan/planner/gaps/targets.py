"""The level that a person wants to reach in each skill."""

from collections.abc import Iterable, Mapping

from pillarplan.domain.bounds import TOP_LEVEL
from pillarplan.domain.knowledge.skill import Context, Role


def find_targets(
    role: Role, contexts: Iterable[Context], own: Mapping[str, int]
) -> dict[str, int]:
    """Return the target of each skill: the role's, raised by contexts, or one's own.

    A context raises a target up to 5 at most.  A target that the person set stands as
    it is, above or below what the role asks for.
    """
    targets = dict(role.targets)
    for context in contexts:
        for skill, levels in context.raises.items():
            targets[skill] = min(TOP_LEVEL, targets.get(skill, 0) + levels)
    return targets | dict(own)
