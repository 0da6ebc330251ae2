import inspect
from pathlib import Path

import pytest

import pillarplan.journal
from pillarplan.journal.meaning import changes
from pillarplan.journal.meaning.catalogue import FAMILIES, KINDS
from pillarplan.journal.meaning.changes import Change
from pillarplan.journal.meaning.kind import Kind
from pillarplan.journal.meaning.kinds.work import CHECKED_IN
from pillarplan.journal.meaning.telling import Telling

JOURNAL = Path(pillarplan.journal.__file__).parent


def test_no_two_kinds_of_events_have_one_name() -> None:
    rows = [
        row
        for family in FAMILIES
        for row in vars(family).values()
        if isinstance(row, Kind)
    ]

    assert sorted(row.name for row in rows) == sorted(KINDS)


def test_every_family_of_events_is_in_the_catalogue() -> None:
    modules = {path.stem for path in (JOURNAL / "meaning" / "kinds").glob("*.py")}

    assert {family.__name__.rpartition(".")[2] for family in FAMILIES} == (
        modules - {"__init__"}
    )


def test_a_service_can_tell_every_kind_of_event() -> None:
    offered = {
        function.__name__
        for family in FAMILIES
        for _, function in inspect.getmembers(family, inspect.isfunction)
        if inspect.signature(function).return_annotation is Change
    }

    assert {*changes.__all__} == offered | {"Change"}
    assert len(offered) == len(KINDS)


@pytest.mark.parametrize("name", KINDS)
def test_an_event_is_described_in_one_module_and_offered_in_another(name: str) -> None:
    modules = {
        path.relative_to(JOURNAL / "meaning").as_posix()
        for path in (JOURNAL / "meaning").rglob("*.py")
        if f'"{name}"' in path.read_text("utf-8")
    }

    assert len(modules - {"changes.py"}) == 1, modules


def test_texts_are_cleaned_when_they_are_told_and_when_they_are_read() -> None:
    odd = "\x1b[31mred"

    said = CHECKED_IN.change({"on": "2026-11-23", "note": odd, "key": None})
    draft = Telling()
    CHECKED_IN.tell(draft, {"on": "2026-11-23", "note": odd, "key": None})

    assert said.data["note"] == "[31mred"
    assert [note.text for note in draft.notes] == ["[31mred"]
