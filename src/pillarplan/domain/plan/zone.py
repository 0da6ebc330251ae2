"""The time zone in which somebody's times of the day hold."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def find_zone(name: str) -> ZoneInfo | None:
    """Return the time zone called `name`; None if there is none of that name here.

    A journal may come from elsewhere, or may have been edited by hand.
    """
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
