"""How sure somebody is of a level, by the mark that they type with it."""

from pillarplan.domain.person.rating import Confidence

CONFIDENCE = {
    "": None,
    "~": Confidence.LOW,
    "?": Confidence.LOW,
    "!": Confidence.HIGH,
}
"""The same in every front end of the interview.

Alone, ``?`` asks for help.
"""
