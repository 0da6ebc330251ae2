"""How many examples the laws try: many at a desk and before a release, fewer under CI.

CI tries the same examples every time, so more of them find little more; new ones are
tried by `.ci/laws`.
"""

import os

from hypothesis import settings

UNDER_CI = "CI" in os.environ

USUAL = 100
"""What Hypothesis tries where a law says nothing."""


def examples(number: int) -> int:
    """Return how many of so many examples are tried here: all, or a third."""
    return -(-number // 3) if UNDER_CI else number


def load_profile() -> None:
    """Let the laws try so many examples; a busy machine is no bug."""
    base = settings.get_profile("ci" if UNDER_CI else "default")
    settings.register_profile("here", base, deadline=None, max_examples=examples(USUAL))
    settings.load_profile("here")
