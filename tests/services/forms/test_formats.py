"""The formats of files: the same as ever, and the same to readers and to editors."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import jsonschema
import pytest

from pillarplan.domain.knowledge.scale import USUAL
from pillarplan.domain.record import to_record
from pillarplan.knowledge.base.loading import load
from pillarplan.knowledge.formats.files import PartFile
from pillarplan.knowledge.formats.schema import overlay_schema, part_schema
from pillarplan.reading.document import Document
from pillarplan.reading.model import read_model
from pillarplan.reading.problem import BrokenFileError
from pillarplan.reading.schema import schema_of
from pillarplan.reading.source import Source
from pillarplan.reading.written import Written
from pillarplan.services.forms.checkin import CheckInFile
from pillarplan.services.forms.feedback import RatingsForm
from pillarplan.services.forms.ratings import RatingsFile
from tests.knowledge.bases import SMALL
from tests.scales import FIVE

FOLDER = Path(__file__).parents[2] / "data" / "formats"
PART = SMALL.parent / "resources" / "business.yaml"


Form = TypeVar("Form", bound=Written)


def _handed_in(path: Path, form: type[Form]) -> Form:
    return read_model(Source.open(path), form, find_scale=lambda: FIVE)


def _ratings(path: Path) -> Any:
    file = _handed_in(path, RatingsFile)
    ratings = file.as_ratings(date(2026, 11, 27))
    return {"role": file.role, "contexts": file.contexts, "ratings": ratings}


READ: dict[str, Callable[[Path], Any]] = {
    "overlay": lambda path: load(SMALL, path),
    "ratings": _ratings,
    "checkin": lambda path: _handed_in(path, CheckInFile).to_domain(),
    "feedback": lambda path: _handed_in(path, RatingsForm).to_domain(),
    "part": lambda path: read_model(Source.open(path), PartFile).to_domain(),
}
"""How a file of each format is read."""

SCHEMAS = {
    "overlay": overlay_schema(5),
    "ratings": schema_of(RatingsFile, "", 5, USUAL),
    "checkin": schema_of(CheckInFile, "", 5, USUAL),
    "feedback": schema_of(RatingsForm, "", 5, USUAL),
    "part": part_schema(),
}


@pytest.mark.parametrize("name", ["overlay", "ratings", "checkin", "feedback"])
def test_a_file_of_the_first_version_means_what_it_meant(name: str) -> None:
    """The files beside say what the version 0.1.0 made of them.

    Keys that came later are left out, and say nothing.
    """
    meant = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))

    read = to_record(READ[name](FOLDER / f"{name}.yaml"))

    if "scale" in read:  # which has levels now, and may come to have more
        read["scale"] = read["scale"]["levels"]
    assert _in_keys_of(meant, read) == meant
    assert not any(read[key] for key in read.keys() - meant.keys())


def _in_keys_of(then: Any, now: Any) -> Any:
    """Return what is said now, without the keys that nobody knew then."""
    if isinstance(then, dict) and isinstance(now, dict):
        return {key: _in_keys_of(then[key], now[key]) for key in now if key in then}
    if isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        return [_in_keys_of(*pair) for pair in zip(then, now, strict=True)]
    return now


SOUND = {
    name: (PART if name == "part" else FOLDER / f"{name}.yaml").read_text("utf-8")
    for name in READ
}
"""A sound file of each format."""

AGREED = [
    ("overlay", "hours: 5, price: null", "hours: [5]", False),
    ("overlay", "hours: 5", "hours: 5.25", True),
    ("overlay", "hours: 5", "hours: 5.1", False),
    ("overlay", "cost: paid", "cost: cheap", False),
    ("overlay", "core: true", "core: yes", False),
    ("overlay", "1: [a]", "1: []", False),
    ("overlay", "{3: [I write well.]}", "{6: [I write well.]}", False),
    ("overlay", "{3: [I write well.]}", "{0: [I write well.]}", False),
    ("overlay", "{sleep: 2}}\nref", "{sleep: 11}}\nref", False),
    ("overlay", "hide: [hard-talks", "hide: [Hard Talks", False),
    ("overlay", "pages: 150", "pages: 150, speed: 3", False),
    ("overlay", "pillarplan-overlay", "pillarplan-knowledge", False),
    ("ratings", "negotiation: 3", "negotiation: good", False),
    ("ratings", "negotiation: 3", "negotiation: Practising", True),
    ("ratings", "negotiation: 3", "negotiation:", False),
    ("ratings", "negotiation: 3", "Negotiation: 3", False),
    ("ratings", "level: 2", "level: null", False),
    ("ratings", "level: 2, ", "", False),
    ("ratings", "level: 2", "level: n/a", True),
    ("ratings", "level: 2", "level: Not started", True),
    ("ratings", "level: 2", 'level: "2"', False),
    ("ratings", "importance: 3", "importance: 4", False),
    ("ratings", "importance: 3", "importance: null", True),
    ("ratings", "confidence: high", "confidence: very", False),
    ("ratings", "confidence: high", "sure: high", False),
    ("ratings", "2026-11-20", "2026-11-31", False),
    ("ratings", "rated_on: 2026-11-20\n", "", True),
    ("ratings", "kind: manager", "kind: boss", False),
    ("ratings", "role: senior-pm", "role: [senior-pm]", False),
    ("ratings", '"1.0"', '"1.7"', True),
    ("ratings", '"1.0"', '"2.0"', False),
    ("ratings", '"1.0"', "1.0", False),
    ("checkin", 'format: pillarplan-checkin\nversion: "1.0"\n', "", True),
    ("checkin", "getting-to-yes: 2", "getting-to-yes: -2", False),
    ("checkin", "getting-to-yes: 2", 'getting-to-yes: "2"', True),
    ("checkin", "getting-to-yes: 2", "getting-to-yes: 1:30", True),
    ("checkin", "getting-to-yes: 2", 'getting-to-yes: "1:-30"', False),
    ("checkin", "getting-to-yes: 2", "getting-to-yes: two", False),
    ("checkin", "drop:\n  - hard-talks", "drop:\n  - Hard Talks", False),
    ("checkin", "drop:\n  - hard-talks", "drop:\n  - 7", False),
    ("checkin", ", reason: Too long", "", True),
    ("checkin", "item: plain-words", "book: plain-words", False),
    ("checkin", "q1a2b3c: good", "q1a2b3c: great", False),
    ("checkin", "rate: {negotiation: 3}", "rate: {negotiation: n/a}", False),
    ("checkin", "rate: {negotiation: 3}", "rate: {negotiation: Leading}", True),
    ("checkin", "rate: {negotiation: 3}", "rate: {negotiation: Leader}", False),
    ("checkin", "note: A good week.", 'note: ""', False),
    ("checkin", "nothing: false", "nothing: 0", False),
    ("checkin", "2026-12-10", "soon", False),
    ("feedback", "pricing: n/a", "pricing:", True),
    ("feedback", "level: 3", "level: n/a", True),
    ("feedback", "level: 3", "level: many", False),
    ("feedback", "level: 3", "level: Proficient", True),
    ("feedback", 'name: "Dana"', "name:", False),
    ("feedback", 'name: "Dana"', 'name: ""', True),
    ("feedback", "level: 3", "level: 3\n    importance: 3", False),
    ("part", "resources:", "books:", False),
]
"""Format, what is replaced in the sound file by what, and whether it is still sound."""


def is_read(name: str, path: Path) -> bool:
    try:
        READ[name](path)
    except BrokenFileError:
        return False
    return True


def is_allowed(name: str, path: Path) -> bool:
    checker = jsonschema.Draft202012Validator(
        SCHEMAS[name], format_checker=jsonschema.FormatChecker()
    )
    return checker.is_valid(Document(Source.open(path)).data)


@pytest.mark.parametrize("name", SOUND)
def test_readers_and_schemas_agree_on_sound_files(name: str, tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.write_text(SOUND[name], encoding="utf-8")

    assert is_read(name, path)
    assert is_allowed(name, path)


@pytest.mark.parametrize(("name", "old", "new", "sound"), AGREED)
def test_readers_and_schemas_agree_on_a_change(
    name: str, old: str, new: str, sound: bool, tmp_path: Path
) -> None:
    path = tmp_path / "file.yaml"
    assert old in SOUND[name]
    path.write_text(SOUND[name].replace(old, new, 1), encoding="utf-8")

    assert (is_read(name, path), is_allowed(name, path)) == (sound, sound)
