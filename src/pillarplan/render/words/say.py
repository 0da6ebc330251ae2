"""The words of every fact, from one table."""

from collections.abc import Callable, Mapping
from typing import Any

from pillarplan.domain.facts import (
    about_calendars,
    about_items,
    about_plans,
    about_skills,
    empty,
)
from pillarplan.domain.facts.kinds import Fact
from pillarplan.render.words import about_items as items
from pillarplan.render.words import about_plans as plans
from pillarplan.render.words import calendars, differences
from pillarplan.render.words import empty as emptiness
from pillarplan.render.words.kept import KEPT_WORDS


def say(fact: Fact) -> str:
    """Return a fact in words: a sentence, or a few."""
    return WORDS[type(fact)](fact)


WORDS: Mapping[type, Callable[[Any], str]] = {
    **KEPT_WORDS,
    about_items.ForLater: items.say_for_later,
    about_items.WithoutIt: items.say_without_it,
    about_items.WithIt: items.say_with_it,
    about_items.TooDear: items.say_too_dear,
    about_items.TooLong: items.say_too_long,
    about_items.StartsThen: items.say_starts_then,
    about_items.FinishedOn: items.say_finished_on,
    about_items.DroppedOn: items.say_dropped_on,
    about_items.LeftOutByWish: items.say_left_out,
    about_items.TakeBack: items.say_take_back,
    about_items.ForNoGap: items.say_for_no_gap,
    about_items.OtherSkills: items.say_other_skills,
    about_items.OtherSteps: items.say_other_steps,
    about_items.NotOfKind: items.say_not_of_kind,
    about_items.NotInLanguage: items.say_not_in_language,
    about_items.NotFree: items.say_not_free,
    about_items.OpenPrice: items.say_open_price,
    about_items.NoLongerKnown: items.say_no_longer_known,
    about_skills.Standing: plans.say_standing,
    about_skills.HeldBack: plans.say_held_back,
    about_skills.InFocus: plans.say_in_focus,
    about_skills.PlanCloses: plans.say_plan_closes,
    about_skills.TakenUp: plans.say_taken_up,
    about_skills.OthersFirst: plans.say_others_first,
    about_skills.WiderFocus: plans.say_wider_focus,
    about_plans.KeptBack: plans.say_kept_back,
    about_plans.NothingLeft: plans.say_nothing_left,
    about_plans.ClosesAll: plans.say_closes_all,
    about_plans.WouldClose: plans.say_would_close,
    about_plans.EndsSooner: plans.say_ends_sooner,
    about_plans.ChosenAnew: differences.say_chosen_anew,
    about_calendars.EndOfYear: calendars.say_end_of_year,
    about_calendars.CalendarsSay: calendars.say_calendars,
    about_plans.Differs: differences.say_differs,
    about_plans.Swapped: differences.say_swapped,
    empty.NothingFits: emptiness.say_nothing_fits,
    empty.ChosenNotRated: emptiness.say_chosen_not_rated,
    empty.ChosenAtTarget: emptiness.say_chosen_at_target,
    empty.NoGap: emptiness.say_no_gap,
}
"""A new kind of fact has a row here, or in the table of what a roadmap keeps."""
