"""Why an item stands in the plan, or why it does not, with numbers.

The numbers come from planning again: without the item, or with it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pillarplan.domain.knowledge.item import Item
from pillarplan.domain.knowledge.step import Span, Step, spans
from pillarplan.domain.person.profile import Ended, Profile
from pillarplan.domain.plan.roadmap import OPEN, Roadmap
from pillarplan.domain.plan.variant import Loss
from pillarplan.domain.text import in_hours, join_words, say_day
from pillarplan.planner.explaining.reasons import (
    closed_by,
    give_reason,
    partners,
    rivals,
)
from pillarplan.planner.explaining.rivalry import (
    Rivalry,
    say_difference,
    with_it,
    without,
)
from pillarplan.planner.explaining.start_reasons import why_then
from pillarplan.planner.fitting.draft import Draft
from pillarplan.planner.schedule.calendar import QUARTERS
from pillarplan.planner.selection.candidates import Candidate, why_not_allowed
from pillarplan.planner.words import FEW, say_steps


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemExplanation:
    """Why an item is in the plan, or why it is not."""

    item: str
    title: str
    planned: bool
    closes: tuple[Span, ...] = ()
    partners: tuple[str, ...] = ()
    """Items of the plan that close the same steps together with it."""
    rivals: tuple[str, ...] = ()
    """Items that could close the same steps in its place."""
    runner_up: tuple[str, ...] = ()
    """What would come in without it; or what would go out if it had to come in."""
    loss: Loss | None = None
    """How much worse the plan would then be; None if that cannot be tried."""
    sentences: tuple[str, ...]


def explain_item(draft: Draft, roadmap: Roadmap, item: Item) -> ItemExplanation:
    """Return what an item closes, what would come in its place, and why it starts then.

    The choice is explained by `draft`, which is what one would plan now; the date by
    `roadmap`.
    """
    found = (each for each in draft.choice.candidates if each.id == item.id)
    candidate = next(found, None)
    if candidate is None:
        return _explain_outsider(draft, item)
    if candidate in draft.fit.selection.items:
        explained = _explain_planned(draft, candidate)
    else:
        explained = _explain_loser(draft, candidate)
    in_roadmap = roadmap.item(item.id)
    if in_roadmap is None or in_roadmap.state not in OPEN:
        return explained
    then = why_then(roadmap, in_roadmap)
    if not explained.planned:
        then += " A plan made today would leave it out."
    return replace(explained, sentences=(*explained.sentences, then))


def _explain_planned(draft: Draft, item: Candidate) -> ItemExplanation:
    closes = closed_by(draft, item)
    able = rivals(draft, closes, item.is_practice)
    rivalry = without(draft, item)
    sentences = [give_reason(draft, item)]
    if rivalry:
        sentences.append(_without_it(draft, item, rivalry))
    return ItemExplanation(
        item=item.id,
        title=draft.items[item.id].title,
        planned=True,
        closes=spans(closes),
        partners=_ids(partners(draft, item)),
        rivals=_ids(other for other in able if other is not item),
        runner_up=_ids(rivalry.comes) if rivalry else (),
        loss=rivalry.loss if rivalry else None,
        sentences=tuple(sentences),
    )


def _without_it(draft: Draft, item: Candidate, rivalry: Rivalry) -> str:
    instead = _titles(draft, rivalry.comes)
    with_others = f" with {instead} in its place" if instead else ""
    sentence = (
        f"Without it, the plan{with_others} would "
        f"{say_difference(rivalry, draft.names)}"
    )
    if any((*rivalry.closes, *rivalry.opens, rivalry.loss.hours, rivalry.loss.money)):
        return f"{sentence}."
    order = "what you have stays" if item.adopted else "the first one listed wins"
    return f"{sentence}; between equals, {order}."


def _explain_loser(draft: Draft, item: Candidate) -> ItemExplanation:
    """Explain an item that could be in the plan, but is not."""
    rivalry = with_it(draft, item)
    if rivalry:
        goes = _titles(draft, rivalry.goes)
        in_place = f" in place of {goes}" if goes else ""
        difference = say_difference(rivalry, draft.names)
        sentence = f"With it{in_place}, the plan would {difference}."
    else:
        sentence = _no_room(draft, item)
    return ItemExplanation(
        item=item.id,
        title=draft.items[item.id].title,
        planned=False,
        runner_up=_ids(rivalry.goes) if rivalry else (),
        loss=rivalry.loss if rivalry else None,
        sentences=(sentence,),
    )


def _no_room(draft: Draft, item: Candidate) -> str:
    hours, budget = item.quarters / QUARTERS, draft.choice.budget_cents
    if budget is not None and item.cents > budget:
        return (
            f"It costs {item.cents / 100:g} USD; your budget is {budget / 100:g} USD."
        )
    until = say_day(draft.limits.until)
    if hours > draft.free.hours:
        free = in_hours(draft.free.hours)
        return f"It takes {in_hours(hours)}; until {until} you have {free}."
    return f"It takes {in_hours(hours)}, for which there is no room until {until}."


def _explain_outsider(draft: Draft, item: Item) -> ItemExplanation:
    """Explain an item that was no candidate."""
    return ItemExplanation(
        item=item.id,
        title=item.title,
        planned=False,
        sentences=tuple(_why_outside(draft, item)),
    )


def _why_outside(draft: Draft, item: Item) -> Iterator[str]:
    profile = draft.profile
    if item.id in profile.finished:
        yield _finished(draft, item)
    elif item.id in {*profile.dropped_items, *draft.limits.dropped}:
        yield _dropped(profile, item.id)
        yield f"To take it back: pillarplan plan --pin {item.id}"
    elif item.id not in draft.items:
        yield "It develops no skill in which you have a gap."
    elif draft.choice.worth.keys().isdisjoint(item.steps):
        yield _elsewhere(draft, item)
    else:
        yield why_not_allowed(item, draft.limits)


def _finished(draft: Draft, item: Item) -> str:
    on = say_day(_last(draft.profile.done, item.id).on)
    counts = [step for step in item.steps if step in draft.fit.selection.closed]
    if not counts:
        return f"You finished it on {on}."
    steps = say_steps(counts, draft.names)
    return f"You finished it on {on}; the plan counts on it for {steps}."


def _elsewhere(draft: Draft, item: Item) -> str:
    """Say what an item covers that covers no step of the focus."""
    skills = dict.fromkeys(step.skill for step in item.steps)
    wanted = [step for step in draft.choice.worth if step.skill in skills]
    if not wanted:
        names = join_words([draft.names[skill] for skill in skills])
        return f"It develops {names}, which is outside the focus of this plan."
    covers = say_steps(_of(item, wanted), draft.names)
    return f"It covers {covers}; the plan is for {say_steps(wanted, draft.names)}."


def _of(item: Item, wanted: Iterable[Step]) -> list[Step]:
    """Return the steps of `item` in those skills of which some steps are wanted."""
    skills = {step.skill for step in wanted}
    return [step for step in item.steps if step.skill in skills]


def _dropped(profile: Profile, item_id: str) -> str:
    if item_id not in profile.dropped_items:
        return "You left it out of this plan."
    ended = _last(profile.dropped, item_id)
    reason = f": {ended.reason.rstrip('.')}" if ended.reason else ""
    return f"You dropped it on {say_day(ended.on)}{reason}."


def _last(ended: Sequence[Ended], item_id: str) -> Ended:
    return next(each for each in reversed(ended) if each.item == item_id)


def _ids(items: Iterable[Candidate]) -> tuple[str, ...]:
    return tuple(item.id for item in items)


def _titles(draft: Draft, items: Sequence[Candidate]) -> str:
    titles = [f"'{draft.items[item.id].title}'" for item in items]
    if len(titles) > FEW:
        titles[FEW - 1 :] = [f"{len(titles) - FEW + 1} others"]
    return join_words(titles)
