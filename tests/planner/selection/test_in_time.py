"""What the days are too few for is not offered to the choice at all."""

from dataclasses import replace
from datetime import date, timedelta

from pillarplan.domain.knowledge.item import Item
from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import Rating
from pillarplan.planner.schedule.calendar import Days
from pillarplan.planner.selection.candidates import Choice
from pillarplan.planner.selection.in_time import earliest, fits_span, in_time
from pillarplan.planner.selection.selected import make_selection
from tests.planner.worlds import TODAY, World, gap, limits, practice, resource
from tests.scales import scale_of

ONE, TWO, THREE = (Step("asking", level) for level in (1, 2, 3))
WEEKS_TO_GROW = {1: 0, 2: 1, 3: 3}


def asked(days: int, *practices: Item, pinned: tuple[str, ...] = ()) -> World:
    """Return a world with a book for each step of asking, and some practices."""
    books = [resource(f"book-{n}", ("asking", n - 1, n)) for n in (1, 2, 3)]
    return World(
        limits=limits(days=days, pinned=pinned),
        gaps=(gap("asking", 0, 3),),
        items=(*books, *practices),
        scale=scale_of(weeks=WEEKS_TO_GROW),
    )


def timely(world: World) -> Choice:
    draft = world.draft()
    return in_time(draft.choice, draft.calendar)


def names(choice: Choice) -> list[str]:
    return [item.id for item in choice.candidates if item.covers]


EACH = [practice(f"do-{n}", ("asking", n - 1, n)) for n in (1, 2, 3)]


def after(days: int) -> date:
    return TODAY + timedelta(days=days)


def test_a_step_that_cannot_settle_in_time_is_not_wanted() -> None:
    # At best all of level 1 and the practice of level 2 are done today.  Then level 2
    # needs a week from now, and level 3 three weeks from that practice.
    choice = asked(60, *EACH).draft().choice

    assert list(earliest(choice, choice.candidates, TODAY)) == [
        (ONE, after(0)),
        (TWO, after(7)),
        (THREE, after(21)),
    ]
    assert [*timely(asked(22, *EACH)).worth] == [ONE, TWO, THREE]
    assert [*timely(asked(21, *EACH)).worth] == [ONE, TWO]
    assert [*timely(asked(7, *EACH)).worth] == [ONE]


def test_a_level_settles_on_days_without_hours_as_well() -> None:
    only_on_wednesdays = (0.0, 0.0, 4.0, 0.0, 0.0, 0.0, 0.0)
    rated = Rating(skill="asking", level=1, rated_on=TODAY)

    def wanted(days: int) -> list[Step]:
        world = replace(
            asked(days, *EACH),
            limits=limits(days=days, desk=only_on_wednesdays),
            gaps=(gap("asking", 1, 2),),
            profile=Profile(ratings=(rated,)),
        )
        return [*timely(world).worth]

    # A week after the rating: on a Monday, and the days with hours are on either side.
    assert wanted(days=7) == []
    assert wanted(days=8) == [TWO]


def test_the_items_of_such_a_step_go_with_it() -> None:
    wide = practice("do-both", ("asking", 1, 3))

    assert names(timely(asked(21, *EACH))) == ["book-1", "book-2", "do-1", "do-2"]
    found = timely(asked(21, EACH[0], wide))
    assert {i.id: i.covers for i in found.candidates}["do-both"] == (TWO,)


def test_a_practice_of_more_weeks_than_there_are_is_left_out_unless_pinned() -> None:
    long = practice("long", ("asking", 0, 1), hours=4, weeks=4)

    assert "long" in names(timely(asked(22, *EACH, long)))
    assert "long" not in names(timely(asked(21, *EACH, long)))
    pinned = asked(22, *EACH, long, pinned=("long",)).draft().choice
    assert next(item for item in pinned.candidates if item.id == "long").pinned


def test_practices_of_weeks_of_one_skill_have_to_follow_on_each_other() -> None:
    long = [
        practice(f"long-{n}", ("asking", n - 1, n), hours=4, weeks=3) for n in (1, 2)
    ]
    choice = asked(90, *long, EACH[2]).draft().choice
    selection = make_selection(choice, choice.candidates, tuple(choice.worth))

    # Each goes over 15 days at least, and the short one takes no weeks.
    assert fits_span(selection, Days(TODAY, 30))
    assert not fits_span(selection, Days(TODAY, 29))


def test_a_practice_of_two_steps_serves_both_at_once() -> None:
    long = practice("long", ("asking", 0, 2), hours=4, weeks=4)
    world = replace(asked(60, long, EACH[2]), scale=scale_of(weeks={}))
    choice = world.draft().choice

    assert list(earliest(choice, choice.candidates, TODAY)) == [
        (ONE, after(21)),
        (TWO, after(21)),
        (THREE, after(21)),
    ]
    assert [*timely(replace(world, limits=limits(days=22))).worth] == [ONE, TWO, THREE]
