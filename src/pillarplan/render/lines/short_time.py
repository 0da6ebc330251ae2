"""What fits into a few minutes, two lines each."""

from collections.abc import Iterator

from pillarplan.domain.habit.short_time import ShortKind, ShortTask, ShortTime
from pillarplan.domain.text import wrapped
from pillarplan.render.look import Look
from pillarplan.render.pieces import Line, Piece

STYLES = {
    ShortKind.RECALL: "again",
    ShortKind.DEBRIEF: "apply",
    ShortKind.FINISH: "done",
}
"""The colour of each; that of what is learnt for all others."""


def short_time_lines(found: ShortTime, look: Look) -> Iterator[Line]:
    """Yield what fits, with what to type; or that nothing does."""
    if not found.tasks:
        yield (Piece("", f"Nothing of your plan fits into {found.minutes} minutes."),)
        yield (Piece("quiet", "Type: "), Piece("", "pillarplan next"))
        return
    yield (Piece("strong", f"In {found.minutes} minutes"),)
    for task in found.tasks:
        style = STYLES.get(task.sort, "learn")
        minutes = f"{task.minutes:>4} min  "
        for number, line in enumerate(
            wrapped(_sentence(task), look.width - len(minutes)).split("\n")
        ):
            lead = minutes if not number else " " * len(minutes)
            yield (Piece(style, lead), Piece("", line))
        yield (Piece("quiet", " " * len(minutes) + task.command),)


def _sentence(task: ShortTask) -> str:
    match task.sort:
        case ShortKind.RECALL:
            return "Answer a question of your past self."
        case ShortKind.DEBRIEF:
            return f"Say what came of {task.title}."
        case ShortKind.QUESTION:
            return f"Leave yourself a question about {task.title}."
        case ShortKind.FINISH:
            return f"Finish {task.title}."
        case ShortKind.PART:
            return f"Go on with {task.title}."
