"""The text of a calendar file as its components, each with its line.

Only what says when something is comes along: titles, people and places are left behind
here, and no other module ever sees them.  Much of a calendar's size goes with them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from pillarplan.busy.broken import BrokenError

TIMES = frozenset(
    (
        *("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "FREEBUSY"),
        *("RECURRENCE-ID", "UID", "SEQUENCE", "STATUS", "TRANSP"),
        *("PRODID", "X-WR-TIMEZONE", "X-PILLARPLAN-RECORD", "CALSCALE"),
        *("TZID", "TZOFFSETFROM", "TZOFFSETTO"),
    )
)
"""The properties that say when something is, or whose it is."""

NAME = re.compile(r"([A-Za-z0-9-]+)[;:]")

UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""How a file begins that is written in it."""


class Property(NamedTuple):
    """A property, and where it stands."""

    name: str
    text: str
    """All of it, as it stands in the file, on one line."""
    line: int

    @property
    def value(self) -> str:
        """What comes after the name and its parameters."""
        quoted = False
        for place, letter in enumerate(self.text):
            quoted ^= letter == '"'
            if letter == ":" and not quoted:
                return self.text[place + 1 :]
        return ""


@dataclass(slots=True)
class Block:
    """A component of a calendar file: a calendar, an event, a time zone."""

    name: str
    line: int
    properties: list[Property] = field(default_factory=list)
    blocks: list["Block"] = field(default_factory=list)

    def get(self, name: str) -> Property | None:
        """Return the first property of a name, if there is one."""
        return next((each for each in self.properties if each.name == name), None)

    def value(self, name: str) -> str:
        """Return the value of a property in capitals; empty if there is none."""
        found = self.get(name)
        return found.value.strip().upper() if found else ""

    def lines(self) -> Iterator[str]:
        """Yield it as the lines of a calendar file."""
        yield f"BEGIN:{self.name}"
        yield from (each.text for each in self.properties)
        for block in self.blocks:
            yield from block.lines()
        yield f"END:{self.name}"


def read_blocks(content: bytes) -> list[Block]:
    """Return the calendars in a file.

    Raises BrokenError with the line if it is cut off, or no calendar at all.
    """
    if content.startswith(UTF_16) or b"\0" in content[:100]:
        raise BrokenError(1, "is not written in UTF-8 (perhaps in UTF-16)")
    root = Block("", 0)
    open_blocks = [root]
    line = 0
    for line, text in _unfolded(content.decode("utf-8-sig", errors="replace")):
        found = NAME.match(text)
        name = found[1].upper() if found else ""
        if name == "BEGIN":
            block = Block(text[6:].strip().upper(), line)
            open_blocks[-1].blocks.append(block)
            open_blocks.append(block)
        elif name == "END":
            block = open_blocks.pop()
            if block.name != text[4:].strip().upper():
                raise BrokenError(line, f"{text.strip()[:40]} has no BEGIN")
        elif name in TIMES:
            open_blocks[-1].properties.append(Property(name, text, line))
    if len(open_blocks) > 1:
        begin = open_blocks[-1]
        raise BrokenError(
            line,
            f"the file ends within the {begin.name} of line {begin.line}; "
            "it seems to be cut off",
        )
    calendars = [block for block in root.blocks if block.name == "VCALENDAR"]
    if not calendars:
        raise BrokenError(1, "there is no calendar in it")
    return calendars


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line with its number; long ones are folded (RFC 5545 3.1)."""
    number, whole = 0, ""
    for place, line in enumerate(re.split("\r\n|\n|\r", text), 1):
        if line[:1] in (" ", "\t"):
            whole += line[1:]
        else:
            if whole:
                yield number, whole
            number, whole = place, line
    if whole:
        yield number, whole
