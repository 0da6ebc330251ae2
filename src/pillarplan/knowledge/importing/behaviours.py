"""Texts of others as behaviours: a line each, none longer than a line may be."""

import re
from collections.abc import Iterator
from textwrap import wrap

from pillarplan.domain.importing.outcome import Why
from pillarplan.domain.text import LONGEST_LINE, one_line
from pillarplan.knowledge.importing.sources.tally import Tally

BULLET = re.compile(r"\s*(?:[-*•·\u2013▪◦‣]|[0-9]{1,2}[.)])\s+")
"""What a line of a list begins with."""

GOES_ON = "…"
"""Stands where a sentence was divided."""

SENTENCE = re.compile(r"(?<=[.!?;])\s+")


def behaviours(text: str, bullets: str | None, tally: Tally) -> Iterator[str]:
    """Yield the behaviours in a text, and count what is left out of it.

    `bullets` says what stands between them; else each line of a list is one, or where
    there is no list, each line that does not go on with a small letter.
    """
    for part in text.split(bullets) if bullets else _lines(text, tally):
        line = one_line(part, len(part) + 1)
        line = BULLET.sub("", f"{line} ", count=1).strip() if bullets else line
        if line:
            yield from _short(line, tally)


def _lines(text: str, tally: Tally) -> Iterator[str]:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    listed = [bool(BULLET.match(f"{line} ")) for line in lines]
    has_list = any(listed)
    current = ""
    for line, is_item in zip(lines, listed, strict=True):
        goes_on = not is_item if has_list and current else line[:1].islower()
        if current and not is_item and goes_on:
            current += f" {line}"
            continue
        if current:
            yield current
        current = BULLET.sub("", line, count=1) if is_item else line
        if has_list and not is_item and line.endswith(":"):
            tally.add(Why.LEAD_IN, line)
            current = ""
    if current:
        yield current


def _short(line: str, tally: Tally) -> Iterator[str]:
    """Yield a line, or if it is too long its sentences, joined as far as they fit."""
    current = ""
    for sentence in SENTENCE.split(line) if len(line) > LONGEST_LINE else (line,):
        together = f"{current} {sentence}".strip()
        if current and len(together) > LONGEST_LINE:
            yield current
            together = sentence
        current = together
        if len(current) > LONGEST_LINE:
            tally.add(Why.DIVIDED, current)
            *begun, current = _parts(current)
            yield from begun
    yield current


def _parts(sentence: str) -> list[str]:
    """Return the parts of a long sentence; marks say where it goes on."""
    parts = wrap(sentence, LONGEST_LINE - 2 * len(GOES_ON))
    last = len(parts) - 1
    return [
        f"{GOES_ON if n else ''}{part}{GOES_ON if n < last else ''}"
        for n, part in enumerate(parts)
    ]
