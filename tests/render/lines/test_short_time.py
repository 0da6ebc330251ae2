"""What fits into minutes, as lines."""

from pillarplan.domain.habit.short_time import ShortKind, ShortTask, ShortTime
from pillarplan.render.lines.short_time import short_time_lines
from pillarplan.render.look import Look
from pillarplan.render.pieces import plain

TITLE = "Getting to Yes"


def task(sort: ShortKind, minutes: int) -> ShortTask:
    title = "" if sort is ShortKind.RECALL else TITLE
    return ShortTask(sort=sort, minutes=minutes, command="pillarplan …", title=title)


def test_each_sort_has_its_sentence_and_what_to_type() -> None:
    found = ShortTime(
        minutes=30,
        tasks=tuple(task(sort, number + 2) for number, sort in enumerate(ShortKind)),
    )

    assert plain(short_time_lines(found, Look(unicode=True, width=60))) == (
        "In 30 minutes\n"
        "   2 min  Answer a question of your past self.\n"
        "          pillarplan …\n"
        "   3 min  Say what came of Getting to Yes.\n"
        "          pillarplan …\n"
        "   4 min  Leave yourself a question about Getting to Yes.\n"
        "          pillarplan …\n"
        "   5 min  Finish Getting to Yes.\n"
        "          pillarplan …\n"
        "   6 min  Go on with Getting to Yes.\n"
        "          pillarplan …"
    )


def test_long_titles_are_wrapped_beside_their_minutes() -> None:
    found = ShortTime(minutes=5, tasks=(task(ShortKind.QUESTION, 3),))

    assert plain(short_time_lines(found, Look(unicode=True, width=40))) == (
        "In 5 minutes\n"
        "   3 min  Leave yourself a question\n"
        "          about Getting to Yes.\n"
        "          pillarplan …"
    )


def test_where_nothing_fits_the_next_thing_is_named() -> None:
    found = ShortTime(minutes=2, tasks=())

    assert plain(short_time_lines(found, Look(unicode=True))) == (
        "Nothing of your plan fits into 2 minutes.\nType: pillarplan next"
    )
