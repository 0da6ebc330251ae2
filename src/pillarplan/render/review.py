"""What a stretch of time brought, as one Markdown page to hand to a manager.

Lines are wrapped, since the page is read on the screen as often as in a browser.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from pillarplan.domain.review import Ahead, LeftOut, Review, ReviewedItem, Rise, Story
from pillarplan.domain.status import Consistency
from pillarplan.domain.text import counted, in_hours, on_day
from pillarplan.render.markdown import bullet, escape

Levels = Mapping[int, str]
"""The names of the levels of the scale."""

MOST_PLANS = 3
"""More of them are only counted."""


def review_page(review: Review, levels: Levels) -> str:
    """Return the page: what it came to, what shows it, what was done, what is next."""
    parts = [
        f"# Review: {on_day(review.since)} to {on_day(review.until)}",
        f"On the way to {escape(review.role_name)}.",
        "\n".join(map(bullet, _summary(review))),
        _section("Levels that rose", (_rise(each, levels) for each in review.rises)),
        _section("What shows it", (_story(each, levels) for each in review.stories)),
        _section("Applied at work", map(_ended, review.applied)),
        _section("Learned", map(_ended, review.learned)),
        _section("Left out", map(_left_out, review.left_out)),
        _section("What comes next", map(_ahead, review.ahead)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _section(title: str, entries: Iterable[str]) -> str:
    rows = "\n".join(entries)
    return f"## {title}\n\n{rows}" if rows else ""


def _summary(review: Review) -> Iterator[str]:
    brought = [
        f"{counted(len(review.finished), 'item')} done" if review.finished else "",
        f"{len(review.applied)} of them at work" if review.applied else "",
        f"{counted(len(review.rises), 'skill')} up" if review.rises else "",
    ]
    if any(brought):
        yield ", ".join(filter(None, brought))
    yield _hours(review)
    if review.consistency is not None:
        yield _weeks(review.consistency)


def _hours(review: Review) -> str:
    spent = f"{in_hours(review.hours)} spent" if review.hours else "No hours spent"
    if review.hours and review.pace is not None:
        spent += f", {in_hours(review.pace)} a week"
    planned = in_hours(review.hours_planned)
    plans = _plans(review.plans_made_on)
    return f"{spent}; {plans} had {planned} in mind" if plans else spent


def _plans(made_on: Sequence[date]) -> str:
    if len(made_on) > MOST_PLANS:
        return f"the {len(made_on)} plans of this time"
    *before, last = [on_day(day, year=False) for day in made_on] or [""]
    if not before:
        return f"the plan of {last}" if last else ""
    return f"the plans of {', '.join(before)} and {last}"


def _weeks(consistency: Consistency) -> str:
    paused = consistency.paused
    excused = f"; {paused} more {'was' if paused == 1 else 'were'} paused"
    return (
        f"Worked on it in {consistency.worked} of {consistency.weeks} weeks"
        f"{excused if paused else ''}"
    )


def _level(level: int, levels: Levels) -> str:
    name = levels.get(level)
    return f"{level} ({escape(name.lower())})" if name else f"{level}"


def _rise(rise: Rise, levels: Levels) -> str:
    way = f"from {_level(rise.before, levels)} to {_level(rise.after, levels)}"
    aim = f"; the role asks for {_level(rise.target, levels)}" if rise.target else ""
    lines = [bullet(f"**{escape(rise.name)}** {way}, {on_day(rise.on)}{aim}")]
    lines += [bullet(escape(each), 1) for each in rise.means]
    return "\n".join(lines)


def _story(story: Story, levels: Levels) -> str:
    """Return evidence as situation, task, action and result."""
    lines = [
        bullet(f"**{escape(story.name)}**"),
        bullet(f"*Situation:* {_situation(story, levels)}", 1),
    ]
    if story.tasks:
        tasks = "; ".join(map(escape, story.tasks))
        lines.append(bullet(f"*Task:* {tasks}", 1))
    lines += [
        bullet(f"*Action:* {on_day(each.on)}: {escape(each.text)}", 1)
        for each in story.actions
    ]
    if story.result is not None and story.result_on is not None:
        result = f"level {_level(story.result, levels)}, {on_day(story.result_on)}"
        lines.append(bullet(f"*Result:* {result}", 1))
    return "\n".join(lines)


def _situation(story: Story, levels: Levels) -> str:
    if story.level is None:
        return "not rated before"
    words = f"level {_level(story.level, levels)}"
    if story.situation:
        words += f', "{escape(story.situation)}"'
    if story.target > story.level:
        words += f"; the role asks for {_level(story.target, levels)}"
    return words


def _ended(item: ReviewedItem) -> str:
    kind = "" if item.kind == "practice" else item.kind
    spent = in_hours(item.hours) if item.hours else ""
    return _item(item.title, kind, on_day(item.on), spent)


def _left_out(item: LeftOut) -> str:
    fate = "dropped on" if item.dropped else "not in the plan of"
    return _item(item.title, item.kind, f"{fate} {on_day(item.on)}", item.reason)


def _ahead(item: Ahead) -> str:
    if not item.hours_left:
        return _item(item.title, item.kind, "nearly done")
    left = f"{in_hours(item.hours_left)}{' left' if item.started else ''}"
    day = f"from {on_day(item.on)}" if item.on else ""
    if item.planned_on and not item.started:
        now = f", now {day}" if day else ""
        day = f"was planned for {on_day(item.planned_on)}{now}"
    return _item(item.title, item.kind, left, day)


def _item(title: str, kind: str, *facts: str) -> str:
    name = f"{escape(title)} ({escape(kind)})" if kind else escape(title)
    return bullet(f"{name}: {', '.join(escape(fact) for fact in facts if fact)}")
