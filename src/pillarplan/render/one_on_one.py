"""What fits one printed side for a one-on-one, in the person's own facts and words."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.person.work import Ended
from pillarplan.domain.plan.roadmap import PlannedItem, State
from pillarplan.domain.plan.waves import at_hand
from pillarplan.domain.reports.packet import Packet
from pillarplan.domain.text import hours_left, on_day, one_line

LATELY = timedelta(weeks=4)

MOST = 3
"""Lines of a section; who wants more has the whole roadmap."""

LONGEST = 160
"""Characters of a line, so that the side never becomes two."""

NEED = "What I need from you"


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOnOne:
    """A side of paper: sections with a few lines each."""

    title: str
    dates: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    """Headings with their lines; those of what is needed may be for the pen."""


def one_on_one(packet: Packet, needs: tuple[str, ...]) -> OneOnOne:
    """Return the side; without `needs` it has room to write them down."""
    roadmap, open_items = packet.roadmap, [*at_hand(packet.roadmap)]
    in_hand = [item for item in open_items if item.state is State.STARTED]
    coming = [item for item in open_items if item.state is State.PLANNED]
    in_hand += [item for item in coming if item.starts_on <= packet.today]
    sections = {
        "Done in the last four weeks": _done(packet),
        "What shows it": _shown(packet),
        "In hand": (_at_work(packet, item) for item in in_hand),
        "Next": (_ahead(item) for item in coming if item not in in_hand),
        NEED: iter(needs),
    }
    who = f"{packet.name}: on the way" if packet.name else "On the way"
    return OneOnOne(
        title=f"{who} to {packet.role_name}",
        dates=f"{on_day(packet.today)}; the plan goes until {on_day(roadmap.until)}",
        sections=tuple(
            (heading, cut)
            for heading, lines in sections.items()
            if (cut := _few(lines)) or heading == NEED
        ),
    )


def _few(lines: Iterable[str]) -> tuple[str, ...]:
    shown = [one_line(line, LONGEST) for line in lines]
    more = [f"and {len(shown) - MOST} more"] if len(shown) > MOST else []
    return (*shown[:MOST], *more)


def _done(packet: Packet) -> Iterator[str]:
    """Yield what was finished, and what was learnt outside the plan, newest first."""
    profile = packet.profile
    ended = [(each.on, _title(packet, each)) for each in profile.done]
    beside = {(e.on, e.outside.title) for e in profile.spent if e.outside}
    newest_first = sorted([*ended, *beside], key=lambda each: each[0], reverse=True)
    for on, title in newest_first:
        if on > packet.today - LATELY:
            yield f"{title}, {on_day(on, year=False)}"


def _title(packet: Packet, ended: Ended) -> str:
    named = packet.roadmap.item(ended.item) or ended.meant
    return named.title if named else ended.item


def _shown(packet: Packet) -> Iterator[str]:
    for each in reversed(packet.profile.evidence):
        if each.on > packet.today - LATELY:
            day = on_day(each.on, year=False)
            yield f"{packet.skills[each.skill]}: {each.text} ({day})"


def _at_work(packet: Packet, item: PlannedItem) -> str:
    left = hours_left(packet.profile.hours_left(item))
    return f"{item.title} ({item.kind}, {left}, until {on_day(item.ends_on)})"


def _ahead(item: PlannedItem) -> str:
    return f"{item.title} ({item.kind}, from {on_day(item.starts_on)})"
