"""The step of a skill that one is about to take."""

from pillarplan.domain.dataclass import dataclass
from pillarplan.services.naming.known import known_skills
from pillarplan.services.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """From one's level to the next."""

    from_: int
    to: int
    is_rated: bool
    """Whether the level is one's own word."""


def find_next_step(workspace: Workspace, skill: str) -> NextStep:
    """Return the step from one's level of a skill, or the last one of the scale.

    Who did not rate it may need the first.  Raises UsageError for an unknown skill.
    """
    known_skills(workspace.knowledge, [skill])
    top = workspace.knowledge.scale().top
    rating = workspace.person().own_ratings.get(skill)
    level = rating.level if rating else None
    from_ = min(level or 0, top - 1)
    return NextStep(from_=from_, to=from_ + 1, is_rated=level is not None)
