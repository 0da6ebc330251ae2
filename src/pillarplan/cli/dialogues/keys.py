"""Keys that mean the same in every front end of the interview."""

from pillarplan.domain.person.rating import Confidence

CONFIDENCE = {
    "": None,
    "~": Confidence.LOW,
    "?": Confidence.LOW,
    "!": Confidence.HIGH,
}
"""How sure somebody is of a level, by what they type with it.

Alone, ``?`` asks for help.
"""
