"""Levels as people state them, by number or by name, on the scale that is in use."""

from collections.abc import Collection

from pillarplan.domain.knowledge.scale import Scale
from pillarplan.errors import UsageError


def level_called(
    scale: Scale, text: str, where: str, words: Collection[str] = ()
) -> int | None:
    """Return the level that a text means; None for one of the `words` beside levels.

    Raises UsageError, which names the place, the levels and the first of the words.
    """
    if text.strip().lower() in words:
        return None
    level = scale.find(text)
    if level is None:
        others = "".join(f"; or {word}" for word in [*words][:1])
        raise UsageError(
            f"{where}: {text!r} is no level. Write one of: {scale.listing}{others}."
        )
    return level


def off_scale(scale: Scale, level: int | None) -> str | None:
    """Say what is wrong with a level that a file states; None if it is on the scale."""
    if level is None or 0 <= level <= scale.top:
        return None
    return f"there is no level {level}; there are {scale.listing}"
