"""The plan and the record as tables for spreadsheets (RFC 4180).

A spreadsheet may run a cell that begins like a formula, even a quoted one, so such
texts get an apostrophe in front (https://owasp.org/www-community/attacks/CSV_Injection).
Nothing survives every way to save and open a file again: treat a table that came back
from elsewhere with care.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.roadmap import PlannedItem
from pillarplan.domain.reports.packet import Packet
from pillarplan.domain.text import one_line
from pillarplan.render.lists.tasks import item_url

FORMULA = re.compile(r"(^|;)(?=['=+\-@\uff07\uff1d\uff0b\uff0d\uff20])")
"""Where a formula could begin: with one of five signs, also in full width.

A semicolon parts the cells in half of Europe, so one may begin behind it, too.
"""

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for the system's old encoding."""

Cell = str | int | float | date | None
Row = Iterable[Cell]


def items_table(packet: Packet) -> Iterator[Row]:
    """Yield a head and a row for each item of the plan."""
    yield (
        *("id", "kind", "title", "hours", "starts_on", "ends_on", "state"),
        *("closes", "reason", "url", "wave"),
    )
    for item in packet.roadmap.items:
        yield (
            *(item.id, item.kind, item.title, item.hours, item.starts_on, item.ends_on),
            *(item.state, _closes(item), item.reason),
            *(item_url(packet.items.get(item.id)), item.wave),
        )


def sessions_table(packet: Packet) -> Iterator[Row]:
    """Yield a head and a row for each session."""
    yield ("on", "at", "item", "title", "hours", "pool", "state")
    items = {item.id: item for item in packet.roadmap.items}
    for each in packet.roadmap.sessions:
        item = items[each.item]
        at = f"{each.at:%H:%M}" if each.at else None
        yield (each.on, at, each.item, item.title, each.hours, each.pool, item.state)


def ratings_table(profile: Profile, skills: Mapping[str, str]) -> Iterator[Row]:
    """Yield a head and a row for each rating that was ever given, oldest first."""
    yield (
        *("rated_on", "skill", "name", "level", "rater", "rater_kind"),
        *("confidence", "importance", "evidence", "base", "edition", "top"),
    )
    for each in profile.ratings:
        yield (
            *(each.rated_on, each.skill, skills[each.skill], each.level),
            *(each.rater.name, each.rater.kind),
            *(each.confidence, each.importance, each.evidence),
            *(each.base, each.edition, each.top),
        )


def evidence_table(profile: Profile, skills: Mapping[str, str]) -> Iterator[Row]:
    """Yield a head and a row for each line of evidence, oldest first."""
    yield ("on", "skill", "name", "text")
    for each in profile.evidence:
        yield (each.on, each.skill, skills[each.skill], each.text)


def hours_table(profile: Profile, titles: Mapping[str, str]) -> Iterator[Row]:
    """Yield a head and a row for all hours on an item that were told, oldest first."""
    yield ("on", "item", "title", "hours", "assumed", "skills")
    for each in profile.spent:
        title = each.outside.title if each.outside else titles[each.item]
        skills = "; ".join(each.outside.skills) if each.outside else ""
        yield (each.on, each.item, title, each.hours, int(each.assumed), skills)


def write_table(rows: Iterable[Row], *, raw: bool = False) -> str:
    """Return rows as CSV, safe and marked for spreadsheets unless `raw`."""
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(
        [_write(cell, raw) for cell in row] for row in rows
    )
    return text.getvalue() if raw else BYTE_ORDER_MARK + text.getvalue()


def _write(cell: Cell, raw: bool) -> Cell:
    if not isinstance(cell, str):
        return cell
    line = one_line(cell, LONGEST_CELL)
    return line if raw else FORMULA.sub(r"\1'", line)


LONGEST_CELL = 1000
"""Characters; no text of the program is longer."""


def _closes(item: PlannedItem) -> str:
    return "; ".join(f"{span.skill} {span.from_}-{span.to}" for span in item.closes)
