"""The days on which something takes place, in lines that every page shares."""

from collections.abc import Iterator

from pillarplan.domain.plan.roadmap import Booking, Roadmap
from pillarplan.domain.text import on_day


def booking_lines(roadmap: Roadmap) -> Iterator[str]:
    """Yield ``day: title``, and until when one has to sign up."""
    titles = {item.id: item.title for item in roadmap.items}
    for each in roadmap.bookings:
        yield f"{titles.get(each.item, each.item)}: {say_booking(each)}"


def say_booking(booking: Booking) -> str:
    """Return on which day something takes place, and until when to sign up."""
    day = on_day(booking.on)
    said = day if booking.is_exact else f"about {day} (look up the true day)"
    by = f"; book it by {on_day(booking.book_by)}" if booking.book_by else ""
    return said + by
