"""Why an item stands in the plan, or why it does not, with numbers.

The numbers come from planning again: without the item, or with it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pillarplan.domain.facts.about_items import (
    DroppedOn,
    FinishedOn,
    ForLater,
    ForNoGap,
    LeftOutByWish,
    NotFree,
    NotInLanguage,
    NotOfKind,
    OpenPrice,
    OtherSkills,
    OtherSteps,
    TakeBack,
    TooDear,
    TooLong,
    WithIt,
    WithoutIt,
)
from pillarplan.domain.facts.kinds import Exclusion, ItemFact
from pillarplan.domain.facts.parts import PlanOption, name_steps
from pillarplan.domain.knowledge.item import Item, Practice
from pillarplan.domain.knowledge.step import Step, spans
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.work import Ended
from pillarplan.domain.plan.roadmap import OPEN, Roadmap
from pillarplan.domain.reports.explanation import ItemExplanation
from pillarplan.planner.explaining.lifting import lifted
from pillarplan.planner.explaining.naming import titled
from pillarplan.planner.explaining.reasons import (
    closed_by,
    give_reason,
    partners,
    rivals,
)
from pillarplan.planner.explaining.rivalry import (
    Rivalry,
    find_difference,
    with_it,
    without,
)
from pillarplan.planner.explaining.start_reasons import why_then
from pillarplan.planner.fitting.draft import Draft
from pillarplan.planner.schedule.calendar import QUARTERS
from pillarplan.planner.selection.candidates import Candidate
from pillarplan.planner.selection.question import forbidden_by


def explain_item(draft: Draft, roadmap: Roadmap, item: Item) -> ItemExplanation:
    """Return what an item closes, what would come in its place, and why it starts then.

    The choice is explained by `draft`, which is what one would plan now; the date by
    `roadmap`.
    """
    later = tuple(_for_later(draft, item.id))
    draft = draft.holding(item.id)
    found = (each for each in draft.choice.candidates if each.id == item.id)
    candidate = next(found, None)
    if candidate is None:
        return _explain_outsider(draft, item)
    if candidate in draft.fit.selection.items:
        explained = _explain_planned(draft, candidate)
    else:
        explained = _explain_loser(draft, candidate)
    explained = replace(explained, facts=(*later, *explained.facts))
    in_roadmap = roadmap.item(item.id)
    if in_roadmap is None or in_roadmap.state not in OPEN:
        return explained
    then = replace(why_then(roadmap, in_roadmap), leaves_plan=not explained.planned)
    return replace(explained, facts=(*explained.facts, then))


def _for_later(draft: Draft, item_id: str) -> Iterator[ForLater]:
    """Yield for which skill an item is that is not in hand yet."""
    for wave in draft.whole.waves:
        is_for_it = item_id in {item.id for item in wave.selection.items}
        if is_for_it and (on := draft.whole.starts_on(wave)):
            yield ForLater(skill=wave.gap.skill, name=wave.gap.name, on=on)


def _explain_planned(draft: Draft, item: Candidate) -> ItemExplanation:
    closes = closed_by(draft, item)
    able = rivals(draft, closes, item.is_practice)
    rivalry = without(draft, item)
    facts: list[ItemFact] = [give_reason(draft, item)]
    if rivalry:
        facts.append(_without_it(draft, item, rivalry))
    return ItemExplanation(
        item=item.id,
        title=draft.items[item.id].title,
        planned=True,
        closes=spans(closes),
        partners=_ids(partners(draft, item)),
        rivals=_ids(other for other in able if other is not item),
        runner_up=_ids(rivalry.comes) if rivalry else (),
        loss=rivalry.loss if rivalry else None,
        facts=tuple(facts),
    )


def _without_it(draft: Draft, item: Candidate, rivalry: Rivalry) -> WithoutIt:
    return WithoutIt(
        comes=titled(draft, rivalry.comes),
        named_by=_named_by(draft, item, rivalry),
        difference=find_difference(rivalry, draft.names),
        adopted=item.adopted,
    )


def _named_by(draft: Draft, item: Candidate, rivalry: Rivalry) -> int | None:
    """Return how many name the one resource that comes in place of another.

    Where nobody names either of them, there is nothing to compare.
    """
    if item.is_practice or len(rivalry.comes) != 1 or rivalry.comes[0].is_practice:
        return None
    named = draft.items[rivalry.comes[0].id].recommenders
    return named if named or draft.items[item.id].recommenders else None


def _explain_loser(draft: Draft, item: Candidate) -> ItemExplanation:
    """Explain an item that could be in the plan, but is not."""
    rivalry = with_it(draft, item)
    return ItemExplanation(
        item=item.id,
        title=draft.items[item.id].title,
        planned=False,
        runner_up=_ids(rivalry.goes) if rivalry else (),
        loss=rivalry.loss if rivalry else None,
        facts=(_with_it(draft, rivalry) if rivalry else _no_room(draft, item),),
    )


def _with_it(draft: Draft, rivalry: Rivalry) -> WithIt:
    return WithIt(
        goes=titled(draft, rivalry.goes),
        difference=find_difference(rivalry, draft.names),
    )


def _no_room(draft: Draft, item: Candidate) -> TooDear | TooLong:
    budget = draft.choice.budget_cents
    if budget is not None and item.cents > budget:
        return TooDear(costs=item.cents / 100, budget=budget / 100)
    return TooLong(
        needs=item.quarters / QUARTERS,
        free=draft.free.hours,
        until=draft.limits.until,
    )


def _explain_outsider(draft: Draft, item: Item) -> ItemExplanation:
    """Explain an item that was no candidate."""
    return ItemExplanation(
        item=item.id,
        title=item.title,
        planned=False,
        facts=tuple(_why_outside(draft, item)),
    )


def _why_outside(draft: Draft, item: Item) -> Iterator[ItemFact]:
    profile = draft.profile
    if item.id in profile.finished:
        yield _finished(draft, item)
    elif item.id in {*profile.dropped_items, *draft.limits.dropped}:
        yield _dropped(profile, item.id)
        yield TakeBack(options=(PlanOption(name="--pin", value=item.id),))
    elif item.id not in draft.items and _is_for_no_gap(draft, item):
        yield ForNoGap()
    elif draft.choice.worth.keys().isdisjoint(item.steps):
        yield _elsewhere(draft, item)
    else:
        yield from _forbidden(draft, item)


def _is_for_no_gap(draft: Draft, item: Item) -> bool:
    """Say whether an item develops only what is as wanted, or where a talk is first."""
    wanted = {gap.skill for gap in draft.gaps if gap.size and not gap.talk}
    return wanted.isdisjoint(step.skill for step in item.steps)


def _forbidden(draft: Draft, item: Item) -> Iterator[Exclusion]:
    """Yield which limit keeps an item out."""
    limit, limits = forbidden_by(item, draft.limits), draft.limits
    if limit is None or isinstance(item, Practice):
        return
    options = lifted(limit)
    if limit == "formats":
        yield NotOfKind(format=item.kind, asked=limits.formats, options=options)
    elif limit == "languages":
        yield NotInLanguage(
            language=item.language, asked=limits.languages, options=options
        )
    elif limit == "money":
        yield OpenPrice(budget=limits.budget or 0, options=options)
    else:
        yield NotFree(options=options)


def _finished(draft: Draft, item: Item) -> FinishedOn:
    counts = [step for step in item.steps if step in draft.fit.selection.closed]
    return FinishedOn(
        on=_last(draft.profile.done, item.id).on,
        counts_for=name_steps(counts, draft.names),
    )


def _elsewhere(draft: Draft, item: Item) -> OtherSkills | OtherSteps:
    """Return what an item covers that covers no step of the focus."""
    skills = tuple(dict.fromkeys(step.skill for step in item.steps))
    wanted = [step for step in draft.choice.worth if step.skill in skills]
    if not wanted:
        names = tuple(draft.names[skill] for skill in skills)
        return OtherSkills(skills=skills, names=names)
    return OtherSteps(
        covers=name_steps(_of(item, wanted), draft.names),
        wanted=name_steps(wanted, draft.names),
    )


def _of(item: Item, wanted: Iterable[Step]) -> list[Step]:
    """Return the steps of `item` in those skills of which some steps are wanted."""
    skills = {step.skill for step in wanted}
    return [step for step in item.steps if step.skill in skills]


def _dropped(profile: Profile, item_id: str) -> DroppedOn | LeftOutByWish:
    if item_id not in profile.dropped_items:
        return LeftOutByWish()
    ended = _last(profile.dropped, item_id)
    return DroppedOn(on=ended.on, reason=ended.reason)


def _last(ended: Sequence[Ended], item_id: str) -> Ended:
    return next(each for each in reversed(ended) if each.item == item_id)


def _ids(items: Iterable[Candidate]) -> tuple[str, ...]:
    return tuple(item.id for item in items)
