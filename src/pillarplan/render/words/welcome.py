"""What comes, said before the first question of an interview."""

from collections.abc import Iterator

from pillarplan.domain.text import counted
from pillarplan.render.words.phrases import NUMBERS

SECONDS = 32
"""What a question takes most people: some levels read, a thought and a key."""


def welcome(skills: int, levels: int, *, asks_role: bool) -> Iterator[str]:
    """Yield what one should know of an interview about so many skills and levels."""
    minutes = -(-skills * SECONDS // 60)
    yield (
        f"{counted(skills, 'skill')}, about {counted(minutes, 'minute')}. For each you "
        f"see what others could observe at {NUMBERS[levels]} levels; choose the "
        "highest whose sentences all fit you today."
    )
    yield (
        "Every answer is kept at once, on this machine only: stop at any time, and go "
        "on later with the same command."
    )
    role = " and which role you want to grow into" if asks_role else ""
    yield (
        f"At the end you are asked what matters how much{role}. What the role asks for "
        "stays hidden until then, so that it colours no answer."
    )
