"""Whether plans keep clear of meetings, and how little a new meeting moves.

    .venv/bin/python -m benchmarks.calendars 10000

Makes random calendars, some nearly empty and some with 36 hours of meetings a week
between nine and five, with repetitions, gaps in them, moved instances, whole days and
what takes no time, in several time zones and over both changes of the clocks.  What is
taken is known beforehand, without the libraries that read calendars.  Prints for each
load: sessions over a meeting or nearer to one than the margin, which must be none;
which share of the stated hours is lost if weekdays are fixed, and if hours are spread
over the week; and, once one more meeting comes, how often at most one session moves,
and how often the order of the items changes, which must be never.
"""

import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock
from zoneinfo import ZoneInfo

from pillarplan.busy.blocks import read_blocks
from pillarplan.busy.cutting import Window, cut
from pillarplan.busy.expanding import expand
from pillarplan.busy.times import Interval, as_meetings, merge
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.availability import Availability, Meeting, spread
from pillarplan.domain.plan.roadmap import Roadmap, Session
from pillarplan.planner.schedule.calendar import QUARTERS, find_calendar
from pillarplan.planner.schedule.slots import OpenDays
from pillarplan.planner.schedule.slots import cut as cut_slots
from tests.planner.worlds import World, gap, limits, practice, resource

FIRSTS = (date(2026, 10, 12), date(2026, 11, 23), date(2027, 3, 15))
"""Mondays; after the first and the last of them the clocks change."""

WEEKS = 11
LOADS = (0, 8, 16, 24, 30, 36)
"""Hours of meetings a week."""

ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe")
NINE, FIVE = clock(9), clock(17)
HOURS, MARGIN = 3.0, 10
WORKDAYS = [day for day in range(WEEKS * 7) if day % 7 < 5]


@dataclass
class Made:
    """A calendar as a text, and what it takes, known beforehand."""

    zone: ZoneInfo
    first: date
    events: list[str] = field(default_factory=list)
    taken: list[tuple[datetime, datetime]] = field(default_factory=list)

    @property
    def last(self) -> date:
        """The last day of the plan."""
        return self.first + timedelta(weeks=WEEKS, days=-1)

    def at(self, day: date, minutes: int) -> datetime:
        """Return a time of a day in the zone of the calendar."""
        return datetime.combine(day, clock(*divmod(minutes, 60)), self.zone)

    def text(self) -> bytes:
        """Return the calendar file."""
        lines = ["BEGIN:VCALENDAR", "PRODID:-//Example//Random//EN", *self.events]
        return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()

    def add(self, *lines: str) -> None:
        """Add an event with some properties."""
        uid = f"UID:{len(self.events)}"
        self.events += ["BEGIN:VEVENT", uid, *lines, "END:VEVENT"]

    def when(self, name: str, at: datetime) -> str:
        """Return a property that says a time, in UTC or in the zone."""
        return f"{name};TZID={self.zone.key}:{at:%Y%m%dT%H%M%S}"


def make(draw: random.Random, load: int) -> Made:
    """Return a calendar with about `load` hours of meetings a week."""
    made = Made(ZoneInfo(draw.choice(ZONES)), draw.choice(FIRSTS))
    hours = 0.0
    while hours < load:
        length = draw.choice((15, 25, 30, 45, 60, 60, 90, 120))
        begin = draw.randrange(9 * 60, 17 * 60 - length + 1, 5)
        weekday = draw.randrange(5)
        hours += length / 60
        draw.choice((_weekly, _single, _weekly_with_changes))(
            made, draw, weekday, begin, length
        )
    for _ in range(draw.randrange(3)):
        day = made.first + timedelta(days=draw.randrange(WEEKS * 7))
        _whole_day(made, day, busy=draw.random() < 0.3)
    free = made.at(made.first + timedelta(days=1), 9 * 60)
    made.add(
        made.when("DTSTART", free),
        "DURATION:PT8H",
        "RRULE:FREQ=DAILY",
        draw.choice(("TRANSP:TRANSPARENT", "STATUS:CANCELLED")),
    )
    return made


def _single(
    made: Made, draw: random.Random, weekday: int, begin: int, length: int
) -> None:
    for week in range(WEEKS):
        day = made.first + timedelta(weeks=week, days=weekday)
        begins = made.at(day, begin)
        ends = begins + timedelta(minutes=length)
        last = draw.choice((made.when("DTEND", ends), f"DURATION:PT{length}M"))
        made.add(made.when("DTSTART", begins), last)
        made.taken.append((begins, ends))


def _weekly(
    made: Made, draw: random.Random, weekday: int, begin: int, length: int
) -> None:
    since = made.first + timedelta(days=weekday, weeks=-draw.randrange(60))
    begins = made.at(since, begin)
    made.add(
        made.when("DTSTART", begins),
        made.when("DTEND", begins + timedelta(minutes=length)),
        "RRULE:FREQ=WEEKLY",
    )
    for week in range(WEEKS):
        at = made.at(made.first + timedelta(weeks=week, days=weekday), begin)
        made.taken.append((at, at + timedelta(minutes=length)))


def _weekly_with_changes(
    made: Made, draw: random.Random, weekday: int, begin: int, length: int
) -> None:
    """Add a weekly meeting that is left out in one week and moved in another."""
    left_out, moved = draw.sample(range(WEEKS), 2)
    days = [made.first + timedelta(weeks=n, days=weekday) for n in range(WEEKS)]
    span = timedelta(minutes=length)
    begins = made.at(days[0], begin)
    made.add(
        made.when("DTSTART", begins),
        made.when("DTEND", begins + span),
        f"RRULE:FREQ=WEEKLY;COUNT={WEEKS}",
        made.when("EXDATE", made.at(days[left_out], begin)),
    )
    uid = made.events[-6]
    other = days[moved] + timedelta(days=draw.choice((-1, 1)) if 0 < weekday < 4 else 0)
    instead = made.at(other, draw.randrange(9 * 60, 17 * 60 - length + 1, 5))
    made.events += [
        "BEGIN:VEVENT",
        uid,
        made.when("RECURRENCE-ID", made.at(days[moved], begin)),
        made.when("DTSTART", instead),
        made.when("DTEND", instead + span),
        "END:VEVENT",
    ]
    for week, day in enumerate(days):
        if week != left_out:
            at = instead if week == moved else made.at(day, begin)
            made.taken.append((at, at + span))


def _whole_day(made: Made, day: date, *, busy: bool) -> None:
    shown = "OPAQUE" if busy else "TRANSPARENT"
    made.add(f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"TRANSP:{shown}")
    if busy:
        made.taken.append((made.at(day, 0), made.at(day + timedelta(days=1), 0)))


def meetings_of(made: Made) -> tuple[Meeting, ...]:
    """Return what the program reads in a calendar."""
    found: list[Interval] = []
    for calendar in read_blocks(made.text()):
        kept = cut(calendar, Window(made.first, made.last), frozenset())
        found += expand(kept, made.first, made.last, lambda line: None)
    return as_meetings(merge(found), made.first, made.last, made.zone)


def world(made: Made, meetings: tuple[Meeting, ...] | None) -> World:
    """Return somebody with items as long as those of a usual plan: 29 hours."""
    week = Availability(
        desk=spread(HOURS),
        starts_at=(NINE,) * 7,
        ends_at=(FIVE,) * 7,
        meetings=meetings,
        margin=MARGIN,
        time_zone=made.zone.key,
    )
    asked = replace(limits(), availability=week, starts_on=made.first, until=made.last)
    return World(
        limits=asked,
        gaps=(gap("asking", 1, 3, 3), gap("building", 1, 3), gap("coaching", 2, 3, 3)),
        items=(
            resource("book", ("asking", 1, 3), hours=8),
            practice("ask", ("asking", 1, 2), hours=2),
            practice("ask-and-coach", ("asking", 2, 3), ("coaching", 2, 3), hours=5),
            resource("guide", ("building", 1, 2), hours=1),
            practice("build", ("building", 1, 2), hours=3),
            resource("standard", ("building", 2, 3), hours=2),
            practice("build-more", ("building", 2, 3), hours=5),
            resource("podcast", ("coaching", 2, 3), hours=3),
        ),
        today=made.first,
    )


def too_near(made: Made, sessions: Sequence[Session]) -> int:
    """Count the sessions that are nearer to a meeting than the margin."""
    margin = timedelta(minutes=MARGIN)
    taken = [tuple(at.astimezone(UTC) for at in each) for each in made.taken]
    near = 0
    for session in sessions:
        assert session.at is not None
        begins = datetime.combine(session.on, session.at, made.zone).astimezone(UTC)
        ends = begins + timedelta(hours=session.hours)
        near += any(
            begins < end + margin and begin - margin < ends for begin, end in taken
        )
    return near


def moved(before: Roadmap, after: Roadmap) -> int:
    """Return how many sessions are not where they were."""
    there = Counter((each.on, each.at, each.item) for each in after.sessions)
    here = Counter((each.on, each.at, each.item) for each in before.sessions)
    return sum((here - there).values())


def order(roadmap: Roadmap) -> list[str]:
    """Return the items in the order in which they begin."""
    return list(dict.fromkeys(each.item for each in roadmap.sessions))


def lost_on_fixed_days(availability: Availability, made: Made) -> float:
    """Return the hours that are lost if each weekday has to give its own."""
    free, lost = OpenDays(availability), 0
    for number in range((made.last - made.first).days + 1):
        day = made.first + timedelta(days=number)
        wanted = int(availability.desk[day.weekday()] * QUARTERS)
        if wanted:
            taken, _ = cut_slots(free.free_on(day), wanted, 2)
            lost += wanted - sum(slot.quarters for slot in taken)
    return lost / QUARTERS


@dataclass
class Load:
    """What was seen with so many hours of meetings a week."""

    calendars: int = 0
    sessions: int = 0
    near: int = 0
    fixed: float = 0.0
    spread: float = 0.0
    moved: list[int] = field(default_factory=list)
    turned: int = 0
    read: list[float] = field(default_factory=list)


def try_one(draw: random.Random, load: int, seen: Load) -> None:
    """Plan around one calendar, and again once a meeting has come."""
    made = make(draw, load)
    start = time.perf_counter()
    meetings = meetings_of(made)
    seen.read.append(time.perf_counter() - start)
    asked = world(made, meetings)
    week = asked.limits.availability
    first = asked.plan()
    seen.calendars += 1
    seen.sessions += len(first.sessions)
    seen.near += too_near(made, first.sessions)
    seen.fixed += lost_on_fixed_days(week, made)
    seen.spread += HOURS * WEEKS - (
        find_calendar(week, made.first, made.last).capacity.hours
    )
    day = made.first + timedelta(days=draw.choice(WORKDAYS))
    begin = draw.randrange(9 * 60, 16 * 60, 15)
    one_more = (*meetings, Meeting(day, begin, begin + 60))
    again = replace(world(made, one_more), profile=Profile(roadmap=first)).plan()
    seen.moved.append(moved(first, again))
    seen.turned += order(again) != order(first)


def lines(loads: dict[int, Load]) -> Iterator[str]:
    """Yield the table."""
    yield (
        "h of meetings  calendars  sessions  too near  lost fixed  lost spread  "
        "at most one moves  order turns  read ms"
    )
    for load, seen in loads.items():
        stated = seen.calendars * HOURS * WEEKS
        calm = sum(each <= 1 for each in seen.moved) / seen.calendars
        yield (
            f"{load:13}  {seen.calendars:9}  {seen.sessions:8}  {seen.near:8}  "
            f"{seen.fixed / stated:10.1%}  {seen.spread / stated:11.1%}  "
            f"{calm:17.1%}  {seen.turned:11}  {statistics.median(seen.read) * 1e3:7.1f}"
        )


def main() -> None:
    """Print the table for so many calendars as are asked for."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 600
    loads = {load: Load() for load in LOADS}
    for place in range(number):
        load = LOADS[place % len(LOADS)]
        try_one(random.Random(place), load, loads[load])
    print("\n".join(lines(loads)))


if __name__ == "__main__":
    main()
