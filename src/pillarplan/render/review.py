"""What a stretch of time brought, as one Markdown page to hand to a manager."""

from collections.abc import Iterable, Iterator

from pillarplan.domain.review import Review, ReviewedItem, Story
from pillarplan.domain.text import counted, in_hours, on_day
from pillarplan.render.markdown import escape, section


def review_page(review: Review) -> str:
    """Return the page: levels that rose, what shows it, what was done, and hours."""
    parts = [
        f"# Review: {on_day(review.since)} to {on_day(review.until)}",
        _summary(review),
        section("Levels that rose", _rises(review)),
        section("What shows it", map(_story, review.stories)),
        section("Done at work", _ended(review.applied)),
        section("Learned", _ended(review.learned)),
        section("Planned in this time", _planned(review)),
        section("Hours", _hours(review)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _summary(review: Review) -> str:
    facts = [
        f"{counted(len(review.finished), 'item')} done",
        f"{in_hours(review.hours)} spent",
        f"{counted(len(review.rises), 'skill')} up",
    ]
    return f"On the way to {escape(review.role_name)}: {', '.join(facts)}."


def _rises(review: Review) -> Iterator[str]:
    for each in review.rises:
        shown = f": {escape(each.evidence)}" if each.evidence else ""
        way = f"{each.before} to {each.after}"
        yield f"**{escape(each.name)}** {way}, {on_day(each.on)}{shown}"


def _story(story: Story) -> str:
    """Return situation, task, action and result of one piece of evidence."""
    level = "not rated" if story.level is None else f"at level {story.level}"
    lines = [
        f"**{escape(story.name)}**, {on_day(story.on)}",
        f"*Situation:* {level}, where the role asks for {story.target}",
    ]
    if story.tasks:
        lines.append(f"*Task:* {'; '.join(map(escape, story.tasks))}")
    lines.append(f"*Action:* {escape(story.action)}")
    result = "not rated again yet" if story.result is None else f"level {story.result}"
    lines.append(f"*Result:* {result}")
    return "\\\n  ".join(lines)


def _ended(items: Iterable[ReviewedItem]) -> Iterator[str]:
    for each in items:
        spent = f", {in_hours(each.hours)}" if each.hours else ""
        yield f"{escape(each.title)} ({escape(each.kind)}{spent}), {on_day(each.on)}"


def _planned(review: Review) -> Iterator[str]:
    for each in review.planned:
        effort = f"{escape(each.kind)}, {in_hours(each.hours)}"
        yield f"{escape(each.title)} ({effort}): {each.state}"


def _hours(review: Review) -> Iterator[str]:
    yield f"Spent: {in_hours(review.hours)}, {in_hours(review.pace)} a week"
    if review.plan_made_on is None or review.hours_per_week is None:
        return
    week = in_hours(review.hours_per_week)
    planned = in_hours(review.hours_planned)
    yield (
        f"Planned: {planned} in this time, {week} a week, by the plan of "
        f"{on_day(review.plan_made_on)}"
    )
