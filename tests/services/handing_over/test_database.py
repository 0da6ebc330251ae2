"""The record as a database: everything is there, explained, and the same each time."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date

import pytest

from pillarplan.domain.person.checkin import CheckIn, Drop, NewQuestion
from pillarplan.domain.person.rating import Rater, RaterKind, Rating
from pillarplan.domain.person.recall import Grade, question_id
from pillarplan.domain.person.work import Reflected
from pillarplan.domain.plan.availability import Break, spread
from pillarplan.errors import NothingYetError
from pillarplan.journal.meaning import changes
from pillarplan.services.following.recalling import record_questions
from pillarplan.services.following.weekly.checking_in import check_in
from pillarplan.services.handing_over.database import export_sqlite
from pillarplan.services.planning.adopting import adopt
from pillarplan.services.planning.proposing import propose
from pillarplan.services.planning.wishes import Wishes
from pillarplan.services.rating.stating import record_ratings
from pillarplan.services.workspace import Workspace
from tests.worlds import MONDAY

TUESDAY = date(2026, 11, 24)

BATNA = question_id("getting-to-yes", "A BATNA?")

Query = Callable[[str], list[tuple[object, ...]]]


@pytest.fixture
def told(on: Callable[[date], Workspace]) -> Workspace:
    """Ana after her first week."""
    workspace = on(MONDAY)
    dana = Rater(name="Dana", kind=RaterKind.MANAGER)
    ratings = [
        Rating(skill="negotiation", level=1, rated_on=MONDAY, evidence="Talks"),
        Rating(skill="pricing", level=None, rated_on=MONDAY),
        Rating(skill="negotiation", level=2, rated_on=MONDAY, rater=dana),
    ]
    record_ratings(workspace, ratings, role="senior-pm")
    adopt(workspace, propose(workspace, Wishes(desk=spread(3))))
    check_in(
        workspace,
        CheckIn(
            hours={"getting-to-yes": 2.5},
            done=("getting-to-yes",),
            drop=(Drop(item="make-a-gap-list"),),
            evidence={"negotiation": "Cut scope"},
            questions=(NewQuestion(item="getting-to-yes", question="A BATNA?"),),
            note="A good 'week'; -- really",
        ),
    )
    answer = Reflected(
        on=MONDAY, product="Grid", question="gone", answer="Yes", settled=True
    )
    pause = Break(first=MONDAY, last=MONDAY, label="Moving house")
    workspace.record([changes.reflected(answer), changes.paused(pause)])
    record_questions(on(TUESDAY), recall={BATNA: Grade.HARD})
    return on(MONDAY)


@pytest.fixture
def ask(told: Workspace) -> Iterator[Query]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(export_sqlite(told))
        yield lambda query: connection.execute(query).fetchall()


def test_every_table_holds_what_was_recorded(ask: Query, told: Workspace) -> None:
    roadmap = told.profile().roadmap
    assert roadmap is not None
    day = "2026-11-23"

    assert ask("SELECT rated_on, skill, level, rater, evidence FROM ratings") == [
        (day, "negotiation", 1, "self", "Talks"),
        (day, "pricing", None, "self", None),
        (day, "negotiation", 2, "Dana", None),
    ]
    assert ask("SELECT * FROM checkins") == [(day,)]
    assert ask("SELECT * FROM notes") == [(day, "A good 'week'; -- really")]
    assert ask("SELECT * FROM pauses") == [(day, day, 0.0, "Moving house")]
    assert ask("SELECT * FROM hours") == [(day, "getting-to-yes", 2.5, 0)]
    assert ask("SELECT * FROM evidence") == [
        (day, "negotiation", "Negotiation", "Cut scope")
    ]
    assert ask("SELECT count(*), sum(hours) FROM sessions") == [
        (len(roadmap.sessions), sum(each.hours for each in roadmap.sessions))
    ]
    assert ask("SELECT count(*) FROM gaps") == [(len(told.knowledge.outlines()),)]
    assert ask("SELECT * FROM recalls") == [
        (day, BATNA, "getting-to-yes", "A BATNA?", "", None),
        ("2026-11-24", BATNA, "getting-to-yes", "A BATNA?", "", "hard"),
    ]
    assert ask("SELECT * FROM reflections") == [(day, "Grid", "gone", None, "Yes", 1)]


def test_items_hold_the_plan_and_what_became_of_it(ask: Query) -> None:
    days = "hours_spent, done_on, dropped_on, state"
    day = "2026-11-23"

    assert ask(f"SELECT {days} FROM items WHERE item = 'getting-to-yes'") == [
        (2.5, day, None, "done")
    ]
    assert ask(f"SELECT {days} FROM items WHERE item = 'make-a-gap-list'") == [
        (0.0, None, day, None)
    ]
    assert ask("SELECT DISTINCT skill FROM steps WHERE item = 'getting-to-yes'") == [
        ("negotiation",)
    ]


def test_every_column_of_every_table_is_explained(ask: Query) -> None:
    columns = ask(
        "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c"
        " WHERE t.type = 'table'"
    )

    explained = ask("""SELECT "table", "column" FROM README WHERE "column" <> ''""")
    assert sorted(explained) == sorted(columns)
    assert ask("SELECT count(*) FROM README WHERE means = ''") == [(0,)]
    assert ask("PRAGMA integrity_check") == [("ok",)]


def test_the_same_record_gives_the_same_bytes(told: Workspace) -> None:
    assert export_sqlite(told) == export_sqlite(told)


def test_without_ratings_there_is_nothing_to_export(
    on: Callable[[date], Workspace],
) -> None:
    with pytest.raises(NothingYetError):
        export_sqlite(on(MONDAY))
