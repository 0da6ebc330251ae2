"""The words of what a roadmap keeps, and roadmaps with these words filled in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pillarplan.domain.facts import not_now, notes, reasons, ways_out
from pillarplan.domain.facts.kept import read_kept
from pillarplan.domain.facts.plain import FactRecord
from pillarplan.domain.plan.roadmap import NotNow, PlannedItem, Roadmap
from pillarplan.render.words import not_now as later
from pillarplan.render.words import notes as remarks
from pillarplan.render.words import reasons as choices
from pillarplan.render.words import ways_out as ways

KEPT_WORDS: Mapping[type, Callable[[Any], str]] = {
    reasons.ClosesSteps: choices.say_closes,
    reasons.StandsIn: choices.say_stands_in,
    reasons.OnlyPinned: choices.say_only_pinned,
    not_now.DoesNotApply: later.say_does_not_apply,
    not_now.NotRated: later.say_not_rated,
    not_now.AtTarget: later.say_at_target,
    not_now.OutsideFocus: later.say_outside_focus,
    not_now.NoEntry: later.say_no_entry,
    not_now.TooLittleMoney: later.say_too_little_money,
    not_now.NeedsDesk: later.say_needs_desk,
    not_now.TooSoon: later.say_too_soon,
    not_now.TooFewHours: later.say_too_few_hours,
    not_now.HoursDoNotSuit: later.say_hours_do_not_suit,
    notes.Shortage: remarks.say_shortage,
    notes.DepthInVain: remarks.say_depth_in_vain,
    notes.NothingCloses: remarks.say_nothing_closes,
    notes.TimeRanOut: remarks.say_time_ran_out,
    notes.TooLight: remarks.say_too_light,
    notes.NoEntries: remarks.say_no_entries,
    notes.MeetingsTake: remarks.say_meetings_take,
    notes.PinnedInVain: remarks.say_pinned_in_vain,
    notes.NoReserve: remarks.say_no_reserve,
    notes.HoldsEveryGap: remarks.say_holds_every_gap,
    notes.OnlyListeningLeft: remarks.say_only_listening_left,
    notes.SkillsFitToo: remarks.say_skills_fit_too,
    notes.StepsFitToo: remarks.say_steps_fit_too,
    notes.SpendsMoney: remarks.say_spends_money,
    ways_out.WaysOut: ways.say_ways_out,
    ways_out.NoWayOut: ways.say_no_way_out,
}
"""A new kind of fact in a roadmap has a row here."""


def roadmap_in_words(roadmap: Roadmap) -> Roadmap:
    """Return a roadmap with its reasons and notes in words.

    What was told by another version of the program in facts that this one does not
    know keeps the words in which it was told; so do roadmaps from before there were
    facts.
    """
    return replace(
        roadmap,
        items=tuple(_item(item) for item in roadmap.items),
        not_now=tuple(_not_now(each) for each in roadmap.not_now),
        notes=_sentences(roadmap.facts) or roadmap.notes,
    )


def _item(item: PlannedItem) -> PlannedItem:
    return replace(item, reason=" ".join(_sentences(item.facts)) or item.reason)


def _not_now(each: NotNow) -> NotNow:
    return replace(each, reason=" ".join(_sentences(each.facts)) or each.reason)


def _sentences(kept: Sequence[FactRecord]) -> tuple[str, ...]:
    """Return kept facts in words; none if some are of kinds that are not known."""
    return tuple(KEPT_WORDS[type(fact)](fact) for fact in read_kept(kept) or ())
