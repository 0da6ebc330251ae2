"""Rating oneself, or being rated, without questions: by flags or from a file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from difflib import get_close_matches

from pillarplan.domain.bounds import check_day
from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.constraint import Constraint
from pillarplan.domain.knowledge.skill import SkillOutline
from pillarplan.domain.person.rating import Rating
from pillarplan.errors import UsageError
from pillarplan.journal.meaning import changes
from pillarplan.services.naming.known import (
    UnknownNameError,
    known_contexts,
    known_role,
    known_skills,
)
from pillarplan.services.workspace import Workspace

MOST_ASKED = 60
"""So many skills can be asked at a time, where none of them is core."""

NOTHING: Mapping[str, int] = {}
NO_CONSTRAINTS: Mapping[str, Constraint | None] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """What was recorded."""

    ratings: tuple[Rating, ...]
    role: str | None
    weighed: Mapping[str, int] = field(default_factory=dict)
    """How much skills matter, by id, where that was told apart from a rating."""
    targets: Mapping[str, int] = field(default_factory=dict)
    """Targets of the person's own, by the id of the skill."""
    constraints: Mapping[str, Constraint | None] = field(default_factory=dict)
    """What holds the person back, by the id of the skill; None if that is the skill."""
    older: tuple[str, ...] = ()
    """Skills of which the record holds a rating of a newer day, which goes on to count.
    """


def record_ratings(
    workspace: Workspace,
    ratings: Sequence[Rating],
    role: str | None = None,
    contexts: Sequence[str] = (),
    weights: Mapping[str, int] = NOTHING,
    targets: Mapping[str, int] = NOTHING,
    constraints: Mapping[str, Constraint | None] = NO_CONSTRAINTS,
) -> Rated:
    """Record ratings, importance, own targets, constraints and the role, at once."""
    skills = [
        *(*(rating.skill for rating in ratings), *weights, *targets),
        *constraints,
    ]
    known_skills(workspace.knowledge, skills)
    for rating in ratings:
        check_day(rating.rated_on, workspace.today, "A rating")
    ratings = [workspace.dated(rating) for rating in ratings]
    rated = [changes.rated(rating) for rating in ratings]
    # The file of a past day tells what held on that day, not what holds today.
    on = max((each.rated_on for each in ratings), default=workspace.today)
    weighed = [changes.weighed(*weight, on) for weight in weights.items()]

    def decided() -> tuple[list[changes.Change], None]:
        chosen = _role_changes(workspace, role, contexts, on)
        aims = new_targets(workspace, targets, on)
        held = new_constraints(workspace, constraints, on)
        return [*chosen, *rated, *weighed, *aims, *held], None

    workspace.decide(decided)
    newest = workspace.profile().own_ratings
    return Rated(
        ratings=tuple(ratings),
        role=role,
        weighed=dict(weights),
        targets=dict(targets),
        constraints=dict(constraints),
        older=tuple(
            each.skill
            for each in ratings
            if each.is_own and newest[each.skill].rated_on > each.rated_on
        ),
    )


def new_targets(
    workspace: Workspace, targets: Mapping[str, int | None], on: date
) -> Iterator[changes.Change]:
    """Yield the changes that set these targets, but for those that are set so."""
    profile = workspace.profile()
    for skill, level in targets.items():
        edition, top = workspace.knowledge.edition, profile.target_tops.get(skill)
        is_so = profile.targets.get(skill) == level
        if not is_so or (level is not None and not edition.is_of(top)):
            yield changes.target_set(skill, level, on, edition.top)


def new_constraints(
    workspace: Workspace, constraints: Mapping[str, Constraint | None], on: date
) -> Iterator[changes.Change]:
    """Yield the changes that say what holds one back, but for what is said already."""
    profile = workspace.profile()
    said = {**profile.constraints, **dict.fromkeys(profile.no_constraints)}
    for skill, constraint in constraints.items():
        if skill not in said or said[skill] != constraint:
            yield changes.constraint_set(on, skill, constraint)


def _role_changes(
    workspace: Workspace, role: str | None, contexts: Sequence[str], on: date
) -> list[changes.Change]:
    if role is None and not contexts:
        return []
    known_contexts(workspace.knowledge, contexts)
    chosen = role or workspace.profile().role or workspace.knowledge.default_role()
    if chosen != workspace.profile().role:  # their own may have left the base
        known_role(workspace.knowledge, chosen)
    return [changes.role_chosen(chosen, tuple(contexts), on)]


def skills_to_ask(
    outlines: Sequence[SkillOutline], *, full: bool, pillar: str | None
) -> tuple[str, ...]:
    """Return the skills of an interview: the core ones, a pillar's, or all.

    Where a base calls none of its skills core, a quick interview asks all.  Raises
    UsageError where that would be no interview any more.
    """
    if pillar is not None:
        names = dict.fromkeys(outline.pillar for outline in outlines)
        if pillar not in names:
            near = get_close_matches(pillar, names, 1)
            raise UnknownNameError("pillar", pillar, near, ", ".join(names))
        return tuple(each.id for each in outlines if each.pillar == pillar)
    core = tuple(each.id for each in outlines if each.core)
    if core and not full:
        return core
    if len(outlines) > MOST_ASKED and not full:
        raise UsageError(
            f"There are {len(outlines):,} skills, and the knowledge base calls none of "
            "them core. Rate those of a pillar: pillarplan assess --pillar NAME (see: "
            "pillarplan kb list); or all: pillarplan assess --full"
        )
    return tuple(each.id for each in outlines)
