"""The status as plain lines: one fact a line."""

from collections.abc import Iterator, Mapping
from datetime import date

from pillarplan.domain.plan.forecast import FEWEST_WEEKS, Basis, Forecast, SkillFinish
from pillarplan.domain.reports.next_action import Act
from pillarplan.domain.reports.status import Consistency, Status
from pillarplan.domain.text import counted, in_hours, on_day, wrapped
from pillarplan.render.lines.since_start import since_start_line
from pillarplan.render.look import Look
from pillarplan.render.pieces import Line, Piece, plain

LABEL_WIDTH = 11

BAR = 20
"""Columns of the bar of progress."""

WEEKS_BEHIND = 2
"""With less than this the dates are near enough."""


def status_lines(
    status: Status, look: Look, today: date, names: Mapping[str, str]
) -> Iterator[Line]:
    """Yield where the person stands, one fact a line.

    `names` has the names of the skills; a skill that is not in it is called by its id.
    """
    due = {"Recall"} | ({"Check-in"} if status.checkin_due else set())
    styles = dict.fromkeys(due, "again") | {"Next": "strong"}
    for label, text in _facts(status, look, today, names):
        bar = look.bar(_share(status), BAR, "done") if label == "Roadmap" else ()
        yield from _beside(label, bar, Piece(styles.get(label, ""), text), look)


def _share(status: Status) -> float:
    return status.items_done / status.items_total if status.items_total else 1.0


def _beside(label: str, bar: Line, fact: Piece, look: Look) -> Iterator[Line]:
    """Yield a fact in lines that fit beside its label, the first one after a bar."""
    beside, drawn = " " * LABEL_WIDTH, plain([bar])
    text = f"{beside}{drawn} {fact.text}" if bar else beside + fact.text
    first, *rest = wrapped(text, look.width, margin=beside).split("\n")
    words = first[LABEL_WIDTH + len(drawn) :]
    yield (Piece("quiet", f"{label:{LABEL_WIDTH}}"), *bar, Piece(fact.style, words))
    yield from ((Piece(fact.style, line),) for line in rest)


def _facts(
    status: Status, look: Look, today: date, names: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    yield "Ratings", _ratings(status)
    if status.plan_until is not None:
        items = f"{status.items_done} of {counted(status.items_total, 'item')} done"
        yield "Roadmap", f"{items}, until {on_day(status.plan_until)}"
        yield "Hours", _hours(status)
        if status.next.act is Act.WORK and _is_behind(status):
            yield "", "To move the dates on from today: pillarplan plan"
    if in_all := since_start_line(status.since_start, names):
        yield "In all", in_all
    if status.pace:
        yield "Pace", _pace(status)
    if status.consistency is not None and status.consistency.worked:
        yield "Weeks", _weeks(status.consistency)
    if status.forecast is not None:
        yield "Forecast", _forecast(status.forecast)
        if len(status.forecast.skills) > 1:
            skills = sorted(status.forecast.skills, key=lambda s: s.by_50 or date.max)
            yield "", ", ".join(_skill(each, names) for each in skills)
    if status.last_checkin is not None:
        yield "Check-in", _checkin(status, today)
    if status.questions_due:
        waiting = counted(status.questions_due, "question")
        yield "Recall", f"{waiting} from your past self: pillarplan recall"
    if status.calendars is not None:
        # Imported here, since most plans know of no calendar.
        from pillarplan.render.words.calendars import say_calendars

        lines = say_calendars(status.calendars).split("\n")
        yield from zip(("Calendar", ""), lines, strict=False)
    if status.ahead:
        word = "entry is" if status.ahead == 1 else "entries are"
        yield (
            "Ahead",
            f"{status.ahead} {word} dated after today and do not count yet; "
            "see: pillarplan doctor",
        )
    yield "Next", status.next.sentence
    yield "", "pillarplan next" if status.next.item else status.next.command


def _ratings(status: Status) -> str:
    rated = f"{counted(status.skills_rated, 'skill')} rated"
    others = f", {status.not_applicable} not applicable"
    return rated + (others if status.not_applicable else "")


def _hours(status: Status) -> str:
    if status.items_done == status.items_total and not status.hours_done:
        return f"none told; the plan had {in_hours(status.hours_total)} in mind"
    done = f"{in_hours(status.hours_done)} done of {in_hours(status.hours_total)}"
    if not status.hours_planned:
        return done
    return f"{done}; the plan had {in_hours(status.hours_planned)} in mind by now"


def _is_behind(status: Status) -> bool:
    """Say whether two weeks or more of what the plan had in mind were not done."""
    missing = status.hours_planned - status.hours_done
    return 0 < WEEKS_BEHIND * status.hours_per_week <= missing


def _pace(status: Status) -> str:
    pace = f"{in_hours(round(status.pace or 0, 1))} a week lately"
    if status.plan_until is None:
        return pace
    return f"{pace}; the plan counts on {in_hours(status.hours_per_week)}"


def _weeks(consistency: Consistency) -> str:
    paused = f" ({consistency.paused} paused)" if consistency.paused else ""
    return (
        f"You worked on it in {consistency.worked} of the last "
        f"{consistency.weeks} weeks{paused}"
    )


def _forecast(forecast: Forecast) -> str:
    own = forecast.basis is Basis.OWN_WEEKS
    half, nearly = forecast.whole.by_50, forecast.whole.by_80
    if half is None:
        way = "your pace" if own else "the pace that is usual"
        return (
            f"At {way} it takes more than two years; a smaller plan may suit you better"
        )
    year = nearly is None or nearly.year != half.year
    way = "At your pace done" if own else "Done"
    even = f"{way} by {on_day(half, year=year)} (even chance)"
    if nearly is None:
        odds = f"{even}, but four in five only beyond two years"
    else:
        odds = f"{even}, or by {on_day(nearly)} (four in five)"
    if own:
        return odds
    usual = f"{odds}, as plans usually go"
    if forecast.weeks >= FEWEST_WEEKS:
        return usual
    return f"{usual}; from four weeks on your own count most"


def _skill(finish: SkillFinish, names: Mapping[str, str]) -> str:
    """Return when the work on a skill is done: on one day, or between two."""
    skill = names.get(finish.skill, finish.skill)
    if finish.by_50 is None:
        return f"{skill} beyond two years"
    if finish.by_80 is None or finish.by_80 == finish.by_50:
        return f"{skill} by {on_day(finish.by_50, year=False)}"
    years = finish.by_80.year != finish.by_50.year
    half, nearly = (on_day(day, year=years) for day in (finish.by_50, finish.by_80))
    return f"{skill} by {half} or {nearly}"


def _checkin(status: Status, today: date) -> str:
    assert status.last_checkin is not None
    due = "; the next one is due" if status.checkin_due else ""
    return f"last on {on_day(status.last_checkin)}{due}"
