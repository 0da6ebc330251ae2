"""What a text is made of, in the order in which it stands there.

YAML and JSON become the same flat run of tokens, so that one builder can enforce the
same rules on both, without recursion that a hostile file could drive too deep.
"""

from enum import IntEnum
from typing import NamedTuple


class Kind(IntEnum):
    """What a token is."""

    MAP = 0
    LIST = 1
    END = 2
    """The end of the innermost map or list."""
    PLAIN = 3
    """A word without quotes: a number, true, false, null, or text."""
    TEXT = 4
    """Text for certain: it was quoted."""
    FAULT = 5
    """Not allowed here; reading goes on. The text is the message."""
    STOP = 6
    """Cannot be read from here on. The text is the message."""


class Token(NamedTuple):
    """One token, with the offset of its first character."""

    kind: Kind
    offset: int
    text: str = ""
