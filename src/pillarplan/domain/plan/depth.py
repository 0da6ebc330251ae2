"""How much a plan may spend on the better of two things to learn from."""

from enum import StrEnum


class Depth(StrEnum):
    """How many hours a better resource is worth to the person."""

    LEAN = "lean"
    """None: of all that closes a step, the shortest."""
    SOLID = "solid"
    """Some: what many recommend may take a while longer."""
    DEEP = "deep"
    """Many: the best of its kind, though it be a long book."""
