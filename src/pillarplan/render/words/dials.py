"""The words of the dials of a plan: what each is called, says and means."""

from collections.abc import Mapping

from pillarplan.domain.facts.parts import PlanOption
from pillarplan.domain.plan.availability import Week, spread
from pillarplan.domain.plan.dials import Dials
from pillarplan.domain.text import WEEKDAYS, in_hours, join_words, on_day

LABELS: Mapping[str, str] = {
    "hours": "Hours a week",
    "focus": "Skills at once",
    "until": "Last day",
    "depth": "Depth",
    "budget": "Budget",
}

MEANINGS: Mapping[str, str] = {
    "hours": "What you really have for this at your desk, week after week.",
    "focus": "How many you work on at once; when one is closed, the next follows.",
    "until": "When you want to be there; nothing is planned after it.",
    "depth": (
        "lean: the shortest way. solid: what many recommend may take a while longer. "
        "deep: the best of its kind, though it be a long book."
    ),
    "budget": "The most that all of it may cost, in USD. Companies often pay; ask.",
}


def say_dial(name: str, dials: Dials) -> str:
    """Return the value of a dial in a few words."""
    match name:
        case "hours":
            return in_hours(sum(dials.hours))
        case "focus" if dials.chosen:
            return "your choice"
        case "focus":
            return "all" if dials.focus is None else str(dials.focus)
        case "until":
            return on_day(dials.until)
        case "budget":
            return "no limit" if dials.budget is None else f"{dials.budget:,g} USD"
        case _:
            return str(dials.depth)


def say_beside(name: str, dials: Dials, skills: Mapping[str, str]) -> str:
    """Return what there is to say beside a value; `skills` has names by id."""
    if name == "hours":
        return say_week(dials.hours)
    if name == "focus" and dials.chosen:
        return join_words(skills.get(each, each) for each in dials.chosen)
    return ""


def say_week(week: Week) -> str:
    """Return on which weekdays how many hours are: ``Tue 1.5, Thu 1.5``."""
    days = zip(WEEKDAYS, week, strict=True)
    return ", ".join(f"{day[:3]} {hours:g}" for day, hours in days if hours)


def week_option(week: Week) -> str:
    """Return a week as one types it: ``tue=1.5,thu=1.5``."""
    return say_week(week).lower().replace(", ", ",").replace(" ", "=")


def dial_option(name: str, dials: Dials) -> PlanOption:
    """Return the option of ``plan`` that puts a dial where it stands."""
    return PlanOption(name=f"--{name}", value=_value(name, dials))


def _value(name: str, dials: Dials) -> str:
    match name:
        case "hours" if dials.hours == spread(sum(dials.hours), dials.shortest):
            return f"{sum(dials.hours):g}"
        case "hours":
            return week_option(dials.hours)
        case "until":
            return dials.until.isoformat()
        case "budget":
            return "any" if dials.budget is None else f"{dials.budget:g}"
        case _:
            return say_dial(name, dials)
