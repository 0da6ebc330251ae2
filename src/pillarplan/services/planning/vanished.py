"""What is known of an item or a skill that the knowledge base no longer holds.

The plan and the record keep what they meant when they were made; the base adds nothing.
"""

from collections.abc import Iterator

from pillarplan.domain.facts.about_items import DroppedOn, FinishedOn, NoLongerKnown
from pillarplan.domain.facts.about_skills import PlanCloses
from pillarplan.domain.facts.kinds import ItemFact
from pillarplan.domain.facts.parts import name_steps
from pillarplan.domain.knowledge.step import Step, spans
from pillarplan.domain.person.profile import USUAL_IMPORTANCE, Profile
from pillarplan.domain.person.work import Ended
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.plan.roadmap import OPEN, PlannedItem, Roadmap
from pillarplan.domain.reports.explanation import ItemExplanation, SkillExplanation
from pillarplan.planner.explaining.start_reasons import why_then


def explain_vanished_item(
    profile: Profile, roadmap: Roadmap, item: str
) -> ItemExplanation | None:
    """Return what plan and record tell of an item; None if they know nothing of it."""
    planned, done = roadmap.item(item), _last(profile.done, item)
    if planned is None and done is None and item not in profile.hours_spent:
        return None
    was = planned or (done and done.meant)
    return ItemExplanation(
        item=item,
        title=was.title if was else item,
        planned=planned is not None and planned.state in OPEN,
        closes=was.closes if was else (),
        facts=tuple(_facts(profile, roadmap, item, planned)),
    )


def _facts(
    profile: Profile, roadmap: Roadmap, item: str, planned: PlannedItem | None
) -> Iterator[ItemFact]:
    if done := _last(profile.done, item):
        yield FinishedOn(on=done.on, counts_for=())
    elif item in profile.dropped_items and (gone := _last(profile.dropped, item)):
        yield DroppedOn(on=gone.on, reason=gone.reason)
    yield NoLongerKnown()
    if planned and planned.state in OPEN:
        yield why_then(roadmap, planned)


def explain_vanished_skill(
    profile: Profile, roadmap: Roadmap, skill: str
) -> SkillExplanation | None:
    """Return what plan and record tell of a skill; None if they know nothing of it."""
    steps = _steps(roadmap, skill)
    rating = profile.own_ratings.get(skill)
    if not steps and rating is None and skill not in profile.targets:
        return None
    level = rating.level if rating else None
    said = (PlanCloses(steps=name_steps(steps, {skill: skill})),)
    return SkillExplanation(
        gap=Gap(
            skill=skill,
            name=skill,
            pillar="",
            current=level,
            target=profile.targets.get(skill, level or 0),
            importance=profile.importance.get(skill, USUAL_IMPORTANCE),
            applies=skill not in profile.not_applicable,
        ),
        in_focus=bool(steps),
        rank=None,
        closes=spans(steps),
        leaves=(),
        facts=(NoLongerKnown(), *(said if steps else ())),
    )


def _steps(roadmap: Roadmap, skill: str) -> list[Step]:
    spans_of_items = (span for item in roadmap.items for span in item.closes)
    return sorted(
        {step for span in spans_of_items if span.skill == skill for step in span.steps}
    )


def _last(ended: tuple[Ended, ...], item: str) -> Ended | None:
    return next((each for each in reversed(ended) if each.item == item), None)
