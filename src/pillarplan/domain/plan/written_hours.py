"""Hours as people write them, in flags, files, dialogues and settings alike."""

import re

HOURS = re.compile(
    r"(?P<hours>\d{1,4}(\.\d{0,9})?|\.\d{1,9})( ?h)?"
    r"|(?P<whole>\d{1,4}):(?P<minutes>[0-5]\d)( ?h)?"
    r"|(?P<only>\d{1,5}(\.\d{1,9})?) ?m(in)?"
    r"|(?P<full>\d{1,4}) ?h ?(?P<rest>[0-5]?\d)( ?m(in)?)?",
    re.ASCII,
)


def hours_from(text: str) -> float | None:
    """Return the hours that a person wrote; None if it is no number of hours.

    The one grammar for flags, files, dialogues and settings: ``2``, ``2.5``, ``2h``,
    ``1:30``, ``90m``, ``1h30``.  No sign: nobody spends less than no time.
    """
    found = HOURS.fullmatch(text.strip().lower())
    if found is None:
        return None
    number = {name: float(part) for name, part in found.groupdict("0").items()}
    minutes = number["minutes"] + number["only"] + number["rest"]
    return number["hours"] + number["whole"] + number["full"] + minutes / 60
