"""How a person rates themselves, against how others rate them, in a sentence."""

from pillarplan.domain.person.tendency import Tendency
from pillarplan.domain.text import counted

HALVES = ("", "half a level", "a level", "a level and a half", "two levels")


def tendency_line(tendency: Tendency) -> str:
    """Return the tendency in one pillar as a sentence, with what it is drawn from."""
    return f"In {tendency.name} you rate yourself {_how(tendency)} ({_why(tendency)})."


def _how(tendency: Tendency) -> str:
    if not tendency.is_clear:
        return "much as others do"
    halves = max(1, round(abs(tendency.levels) * 2))
    much = f"about {HALVES[halves]}" if halves < len(HALVES) else "over two levels"
    return f"{much} {'higher' if tendency.levels > 0 else 'lower'} than others do"


def _why(tendency: Tendency) -> str:
    return (
        f"{counted(tendency.ratings, 'rating')} by {tendency.raters} people "
        f"in {tendency.rounds} rounds"
    )
