"""Why an item, a skill or a whole plan stands as it stands, with numbers.

Every number comes from planning again: without the item, with it, or with more time.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from pillarplan.domain.gap import Gap
from pillarplan.domain.roadmap import Roadmap
from pillarplan.domain.step import Span, spans
from pillarplan.domain.variant import Loss
from pillarplan.planner.calendar import QUARTERS
from pillarplan.planner.candidates import Candidate, is_allowed
from pillarplan.planner.draft import Draft, plan_again
from pillarplan.planner.fitting import Fit
from pillarplan.planner.not_now import why_not_now
from pillarplan.planner.reasons import closed_by, give_reason, partners, rivals
from pillarplan.planner.rivalry import say_loss, with_it, without
from pillarplan.planner.starts import why_then
from pillarplan.planner.ways_out import with_more
from pillarplan.planner.words import join_words, say_steps

FEW = 3
"""More titles than these are counted and not listed."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillExplanation:
    """Why a skill is in the focus, or why it is not."""

    gap: Gap
    in_focus: bool
    rank: int | None
    """Its place by priority among the skills that have a gap, from 1."""
    closes: tuple[Span, ...]
    leaves: tuple[Span, ...]
    """Wanted steps that the plan does not close."""
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """What a plan with a wider limit would close more."""

    value: int
    closes: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanExplanation:
    """What keeps the plan from being better."""

    binds: tuple[str, ...]
    """Those of ``hours``, ``deadline`` and ``money`` that keep it from closing more."""
    one_more_hour: Gain
    """With one more hour a week."""
    four_more_weeks: Gain
    """With a later deadline."""
    any_money: Gain
    """Without a limit on money."""
    sentences: tuple[str, ...]


def explain_item(draft: Draft, roadmap: Roadmap, item_id: str) -> ItemExplanation:
    """Return what an item closes, what would come in its place, and why it starts then.

    The choice is explained by `draft`, which is what one would plan now; the date by
    `roadmap`.
    """
    found = (item for item in draft.choice.candidates if item.id == item_id)
    item = next(found, None)
    if item is None:
        explained = _explain_outsider(draft, item_id)
    elif item in draft.fit.selection.items:
        explained = _explain_planned(draft, item)
    else:
        explained = _explain_loser(draft, item)
    in_roadmap = roadmap.item(item_id)
    if in_roadmap is None:
        return explained
    then = why_then(roadmap, in_roadmap)
    return replace(explained, sentences=(*explained.sentences, then))


def explain_skill(draft: Draft, skill: str) -> SkillExplanation | None:
    """Return why a skill is in the focus or not; None if there is no such skill."""
    gap = next((gap for gap in draft.gaps if gap.skill == skill), None)
    if gap is None:
        return None
    ranked = [gap.skill for gap in draft.gaps if gap.size]
    closed = [step for step in draft.fit.selection.closed if step.skill == skill]
    sentences = [
        f"Priority {gap.priority} (importance {gap.importance} x gap {gap.size}), "
        f"number {ranked.index(skill) + 1} of {len(ranked)} skills with a gap."
        for gap in draft.focus
        if gap.skill == skill
    ]
    if closed:
        sentences.append(f"The plan closes {say_steps(closed, draft.names)}.")
    return SkillExplanation(
        gap=gap,
        in_focus=gap in draft.focus,
        rank=ranked.index(skill) + 1 if skill in ranked else None,
        closes=spans(closed),
        leaves=spans([step for step in draft.missing if step.skill == skill]),
        sentences=(*sentences, *why_not_now(draft, gap)),
    )


def explain_plan(draft: Draft) -> PlanExplanation:
    """Return what limits the plan, and what it would gain from wider limits."""
    wider = with_more(draft.limits.availability, QUARTERS)
    later = draft.limits.until + timedelta(weeks=4)
    rich = replace(draft.choice, budget_cents=None)
    gains = {
        "One more hour a week": _gain(draft, plan_again(draft, availability=wider)),
        "Four more weeks": _gain(draft, plan_again(draft, until=later)),
        "More money": _gain(draft, plan_again(draft, choice=rich)),
    }
    hour, weeks, money = gains.values()
    binds = ["hours", "deadline"] * (draft.fit.selection.value < draft.fit.wanted.value)
    binds += ["money"] * (money.value > 0)
    return PlanExplanation(
        binds=tuple(binds),
        one_more_hour=hour,
        four_more_weeks=weeks,
        any_money=money,
        sentences=(
            f"The plan is limited by {join_words(binds)}."
            if binds
            else "No limit on hours, days or money keeps the plan from closing more.",
            *(
                f"{what} would close {_say(gain, draft)} more."
                for what, gain in gains.items()
                if gain.value > 0
            ),
        ),
    )


def _explain_planned(draft: Draft, item: Candidate) -> ItemExplanation:
    closes = closed_by(draft, item)
    able = rivals(draft, closes, item.is_practice)
    rivalry = without(draft, item)
    sentences = [give_reason(draft, item)]
    if rivalry:
        instead = _titles(draft, rivalry.comes)
        with_others = f" with {instead} in its place" if instead else ""
        sentences.append(
            f"Without it, the plan{with_others} would {say_loss(rivalry.loss)}."
        )
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


def _explain_loser(draft: Draft, item: Candidate) -> ItemExplanation:
    """Explain an item that could be in the plan, but is not."""
    rivalry = with_it(draft, item)
    sentence = "The plan has no room for it."
    if rivalry:
        goes = _titles(draft, rivalry.goes)
        in_place = f" in place of {goes}" if goes else ""
        sentence = f"With it{in_place}, the plan would {say_loss(rivalry.loss)}."
    return ItemExplanation(
        item=item.id,
        title=draft.items[item.id].title,
        planned=False,
        runner_up=_ids(rivalry.goes) if rivalry else (),
        loss=rivalry.loss if rivalry else None,
        sentences=(sentence,),
    )


def _explain_outsider(draft: Draft, item_id: str) -> ItemExplanation:
    """Explain an item that was no candidate."""
    item = draft.items.get(item_id)
    if item_id in draft.profile.finished:
        sentence = "You have finished it; the plan counts on it."
    elif item is None:
        sentence = "It develops no skill in which you have a gap."
    elif not is_allowed(item, draft.limits):
        sentence = "Your limits on format, language or price keep it out."
    elif draft.choice.worth.keys().isdisjoint(item.steps):
        wanted = say_steps(draft.choice.worth, draft.names)
        sentence = f"It covers {say_steps(item.steps, draft.names)}, not {wanted}."
    else:
        sentence = "You dropped it."
    title = item.title if item else item_id
    return ItemExplanation(
        item=item_id, title=title, planned=False, sentences=(sentence,)
    )


def _gain(draft: Draft, other: Fit) -> Gain:
    closed = frozenset(draft.fit.selection.closed)
    more = [step for step in other.selection.closed if step not in closed]
    value = other.selection.value - draft.fit.selection.value
    return Gain(value=value, closes=spans(more))


def _say(gain: Gain, draft: Draft) -> str:
    steps = (step for span in gain.closes for step in span.steps)
    return say_steps(steps, draft.names)


def _ids(items: Iterable[Candidate]) -> tuple[str, ...]:
    return tuple(item.id for item in items)


def _titles(draft: Draft, items: Sequence[Candidate]) -> str:
    titles = [f"'{draft.items[item.id].title}'" for item in items]
    if len(titles) > FEW:
        titles[FEW - 1 :] = [f"{len(titles) - FEW + 1} others"]
    return join_words(titles)
