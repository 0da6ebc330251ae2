"""How others see a person, beside how the person sees themselves."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from pillarplan.domain.feedback import Feedback, SkillViews
from pillarplan.domain.rating import Rating
from pillarplan.domain.text import on_day
from pillarplan.render.look import Look

ROOMY = 72
"""From this width on there is room for words beside the levels."""


def feedback_view(feedback: Feedback, look: Look) -> RenderableType:
    """Return all skills that others rated, and what they saw."""
    if not feedback.skills:
        return Text(
            "Nobody else has rated you yet.\n"
            "Ask a colleague: pillarplan feedback request -o form.yaml"
        )
    compared = [views for views in feedback.skills if views.own is not None]
    parts: list[RenderableType] = [
        Text("You and others, largest difference first", style="bold")
    ]
    if compared:
        roomy = look.width >= ROOMY
        parts += [Text(""), *([_table(compared)] if roomy else _lines(compared))]
    unrated = [
        f"{each.name} ({_said(each)})" for each in feedback.skills if not each.own
    ]
    if unrated:
        rest = Text.assemble(("Not rated by you: ", "bold"), ", ".join(unrated))
        parts += [Text(""), rest]
    seen = list(_seen(feedback))
    if seen:
        parts += [Text(""), Text("What they saw", style="bold"), *seen]
    return Group(*parts)


def in_words(views: SkillViews) -> str:
    """Return what two views on a skill have to say to each other, without blame."""
    if views.own is None or views.own.level is None or views.difference is None:
        return "One of you finds that it does not apply; ask what your work needs."
    if not views.difference:
        return "You see it alike."
    mine = views.own.level
    levels = [each.level for each in views.others if each.level is not None]
    if min(levels) < mine < max(levels):
        return "Views differ in both directions; ask each for an example."
    if max(levels) > mine:
        return "More is seen than you claim; ask what they saw."
    return "Less is seen than you know of; show it, or ask what they miss."


def _table(compared: Iterable[SkillViews]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    table.add_column("Skill", overflow="fold", ratio=3)
    table.add_column("You", justify="right", no_wrap=True)
    table.add_column("Others", overflow="fold", ratio=3)
    table.add_column("In words", overflow="fold", ratio=5)
    for views in compared:
        cells = (views.name, _level(views.own), _said(views), in_words(views))
        table.add_row(*map(Text, cells))
    return table


def _lines(compared: Iterable[SkillViews]) -> Iterator[RenderableType]:
    """Yield what the table says, for narrow screens."""
    for views in compared:
        yield Text(f"{views.name}: you {_level(views.own)}, {_said(views)}")
        yield Padding(Text(in_words(views), style="dim"), (0, 0, 0, 2))


def _said(views: SkillViews) -> str:
    return ", ".join(f"{each.rater.name} {_level(each)}" for each in views.others)


def _level(rating: Rating | None) -> str:
    if rating is None:
        return "-"
    return "n/a" if rating.level is None else str(rating.level)


def _seen(feedback: Feedback) -> Iterator[RenderableType]:
    for views in feedback.skills:
        for each in views.others:
            if each.evidence:
                who = f"{each.rater.name} ({each.rater.kind})"
                yield Text(f"{views.name}, {who}, {on_day(each.rated_on)}", style="dim")
                yield Padding(Text(each.evidence), (0, 0, 0, 2))
