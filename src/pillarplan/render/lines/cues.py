"""Moments of today at which one meant to do something, a line each."""

from collections.abc import Iterable, Iterator

from pillarplan.domain.reports.next_action import DueCue


def cue_lines(due: Iterable[DueCue]) -> Iterator[str]:
    """Yield what the person said of today, with what could stop them."""
    for each in due:
        when = each.cue.when[:1].upper() + each.cue.when[1:]
        then = each.cue.then.rstrip(".")
        what = f"{then} ({each.title})" if then else each.title
        obstacle = each.cue.obstacle and f" What could stop you: {each.cue.obstacle}."
        yield f"{when}: {what}.{obstacle}"
