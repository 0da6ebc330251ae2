"""Plans to hand over: an ordinary one, and one of hostile texts."""

from datetime import UTC, date, datetime, time, timedelta

from pillarplan.domain.knowledge.item import (
    Cost,
    Item,
    Origin,
    Practice,
    Resource,
    ResourceKind,
)
from pillarplan.domain.knowledge.skill import NamesById
from pillarplan.domain.knowledge.step import Span
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import Confidence, Rater, RaterKind, Rating
from pillarplan.domain.person.work import Ended, Evidence, Note, Spent
from pillarplan.domain.plan.adoption import Adoption, number_plans
from pillarplan.domain.plan.availability import NO_HOURS, Availability, Pool
from pillarplan.domain.plan.roadmap import (
    Limits,
    PlannedItem,
    Rerating,
    Roadmap,
    Session,
    State,
    Totals,
)
from pillarplan.domain.reports.almanac import Almanac, Edition, Revision, Revisions
from pillarplan.domain.reports.packet import Packet
from tests.scales import FIVE

MADE_ON = date(2026, 11, 23)
"""A Monday."""

RECORD = "0123456789abcdef"
"""Whose plans these are."""

NOBODY = Profile()

HOSTILE = (
    "Read\r\nATTENDEE:mailto:mallory@example.org",
    "Read\nEND:VEVENT\nBEGIN:VALARM\nACTION:PROCEDURE",
    "A; B, C\\n D: E\\",
    '=HYPERLINK("https://example.org","Click")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1:A9)",
    "'=1+1",
    "\t=1+1",
    "＝1+1",
    'Sales;=1+1;"=2+2"',
    "<script>alert(1)</script> &amp; &#61;",
    "a | b || c",
    "[x](javascript:alert(1)) ![y](z) [[note]]",
    "**bold** _it_ ~~no~~ `code` ==mark== %%hidden%% $x$",
    "Ship 📅 2020-01-01",
    "Urgent 🔺",
    "Later ⛔ item-1 🆔 item-2 🔁 every day 🏁 delete ✅\ufe0f 2020-01-01",
    "#tag in #front and #back",
    "Ends in a block ^block",
    "\x1b[31mred\x1b[0m and \x9b31m",
    "\u202egnp.exe\u202c and \u2066x\u2069",
    "- [x] done",
    "1. first # head",
    "x 2020-01-01 2019-01-01 done",
    "(A) 2020-01-01 first",
    "+project @context due:2020-01-01 pri:A a:b:c :d e: +",
    "see http://example.org/?a=b#c and mallory@example.org",
    "NUL\0, BEL\a, DEL\x7f, line\u2028separator, no-break\u00a0space",
    "&open;x&close; &dquot; \\u0022 \\/ %20 {}",
    "quotes \" ' „ « ` and ünïcödé 日本語 مرحبا",
    "👩‍👧 family and a flag 🇩🇪",
    "e\u0301 composed",
    "long " * 60,
    "日本" * 100,
)
"""Texts that mean something to a calendar, a spreadsheet, a list or a terminal."""


def practice(name: str, title: str, *, task: str = "Do it.", hours: float = 1) -> Item:
    return Practice(
        id=name,
        title=title,
        develops=(Span(skill="negotiation", from_=1, to=2),),
        hours=hours,
        task=task,
        evidence=task,
        reviewed_on=MADE_ON,
        origin=Origin.ADDITION,
    )


def resource(name: str, title: str, *, apply: str = "Try it.") -> Item:
    return Resource(
        id=name,
        title=title,
        kind=ResourceKind.BOOK,
        url=f"https://example.org/{name}?a=1,2;3",
        develops=(Span(skill="negotiation", from_=1, to=2),),
        hours=1,
        cost=Cost.FREE,
        why="It is short.",
        apply=apply,
        reviewed_on=MADE_ON,
        origin=Origin.ADDITION,
    )


def planned(
    entry: Item,
    starts_on: date,
    days: int = 0,
    *,
    state: State = State.PLANNED,
    reason: str = "It closes the widest gap.",
) -> PlannedItem:
    return PlannedItem(
        id=entry.id,
        kind=entry.kind,
        title=entry.title,
        hours=entry.hours,
        closes=entry.develops,
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=days),
        state=state,
        reason=reason,
    )


def packet(
    entries: tuple[Item, ...],
    items: tuple[PlannedItem, ...],
    profile: Profile = NOBODY,
    *,
    days: int = 60,
    sessions: tuple[Session, ...] = (),
    waits_for: dict[str, tuple[str, ...]] | None = None,
    skills: dict[str, str] | None = None,
    role_name: str = "Senior Product Manager",
) -> Packet:
    """Return a packet with a session of an hour for each item, unless told others."""
    names = NamesById(skills or {"negotiation": "Negotiation"})
    until = MADE_ON + timedelta(days=days)
    return Packet(
        today=MADE_ON,
        roadmap=Roadmap(
            made_on=MADE_ON,
            starts_on=MADE_ON,
            until=until,
            role="senior-pm",
            focus=("negotiation",),
            items=items,
            sessions=sessions
            or tuple(
                Session(on=item.starts_on, item=item.id, hours=1) for item in items
            ),
            rerate=tuple(Rerating(skill=skill, on=until) for skill in names),
            not_now=(),
            totals=Totals(
                hours=1,
                money=0,
                value=1,
                steps=1,
                wanted_hours=1,
                wanted_steps=1,
                free_hours=9,
                proven_optimal=True,
            ),
            limits=Limits(
                availability=Availability(desk=NO_HOURS),
                starts_on=MADE_ON,
                until=until,
                role="senior-pm",
            ),
        ),
        profile=profile,
        role_name=role_name,
        gaps=(),
        skills=names,
        pillars=NamesById(),
        scale=FIVE,
        items={entry.id: entry for entry in entries},
        waits_for=waits_for or {},
    )


def ordinary() -> Packet:
    """Return a plan in its second week: all states, both pools, one item waits."""
    book = resource("book", "Getting to Yes: Negotiating")
    talk = resource("talk", "A talk, heard on the way")
    scope = practice("scope", "Negotiate a scope cut", task="Cut; write it.", hours=2.5)
    sales = practice("sales", "Say no to Sales")
    return packet(
        (book, talk, scope, sales),
        (
            planned(book, MADE_ON, 1, state=State.DONE),
            planned(talk, date(2026, 11, 25), state=State.DROPPED),
            planned(sales, date(2026, 11, 26), state=State.STARTED),
            planned(scope, date(2026, 12, 1), 7),
        ),
        Profile(
            ratings=(
                Rating(
                    skill="negotiation",
                    level=1,
                    rated_on=MADE_ON,
                    confidence=Confidence.HIGH,
                    importance=3,
                    evidence="Cut scope with Sales",
                ),
                Rating(
                    skill="negotiation",
                    level=None,
                    rated_on=MADE_ON,
                    rater=Rater(name="Ana", kind=RaterKind.MANAGER),
                ),
            ),
            spent=(
                Spent(on=date(2026, 11, 24), item="book", hours=1),
                Spent(on=date(2026, 11, 27), item="sales", hours=0.5),
                Spent(on=date(2026, 11, 28), item="sales", hours=0.5),
            ),
            done=(Ended(on=date(2026, 11, 24), item="book"),),
            dropped=(Ended(on=date(2026, 11, 25), item="talk"),),
            evidence=(
                Evidence(on=MADE_ON, skill="negotiation", text="Cut scope with Sales"),
            ),
            notes=(Note(on=MADE_ON, text="A good week."),),
        ),
        sessions=(
            Session(on=MADE_ON, item="book", hours=0.5),
            # Finished on the 24th: the second session of the book is not needed.
            Session(on=date(2026, 11, 26), item="book", hours=0.5),
            Session(on=date(2026, 11, 25), item="talk", hours=1, pool=Pool.LISTENING),
            Session(on=date(2026, 11, 26), item="sales", hours=1),
            Session(on=date(2026, 12, 1), item="scope", hours=1.5),
            Session(on=date(2026, 12, 8), item="scope", hours=1),
        ),
        waits_for={"scope": ("book", "sales")},
    )


def almanac(
    packet: Packet, before: tuple[Adoption, ...] = (), number: int = 1
) -> Almanac:
    """Return what a calendar has to know of a plan, and of those before it."""
    *earlier, now = number_plans([*before, Adoption(roadmap=packet.roadmap)])
    at = datetime.combine(MADE_ON, time(9, 30), UTC)
    return Almanac(
        packet=packet,
        now=Edition(roadmap=packet.roadmap, sessions=now.sessions, record=RECORD),
        before=tuple(
            Edition(
                roadmap=each.adoption.roadmap, sessions=each.sessions, record=RECORD
            )
            for each in earlier
        ),
        revisions=Revisions(plan=Revision(number, at)),
        over=now.over,
        aliases=frozenset({RECORD}),
    )


def hostile(texts: tuple[str, ...] = HOSTILE) -> Packet:
    """Return a plan whose titles, reasons, names and notes all are of `texts`."""
    entries = tuple(
        practice(f"item-{place}", text, task=text)
        if place % 2
        else resource(f"item-{place}", text, apply=text)
        for place, text in enumerate(texts)
    )
    return packet(
        entries,
        tuple(
            planned(entry, MADE_ON + timedelta(days=place), reason=entry.title)
            for place, entry in enumerate(entries)
        ),
        Profile(
            ratings=tuple(
                Rating(
                    skill=f"skill-{place}",
                    level=1,
                    rated_on=MADE_ON,
                    rater=Rater(name=text, kind=RaterKind.PEER),
                    evidence=text,
                )
                for place, text in enumerate(texts)
            ),
            evidence=tuple(
                Evidence(on=MADE_ON, skill=f"skill-{place}", text=text)
                for place, text in enumerate(texts)
            ),
        ),
        skills={f"skill-{place}": text for place, text in enumerate(texts)},
        role_name=texts[0],
    )
