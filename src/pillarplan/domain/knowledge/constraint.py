"""What stands between a person and a level, if it is not a lack of skill.

Whoever may not, or has no time, learns nothing from another book: first comes a talk
with whoever can change that.
"""

from enum import StrEnum


class Constraint(StrEnum):
    """Why somebody does not do what they could."""

    MAY_NOT = "may-not"
    """It is not theirs to decide."""
    NO_TIME = "no-time"
    """Other work takes the hours."""


TALKS = {
    Constraint.MAY_NOT: "agree-what-you-may-decide",
    Constraint.NO_TIME: "agree-what-to-let-go",
}
"""The practice of the knowledge base that comes first for each."""
