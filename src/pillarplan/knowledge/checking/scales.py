"""Whether a scale of levels is one, and whether an entry keeps to it."""

from collections.abc import Iterator

from pillarplan.domain.bounds import TOP_LEVEL
from pillarplan.domain.knowledge.scale import USUAL
from pillarplan.domain.text import one_line
from pillarplan.knowledge.checking.plain import Record, list_at, map_at, maps_at

Path = tuple[str | int, ...]

IN_TURN = "a scale begins at 0 or 1, and each level follows the one before"


def top_of(record: Record) -> int:
    """Return the highest level of an entry file, as far as it says so in a sound way.

    One that says nothing of a scale has the usual one.
    """
    if record.get("scale") is None:
        return len(USUAL) - 1
    levels = [each.get("level") for each in maps_at(record, "scale")]
    sound = (each for each in levels if type(each) is int and each <= TOP_LEVEL)
    return max(sound, default=TOP_LEVEL)


def scale_flaws(record: Record) -> Iterator[tuple[Path, str]]:
    """Yield the levels of a scale that are out of turn, or bear another one's name."""
    first, names = 0, set[str]()
    for number, each in enumerate(list_at(record, "scale")):
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
    for number, span in enumerate(list_at(record, "develops")):
        for key in ("from", "to"):
            if isinstance(span, dict) and type(level := span.get(key)) is int:
                yield ("develops", number, key), level
    for skill, level in map_at(record, "targets").items():
        if type(level) is int:
            yield ("targets", skill), level
    for key in map_at(record, "levels"):
        if isinstance(key, str) and key.isascii() and key.isdecimal():
            yield ("levels", key), int(key[:9])
