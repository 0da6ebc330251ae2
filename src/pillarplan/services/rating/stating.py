"""Rating oneself, or being rated, without questions: by flags or from a file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from pillarplan.domain.knowledge.skill import SkillOutline
from pillarplan.domain.person.rating import Rating
from pillarplan.errors import UsageError
from pillarplan.journal.meaning import changes
from pillarplan.services.known_names import (
    DEFAULT_ROLE,
    UnknownNameError,
    known_contexts,
    known_role,
    known_skills,
)
from pillarplan.services.workspace import Workspace

NOTHING: Mapping[str, int] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """What was recorded."""

    ratings: tuple[Rating, ...]
    role: str | None
    weighed: Mapping[str, int] = field(default_factory=dict)
    """How much skills matter, by id, where that was told apart from a rating."""
    targets: Mapping[str, int] = field(default_factory=dict)
    """Targets of the person's own, by the id of the skill."""


def record_ratings(
    workspace: Workspace,
    ratings: Sequence[Rating],
    role: str | None = None,
    contexts: Sequence[str] = (),
    weights: Mapping[str, int] = NOTHING,
    targets: Mapping[str, int] = NOTHING,
) -> Rated:
    """Record ratings, importance, own targets and the role, as one command."""
    skills = [*(rating.skill for rating in ratings), *weights, *targets]
    known_skills(workspace.knowledge, skills)
    late = [rating for rating in ratings if rating.rated_on > workspace.today]
    if late:
        raise UsageError(f"A rating cannot be from the future ({late[0].rated_on}).")
    rated = [changes.rated(rating) for rating in ratings]
    weighed = [changes.weighed(*weight) for weight in weights.items()]

    def decided() -> tuple[list[changes.Change], None]:
        chosen = _role_changes(workspace, role, contexts)
        return [*chosen, *rated, *weighed, *new_targets(workspace, targets)], None

    workspace.decide(decided)
    return Rated(
        ratings=tuple(ratings), role=role, weighed=dict(weights), targets=dict(targets)
    )


def new_targets(
    workspace: Workspace, targets: Mapping[str, int | None]
) -> Iterator[changes.Change]:
    """Yield the changes that set these targets, but for those that are set so."""
    own = workspace.profile().targets if targets else {}
    for skill, level in targets.items():
        if own.get(skill) != level:
            yield changes.target_set(skill, level)


def _role_changes(
    workspace: Workspace, role: str | None, contexts: Sequence[str]
) -> list[changes.Change]:
    if role is None and not contexts:
        return []
    known_contexts(workspace.knowledge, contexts)
    chosen = role or workspace.profile().role or DEFAULT_ROLE
    known_role(workspace.knowledge, chosen)
    return [changes.role_chosen(chosen, tuple(contexts))]


def skills_to_ask(
    outlines: Sequence[SkillOutline], *, full: bool, pillar: str | None
) -> tuple[str, ...]:
    """Return the skills of an interview: the core ones, a pillar's, or all."""
    if pillar is not None:
        names = dict.fromkeys(outline.pillar for outline in outlines)
        if pillar not in names:
            near = get_close_matches(pillar, names, 1)
            raise UnknownNameError("pillar", pillar, near, ", ".join(names))
        return tuple(each.id for each in outlines if each.pillar == pillar)
    return tuple(each.id for each in outlines if full or each.core)
