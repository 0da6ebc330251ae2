"""How others see a person, beside how the person sees themselves."""

from collections.abc import Iterable, Iterator
from operator import itemgetter

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from pillarplan.domain.person.rating import Rating
from pillarplan.domain.person.tendency import Tendency
from pillarplan.domain.reports.feedback import Feedback, SkillViews
from pillarplan.domain.text import on_day
from pillarplan.render.lines.tendency import tendency_line
from pillarplan.render.look import Look
from pillarplan.render.words.phrases import NUMBERS


def feedback_view(feedback: Feedback, top: int, look: Look) -> RenderableType:
    """Return all skills that others rated: what each of them and the person says."""
    if not feedback.skills:
        return Text(
            "Nobody else has rated you yet.\n"
            "Ask a colleague: pillarplan feedback request -o form.md"
        )
    parts: list[RenderableType] = [
        Text("You and others, largest difference first", style="strong")
    ]
    for views in feedback.skills:
        parts += [Text(""), Text(views.name, style="strong"), _voices(views, top, look)]
    if feedback.tendencies:
        parts += [Text(""), *_tendencies(feedback.tendencies)]
    if start := _good_start(feedback.skills):
        parts += [Text(""), Text(start)]
    return Group(*parts)


def _voices(views: SkillViews, top: int, look: Look) -> Table:
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True, width=top + 2)
    table.add_column(overflow="fold")
    table.add_row(*_voice(views.own, _own_words(views.own), top, look))
    if views.own_evidence is not None:
        table.add_row("", _quoted(views.own_evidence.text))
    for each in views.others:
        table.add_row(*_voice(each, in_words(each, views), top, look))
        if each.evidence:
            table.add_row("", _quoted(each.evidence))
    return table


def _voice(
    rating: Rating | None, words: str, top: int, look: Look
) -> tuple[Text, Text]:
    if rating is None or rating.level is None:
        return Text(""), Text(words)
    return Text(f"  {look.levels(rating.level, rating.level, top)}"), Text(words)


def _quoted(text: str) -> Text:
    return Text(f'"{text}"', style="quiet")


def _own_words(own: Rating | None) -> str:
    if own is None:
        return "You have not rated it yet."
    level = "it does not apply" if own.level is None else f"level {own.level}"
    return f"You on {on_day(own.rated_on)}: {level}"


def in_words(rating: Rating, views: SkillViews) -> str:
    """Return what somebody says of a skill beside what the person does, without blame.

    What was said when the person had another level than now is told as of then.
    """
    who = f"{rating.rater.name} ({rating.rater.kind})"
    if rating.level is None:
        return f"{who} finds that it does not apply"
    own, then = views.own, views.own_then(rating.rated_on)
    if then and not _stands(rating, views):
        said = "n/a" if then.level is None else then.level
        day = on_day(rating.rated_on)
        return f"On {day}, when you said {said}, {who} saw you at level {rating.level}"
    if own is None or own.level is None:
        return f"{who} sees you at level {rating.level}"
    difference = rating.level - own.level
    if not difference:
        return f"{who} sees it as you do"
    way = "higher" if difference > 0 else "lower"
    levels = abs(difference)
    by = "a level" if levels == 1 else f"{NUMBERS[levels]} levels"
    return f"{who} sees you {by} {way}, at {rating.level}"


def _stands(rating: Rating, views: SkillViews) -> bool:
    """Say whether the person has still the level that they had when it was said."""
    then = views.own_then(rating.rated_on)
    return then is None or views.own is None or then.level == views.own.level


def _tendencies(tendencies: Iterable[Tendency]) -> Iterator[RenderableType]:
    yield Text("How you rate yourself", style="strong")
    for each in tendencies:
        yield Padding(Text(tendency_line(each)), (0, 0, 0, 2))
    method = (
        "A hint from the mean difference, drawn towards zero while ratings are few. "
        "It changes nothing, and does not say who is right."
    )
    yield Padding(Text(method, style="quiet"), (0, 0, 0, 2))


def _good_start(skills: Iterable[SkillViews]) -> str | None:
    """Return what to talk about first, and with whom."""
    apart = [
        (abs(each.level - views.own.level), views.name, each.rater.name)
        for views in skills
        for each in views.others
        if views.own and views.own.level is not None
        if each.level is not None and _stands(each, views)
    ]
    difference, skill, who = max(apart, key=itemgetter(0), default=(0, "", ""))
    if not difference:
        return None
    return (
        f"A good start for a talk with {who}: {skill}. "
        "Bring one example each, and ask for the other's first."
    )
