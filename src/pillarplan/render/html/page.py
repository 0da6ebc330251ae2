"""The whole page, in the order in which one tells it in a one-on-one."""

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

from pillarplan.domain.plan.roadmap import PlannedItem, Roadmap, State
from pillarplan.domain.reports.packet import Packet
from pillarplan.domain.text import counted, in_hours, on_day
from pillarplan.render.html.gaps import gaps_section
from pillarplan.render.html.items import items_section
from pillarplan.render.html.markup import Markup, join, tag
from pillarplan.render.html.shape import shape_section
from pillarplan.render.html.style import STYLE
from pillarplan.render.html.timeline import timeline_section
from pillarplan.render.html.trend import trend_section
from pillarplan.render.lines.bookings import booking_lines
from pillarplan.render.lines.later import later_lines
from pillarplan.render.lines.since_start import done_before_lines, since_start_line


def roadmap_html(packet: Packet) -> str:
    """Return the roadmap as one page; what a person noted in check-ins stays out.

    The page is made to be shown to others, and notes are written for oneself.
    """
    body = tag("body", _header(packet), tag("main", *_sections(packet)))
    return f"<!DOCTYPE html>\n{tag('html', _head(packet), body, lang='en')}"


def _head(packet: Packet) -> Markup:
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy(STYLE)),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("title", f"Roadmap to {packet.role_name}"),
        tag("style", Markup(STYLE)),
    )


def policy(style: str) -> str:
    """Return a policy that allows this one stylesheet and nothing else (CSP 3)."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _header(packet: Packet) -> Markup:
    roadmap = packet.roadmap
    facts = [
        ("Items", _items_done(roadmap)),
        ("Hours", _hours(packet)),
        ("Time", f"{in_hours(roadmap.limits.availability.hours_per_week)} a week"),
        ("Aim", f"{counted(roadmap.totals.steps, 'level')} up"),
    ]
    in_all = since_start_line(packet.since_start, packet.skills)
    days = f"{on_day(roadmap.starts_on)} to {on_day(roadmap.until)}"
    return tag(
        "header",
        tag("p", _eyebrow(packet), class_="eyebrow"),
        tag("h1", packet.role_name),
        tag(
            "p",
            f"{days}. Made on {on_day(roadmap.made_on)}, "
            f"shown as of {on_day(packet.today)}.",
            class_="dates",
        ),
        tag("p", in_all, class_="dates") if in_all else None,
        tag("dl", *(_fact(name, text) for name, text in facts), class_="facts"),
        _in_hand(roadmap),
    )


def _eyebrow(packet: Packet) -> str:
    return f"{packet.name}, growing into" if packet.name else "Growing into"


def _fact(name: str, text: str) -> Markup:
    return tag("div", tag("dt", name), tag("dd", text))


def _items_done(roadmap: Roadmap) -> str:
    done = sum(item.state is State.DONE for item in roadmap.items)
    return f"{done} of {len(roadmap.items)} done"


def _hours(packet: Packet) -> str:
    done = in_hours(packet.profile.hours_on(packet.roadmap.items))
    return f"{done} of {in_hours(packet.roadmap.totals.hours)}"


def _in_hand(roadmap: Roadmap) -> Markup | None:
    item = _current(roadmap)
    if item is None:
        return None
    word = "In hand" if item.state is State.STARTED else "Next"
    return tag("p", tag("b", f"{word}:"), " ", item.title, class_="hand")


def _current(roadmap: Roadmap) -> PlannedItem | None:
    items = list(roadmap.open_items())
    started = (item for item in items if item.state is State.STARTED)
    return next(started, items[0] if items else None)


def _sections(packet: Packet) -> Iterable[Markup | None]:
    yield shape_section(packet)
    yield timeline_section(packet)
    yield gaps_section(packet)
    yield items_section(packet)
    yield _list(
        "Then",
        [
            tag("span", line, class_="whole")
            for line in later_lines(packet.roadmap, packet.skills)
        ],
    )
    done = done_before_lines(packet.since_start, packet.roadmap)
    yield _list("Done before this plan", done)
    yield _list("Dates to keep", booking_lines(packet.roadmap))
    yield _list("Rate again", _reratings(packet))
    yield trend_section(packet)
    yield _list("Evidence so far", _evidence(packet))
    yield _list("Not now", _not_now(packet))
    yield _list(
        "Good to know",
        [tag("span", note, class_="whole") for note in packet.roadmap.notes],
    )


def _reratings(packet: Packet) -> Iterable[Markup]:
    for each in sorted(packet.roadmap.rerate, key=lambda rerating: rerating.on):
        yield _entry(packet.skills[each.skill], on_day(each.on))


def _evidence(packet: Packet) -> Iterable[Markup]:
    for each in reversed(packet.profile.evidence):
        yield _entry(packet.skills[each.skill], each.text, on_day(each.on))


def _not_now(packet: Packet) -> Iterable[Markup]:
    for reason, skills in packet.roadmap.not_now_by_reason.items():
        yield _entry(", ".join(packet.skills[skill] for skill in skills), reason)


def _entry(name: str, text: str, day: str | None = None) -> Markup:
    return join([tag("b", name), tag("span", text), tag("small", day) if day else None])


def _list(title: str, entries: Iterable[str]) -> Markup | None:
    rows = [tag("li", entry) for entry in entries]
    if not rows:
        return None
    return tag("section", tag("h2", title), tag("ul", *rows, class_="entries"))
