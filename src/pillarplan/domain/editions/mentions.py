"""What a record speaks of by an id of the knowledge base, and how often."""

from collections import Counter
from collections.abc import Iterable

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.succession import Lineage
from pillarplan.domain.person.profile import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """How often a record speaks of one thing."""

    sort: Lineage
    id: str
    ratings: int = 0
    targets: int = 0
    weights: int = 0
    constraints: int = 0
    """Words on what holds the person back, besides the skill."""
    evidence: int = 0
    finished: int = 0
    """Finished steps of a skill; or how often an item was finished."""
    hours: int = 0
    """Entries of hours."""
    dropped: int = 0
    planned: int = 0
    """Items of the adopted plan for a skill; or whether the plan holds an item."""
    aimed_at: int = 0
    """Whether it is the person's role."""


def find_mentions(profile: Profile) -> tuple[Mentions, ...]:
    """Return all that a record speaks of: skills, then items, then the role."""
    return (*_skills(profile), *_items(profile), *_role(profile))


def _skills(profile: Profile) -> Iterable[Mentions]:
    ratings = Counter(each.skill for each in profile.ratings)
    targets = Counter(profile.targets)
    weights = Counter(
        [*profile.weighed, *(r.skill for r in profile.ratings if r.importance)]
    )
    constraints = Counter([*profile.constraints, *sorted(profile.no_constraints)])
    evidence = Counter(each.skill for each in profile.evidence)
    finished = Counter(step.skill for step in profile.learnt | profile.practised)
    items = profile.roadmap.items if profile.roadmap else ()
    planned = Counter(
        skill for item in items for skill in {span.skill for span in item.closes}
    )
    for id_ in dict.fromkeys(
        (
            *(*ratings, *targets, *weights, *constraints, *evidence),
            *(*sorted(finished), *sorted(planned)),
        )
    ):
        yield Mentions(
            sort=Lineage.SKILL,
            id=id_,
            ratings=ratings[id_],
            targets=int(id_ in targets),
            weights=weights[id_],
            constraints=constraints[id_],
            evidence=evidence[id_],
            finished=finished[id_],
            planned=planned[id_],
        )


def _items(profile: Profile) -> Iterable[Mentions]:
    finished = Counter(each.item for each in profile.done)
    hours = Counter(each.item for each in profile.spent if not each.assumed)
    dropped = Counter(each.item for each in profile.dropped)
    items = profile.roadmap.items if profile.roadmap else ()
    planned = {each.id for each in items}
    for id_ in dict.fromkeys((*finished, *hours, *dropped, *sorted(planned))):
        if id_ in profile.outside:  # no knowledge base ever had it
            continue
        yield Mentions(
            sort=Lineage.ITEM,
            id=id_,
            finished=finished[id_],
            hours=hours[id_],
            dropped=dropped[id_],
            planned=int(id_ in planned),
        )


def _role(profile: Profile) -> Iterable[Mentions]:
    if profile.role is not None:
        yield Mentions(sort=Lineage.ROLE, id=profile.role, aimed_at=1)
