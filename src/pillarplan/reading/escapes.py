"""Where in a quoted text an escape stands for a character."""

import re

ESCAPE = re.compile(
    r"""\\ (?: x  ([0-9a-fA-F]{2})
            | u  ([0-9a-fA-F]{4})
            | U  (00(?:0[0-9a-fA-F]|10)[0-9a-fA-F]{4})
            | (.)
          )""",
    re.VERBOSE | re.DOTALL,
)

SHORT = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "v": "\v",
    "f": "\f",
    "e": "\x1b",
    "N": "\x85",
    "L": "\u2028",
    "P": "\u2029",
}
"""The escapes of YAML 1.2 (5.7) and JSON (RFC 8259, 7) for unsafe characters."""

LONGEST = 12
"""How many characters one may be written with: two escapes in JSON."""


def escape_of(character: str, text: str, start: int, length: int) -> int:
    """Return the offset of the first escape for `character`.

    It is looked for in the quoted text that begins at `start` and has `length`
    characters once it is read.  Returns `start` if it is not found.
    """
    for match in ESCAPE.finditer(text, start, start + LONGEST * length + 1):
        code = match[1] or match[2] or match[3]
        meant = chr(int(code, 16)) if code else SHORT.get(match[4])
        if meant == character:
            return match.start()
    return start
