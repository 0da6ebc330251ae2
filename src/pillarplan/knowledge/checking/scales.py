"""Whether a scale of levels is one, and whether an entry keeps to it."""

from collections.abc import Iterator, Mapping
from typing import Any

from pillarplan.domain.bounds import TOP_LEVEL
from pillarplan.domain.knowledge.scale import USUAL
from pillarplan.domain.text import one_line

Path = tuple[str | int, ...]
Record = Mapping[str, Any]

IN_TURN = "a scale begins at 0 or 1, and each level follows the one before"


def top_of(record: Record) -> int:
    """Return the highest level of an entry file, as far as it says so in a sound way.

    One that says nothing of a scale has the usual one.
    """
    if record.get("scale") is None:
        return len(USUAL) - 1
    levels = [each.get("level") for each in _maps(record, "scale")]
    sound = (each for each in levels if type(each) is int and each <= TOP_LEVEL)
    return max(sound, default=TOP_LEVEL)


def scale_flaws(record: Record) -> Iterator[tuple[Path, str]]:
    """Yield the levels of a scale that are out of turn, or bear another one's name."""
    rows = record.get("scale")
    first, names = 0, set[str]()
    for number, each in enumerate(rows if isinstance(rows, list) else ()):
        said = each if isinstance(each, dict) else {}
        level, name = said.get("level"), said.get("name")
        if number == 0 and level == 1:
            first = 1
        if isinstance(level, int) and level != first + number:
            message = f"{IN_TURN}; level {first + number} belongs here"
            yield ("scale", number, "level"), message
        if isinstance(name, str):
            if name.casefold() in names:
                message = f"two levels are called '{one_line(name, 60)}'"
                yield ("scale", number, "name"), message
            names.add(name.casefold())


def levels_off(record: Record, top: int) -> Iterator[tuple[Path, str]]:
    """Yield each level of which an entry speaks that is above the highest."""
    for path, level in _levels(record):
        if top < level <= TOP_LEVEL:
            yield path, f"there is no level {level}; the scale goes to {top}"


def _levels(record: Record) -> Iterator[tuple[Path, int]]:
    develops = record.get("develops")
    for number, span in enumerate(develops if isinstance(develops, list) else ()):
        for key in ("from", "to"):
            if isinstance(span, dict) and type(level := span.get(key)) is int:
                yield ("develops", number, key), level
    for skill, level in _table(record, "targets").items():
        if type(level) is int:
            yield ("targets", skill), level
    for key in _table(record, "levels"):
        if isinstance(key, str) and key.isascii() and key.isdecimal():
            yield ("levels", key), int(key[:9])


def _maps(record: Record, key: str) -> list[dict[str, Any]]:
    found = record.get(key)
    rows = found if isinstance(found, list) else []
    return [each for each in rows if isinstance(each, dict)]


def _table(record: Record, key: str) -> Record:
    found = record.get(key)
    return found if isinstance(found, dict) else {}
