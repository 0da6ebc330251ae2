"""Text for people: cleaned at the edge, put into words, and wrapped."""

import re
import textwrap
import unicodedata
from collections.abc import Iterable
from datetime import date
from zlib import crc32

from pillarplan.errors import UsageError

INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Unicode categories that may change how other text is shown, or show nothing."""

JOINERS = frozenset("\u200c\u200d")
"""Format characters that real languages and emoji need inside words."""


SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"
"""What an id looks like: lower case letters, digits and single dashes."""

LONGEST_SLUG = 60
"""In characters."""

ODD_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l"}
    | {"\u0131": "i", "ħ": "h", "ŧ": "t", "ŋ": "n"}
)
"""Latin letters that Unicode does not take apart into a letter and an accent."""


def slug(name: str) -> str:
    """Return the id of what has a name only: ``Prüfen & lernen`` is ``prufen-lernen``.

    Where letters of the name find no place in it, a number tells it from others; so any
    script will do.  Journals hold what this returns, so it must stay as it is.
    """
    plain = unicodedata.normalize("NFKD", name.casefold()).translate(ODD_LETTERS)
    folded = "".join(each for each in plain if not unicodedata.combining(each))
    words = "-".join(re.findall(r"[a-z0-9]+", folded))
    lost = any(each.isalnum() and not each.isascii() for each in folded)
    if words and not lost and len(words) <= LONGEST_SLUG:
        return words
    number = f"{crc32(one_line(name, len(name)).encode()):08x}"
    begin = words[: LONGEST_SLUG - len(number) - 1].rstrip("-")
    return f"{begin}-{number}" if begin else number


def spoken(id_: str) -> str:
    """Return the name of what has an id only: ``price-tests`` is ``Price tests``."""
    words = id_.replace("-", " ")
    return words[:1].upper() + words[1:]


LINK = r"(https?://|mailto:)[^\s\"'<>`\\]+"
"""What a link looks like that is safe to print."""

LONGEST_LINE = 200
"""How long a line may be that people write and read, in characters."""

LONGEST_TEXT = 1_000
"""How long a short paragraph may be, such as a note, in characters."""


def too_long(text: str, most: int) -> str | None:
    """Say that a text has more than `most` characters; None if it has not."""
    length = len(one_line(text, len(text)))
    if length <= most:
        return None
    return f"{length:,} characters are too many; at most {most:,} are kept"


def check_length(what: str, text: str | None, most: int = LONGEST_LINE) -> None:
    """Raise UsageError for a text that would have to be cut to be kept."""
    if text and (message := too_long(text, most)):
        raise UsageError(f"{what}: {message}. Nothing was recorded.")


def is_safe(character: str) -> bool:
    """Say whether a character may stand in a line of text.

    Control, bidirectional and other format characters may not: a terminal would
    obey them (ECMA-48), and a reader would be misled (Unicode TR 36).
    """
    return (
        (character.isascii() and character.isprintable())
        or character in JOINERS
        or unicodedata.category(character) not in INVISIBLE
    )


def one_line(text: str, max_length: int = 500) -> str:
    """Return `text` as one clean line of at most `max_length` characters.

    Line breaks and tabs become spaces, unsafe characters vanish, and letters are
    composed (NFC), so that equal texts compare equal.
    """
    if _is_line(text) and len(text) <= max_length:
        return text  # as nearly all texts are: a journal of years is read in no time
    spaced = "".join(" " if character.isspace() else character for character in text)
    safe = "".join(filter(is_safe, spaced))
    line = " ".join(unicodedata.normalize("NFC", safe).split())
    return line if len(line) <= max_length else line[: max_length - 1].rstrip() + "…"


def _is_line(text: str) -> bool:
    """Say, fast, that `text` is clean; some clean texts may be told otherwise."""
    return (
        text.isprintable()
        and unicodedata.is_normalized("NFC", text)
        and "  " not in text
        and text == text.strip()
    )


def file_name(path: object) -> str:
    """Return the name of a file as a message shows it: clean, and not without end."""
    return one_line(str(path), LONGEST_LINE)


def without_escapes(text: str) -> str:
    """Return text of several lines without characters that a terminal would obey.

    Line breaks and tabs stay.  For what may quote names of files, or what was typed.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(each for each in text if each in "\n\t" or is_safe(each))


def wrapped(text: str, width: int, first: str = "", margin: str = "") -> str:
    """Return text in lines that break between words only, and with what they begin.

    A word that is longer than `width`, such as a link or an id, stays whole.
    """
    return textwrap.fill(
        text,
        width,
        initial_indent=first,
        subsequent_indent=margin,
        break_long_words=False,
        break_on_hyphens=False,
    )


def join_words(words: Iterable[str], last: str = "and") -> str:
    """Return words as a list in a sentence: ``a, b and c``; empty if there are none."""
    listed = list(words)
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} {last} {listed[-1]}"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: ``1 skill``, ``3 skills``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def hours_left(hours: float) -> str:
    """Return what is left of planned hours: ``2 h left``, or that all are spent."""
    return f"{in_hours(hours)} left" if hours > 0 else "planned hours spent"


def in_hours(hours: float) -> str:
    """Return hours as people write them: ``7 h``, ``1.5 h``."""
    return f"{round(hours, 2):g} h"


def in_weeks(days: int) -> str:
    """Return a number of days, or of weeks or months if they are many, and which way.

    ``9 days later``, ``3 weeks later``, ``9 months earlier``.
    """
    number = abs(days)
    if number < 14:
        length = counted(number, "day")
    elif number < 63:
        length = counted(round(number / 7), "week")
    else:
        length = counted(round(number / 30.44), "month")
    return f"{length} {'later' if days > 0 else 'earlier'}"


def on_day(day: date, *, year: bool = True) -> str:
    """Return a date in words that no locale can misread: ``24 Nov 2026``."""
    words = f"{day.day} {MONTHS[day.month - 1][:3]}"
    return f"{words} {day.year}" if year else words


def say_day(day: date) -> str:
    """Return a date as a sentence has it, the month in full: ``30 June 2027``."""
    return f"{day.day} {in_month(day)}"


def in_month(day: date) -> str:
    """Return the month of a day: ``June 2027``."""
    return f"{MONTHS[day.month - 1]} {day.year}"


MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""Names that do not change with the locale of the machine."""

WEEKDAYS = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
"""As in `date.weekday`: Monday is the first."""
