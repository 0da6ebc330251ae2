"""What a stretch of time brought, as one Markdown page to hand to a manager.

Lines are wrapped, since the page is read on the screen as often as in a browser.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.habit.lights import Backing
from pillarplan.domain.knowledge.scale import Scale
from pillarplan.domain.person.debrief import Debrief
from pillarplan.domain.reports.review import (
    Ahead,
    LeftOut,
    Review,
    ReviewedItem,
    Rise,
    Story,
)
from pillarplan.domain.reports.status import Consistency
from pillarplan.domain.text import counted, in_hours, on_day
from pillarplan.render.pages.markdown import bullet, escape
from pillarplan.render.words.phrases import say_strength

WEEK = timedelta(days=6)
"""From its first to its last day."""

LIT = {
    Backing.DONE: "done at work, with something to show",
    Backing.SEEN: "seen by somebody else",
    Backing.STILL: "still true after a quarter",
}
"""What came to stand behind levels, but for the person's own word: that is told as a
rise."""

MOST_PLANS = 3
"""More of them are only counted."""


@dataclass(frozen=True)
class _Words:
    """What levels and days are called on a page."""

    scale: Scale
    with_year: bool

    def level(self, level: int) -> str:
        return escape(self.scale.spoken(level))

    def day(self, day: date) -> str:
        return on_day(day, year=self.with_year)


def review_page(review: Review, scale: Scale, name: str = "") -> str:
    """Return the page: what it came to, what shows it, what was done, what is next.

    `name` is that of the person.
    """
    whose = f"{escape(name)}: review" if name else "Review:"
    words = _Words(scale, review.since.year != review.until.year)
    parts = [
        f"# {whose} {words.day(review.since)} to {on_day(review.until)}",
        f"On the way to {escape(review.role_name)}.",
        "\n".join(map(bullet, _summary(review, words))),
        *(
            f"## {title}\n\n{rows}"
            for title, entries in _sections(review, words)
            if (rows := "\n".join(entries))
        ),
    ]
    return "\n\n".join(parts) + "\n"


def _sections(review: Review, words: _Words) -> Iterator[tuple[str, Iterable[str]]]:
    yield "Levels that rose", (_rise(each, words) for each in review.rises)
    yield "What shows it", (_story(each, words) for each in review.stories)
    yield "Applied at work", (_ended(each, words) for each in review.applied)
    yield "Learned", (_ended(each, words) for each in review.learned)
    yield "Learned outside the plan", (_outside(each, words) for each in review.outside)
    yield "Under way", (_under_way(each, words) for each in review.under_way)
    yield "Left out", (_left_out(each, words) for each in review.left_out)
    yield "What comes next", (_ahead(each, words) for each in review.ahead)
    given = (bullet(escape(say_strength(each))) for each in review.strengths)
    yield "What others may learn from me", given


def _summary(review: Review, words: _Words) -> Iterator[str]:
    done, applied = len(review.finished), len(review.applied)
    at_work = f"{applied} of them at work" if applied < done else "at work"
    brought = [
        *([f"{counted(done, 'item')} done"] if done else []),
        *([at_work] if applied else []),
        *([f"{counted(len(review.rises), 'skill')} up"] if review.rises else []),
    ]
    lit = {LIT[source]: n for source, n in review.lit.items() if source in LIT}
    if lit:
        behind = (f"{number} {source}" for source, number in lit.items())
        yield f"New behind levels: {', '.join(behind)}"
    if brought:
        yield ", ".join(brought)
    yield _hours(review, words)
    if review.consistency is not None:
        yield _weeks(review.consistency)


def _hours(review: Review, words: _Words) -> str:
    spent = f"{in_hours(review.hours)} spent" if review.hours else "No hours spent"
    is_longer = review.until - review.since > WEEK
    if review.hours and review.pace is not None and is_longer:
        spent += f", {in_hours(review.pace)} a week"
    if not review.hours_planned:
        return spent
    plans = _plans(review.plans_made_on, words)
    return f"{spent}; {plans} had {in_hours(review.hours_planned)} in mind"


def _plans(made_on: Sequence[date], words: _Words) -> str:
    if len(made_on) > MOST_PLANS:
        return f"the {len(made_on)} plans of this time"
    *before, last = [words.day(day) for day in made_on]
    if not before:
        return f"the plan of {last}"
    return f"the plans of {', '.join(before)} and {last}"


def _weeks(consistency: Consistency) -> str:
    paused = consistency.paused
    excused = f"; {paused} more {'was' if paused == 1 else 'were'} paused"
    return (
        f"Worked on it in {consistency.worked} of {consistency.weeks} weeks"
        f"{excused if paused else ''}"
    )


def _rise(rise: Rise, words: _Words) -> str:
    way = f"from {words.level(rise.before)} to {words.level(rise.after)}"
    aim = _aim(rise, words) if rise.target else ""
    lines = [bullet(f"**{escape(rise.name)}** {way}, {words.day(rise.on)}{aim}")]
    if rise.means:
        meaning = escape(" ".join(rise.means))
        lines.append(bullet(f'*Level {rise.after} means:* "{meaning}"', 1))
    return "\n".join(lines)


def _aim(what: Rise | Story, words: _Words) -> str:
    asks = "my own target is" if what.own_target else "the role asks for"
    return f"; {asks} {words.level(what.target)}"


def _story(story: Story, words: _Words) -> str:
    """Return evidence as situation, task, action and result."""
    lines = [
        bullet(f"**{escape(story.name)}**"),
        bullet(f"*Situation:* {_situation(story, words)}", 1),
    ]
    if story.tasks:
        tasks = "; ".join(map(escape, story.tasks))
        lines.append(bullet(f"*Task:* {tasks}", 1))
    told = [
        *((each.on, [f"*Action:* {escape(each.text)}"]) for each in story.actions),
        *(
            (each.on, [*_debrief(each, story)])
            for each in story.debriefs
            if not each.account.is_empty
        ),
    ]
    for on, (first, *others) in sorted(told, key=lambda each: each[0]):
        label, _, text = first.partition(":* ")
        lines.append(bullet(f"{label}:* {words.day(on)}: {text}", 1))
        lines += [bullet(line, 1) for line in others]
    if story.result is not None and story.result_on is not None:
        result = f"level {words.level(story.result)}, {words.day(story.result_on)}"
        lines.append(bullet(f"*Result:* {result}", 1))
    return "\n".join(lines)


def _debrief(debrief: Debrief, story: Story) -> Iterator[str]:
    """Yield what the person said of something once it was done.

    Where a story holds several, each begins with what it is about.
    """
    told = debrief.account
    if len(story.debriefs) > 1 and (title := story.titles.get(debrief.item)):
        yield f"*Practice:* {escape(title)}"
    if told.meant:
        yield f"*I meant to:* {escape(told.meant)}"
    if told.happened:
        yield f"*What happened:* {escape(told.happened)}"
    if told.why:
        yield f"*Why:* {escape(told.why)}"
    if told.next_time:
        yield f"*Next time:* {escape(told.next_time)}"


def _situation(story: Story, words: _Words) -> str:
    if story.level is None:
        return "not rated before"
    text = f"level {words.level(story.level)}"
    if story.situation:
        text += f', "{escape(story.situation)}"'
    if story.target > story.level:
        text += _aim(story, words)
    return text


def _ended(item: ReviewedItem, words: _Words) -> str:
    kind = "" if item.kind == "practice" else item.kind
    spent = in_hours(item.hours) if item.hours else ""
    return _item(item.title, kind, words.day(item.on), spent)


def _under_way(item: ReviewedItem, words: _Words) -> str:
    last = f"last on {words.day(item.on)}"
    return _item(item.title, item.kind, in_hours(item.hours), last)


def _outside(item: ReviewedItem, words: _Words) -> str:
    return _item(item.title, "", words.day(item.on), in_hours(item.hours))


def _left_out(item: LeftOut, words: _Words) -> str:
    fate = "dropped on" if item.dropped else "not in the plan of"
    return _item(item.title, item.kind, f"{fate} {words.day(item.on)}", item.reason)


def _ahead(item: Ahead, words: _Words) -> str:
    if not item.hours_left:
        return _item(item.title, item.kind, "nearly done")
    left = f"{in_hours(item.hours_left)}{' left' if item.started else ''}"
    day = f"from {words.day(item.on)}" if item.on else ""
    if item.planned_on and not item.started:
        now = f", now {day}" if day else ""
        day = f"was planned for {words.day(item.planned_on)}{now}"
    return _item(item.title, item.kind, left, day)


def _item(title: str, kind: str, *facts: str) -> str:
    name = f"{escape(title)} ({escape(kind)})" if kind else escape(title)
    return bullet(f"{name}: {', '.join(escape(fact) for fact in facts if fact)}")
