from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.work import Spent
from pillarplan.journal.meaning import changes
from pillarplan.journal.meaning.commands import commands, effective, last_command
from pillarplan.journal.meaning.replay import replay
from tests.journal.meaning.test_replay import DAY, event, told

A, B = changes.spent(DAY, "a", 1.0), changes.spent(DAY, "b", 1.0)


def spent(*items: str) -> Profile:
    return Profile(spent=tuple(Spent(on=DAY, item=item, hours=1.0) for item in items))


def test_an_undo_takes_back_a_whole_command() -> None:
    events = told([A, B], A, changes.undone("command-1"))

    assert replay(events) == spent("a")
    assert [command.holds for command in commands(events)] == [False, True, True]


def test_an_undo_can_be_undone() -> None:
    events = told(A, changes.undone("command-1"), changes.undone("command-2"))

    assert replay(events) == spent("a")


def test_an_undo_that_names_nothing_or_nonsense_does_nothing() -> None:
    odd = event("undone", {"command": ["command-1"]}, seq=9, lam=9)

    events = [*told(A, changes.undone("nobody")), odd]

    assert replay(events) == spent("a")


def test_the_last_command_is_what_an_undo_would_take_back() -> None:
    events = told([A, B, changes.finished(DAY, "a")], B, changes.undone("command-2"))

    last = last_command(events)

    assert last
    assert last.id == "command-1"
    assert last.types == {"spent": 2, "finished": 1}
    assert last.summary == "2 entries of hours, 1 finished item"
    assert last.events == tuple(events[:3])


def test_after_all_is_undone_there_is_nothing_left_to_undo() -> None:
    events = told(A, B, changes.undone("command-2"), changes.undone("command-1"))

    assert last_command(events) is None
    assert last_command([]) is None


def test_types_of_a_newer_program_are_called_by_their_name() -> None:
    (command,) = commands([event("dreamt", {})])

    assert command.summary == "1 dreamt"


def test_a_check_in_with_a_key_that_was_seen_before_has_no_effect() -> None:
    events = told(
        [changes.checked_in(DAY, "first", "k"), A],
        [changes.checked_in(DAY, "again", "k"), B],
        [changes.checked_in(DAY, "other", "l"), B],
    )

    assert [command.holds for command in commands(events)] == [True, False, True]
    assert [note.text for note in replay(events).notes] == ["first", "other"]
    assert len(effective(events)) == 4


def test_a_key_may_be_used_again_after_an_undo() -> None:
    events = told(
        changes.checked_in(DAY, "first", "k"),
        changes.undone("command-1"),
        changes.checked_in(DAY, "again", "k"),
    )

    assert [note.text for note in replay(events).notes] == ["again"]
