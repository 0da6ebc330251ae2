"""Where in a quoted text an escape stands for a character."""

import re

ESCAPE = re.compile(r"\\(?:x(..)|u(....)|U(.{8})|(.))", re.DOTALL)

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


def escape_of(character: str, text: str, start: int) -> int:
    """Return the offset of the first escape for `character` from `start` on.

    Returns `start` if there is none.
    """
    for match in ESCAPE.finditer(text, start):
        code = match[1] or match[2] or match[3]
        meant = chr(int(code, 16)) if code else SHORT.get(match[4])
        if meant == character:
            return match.start()
    return start
