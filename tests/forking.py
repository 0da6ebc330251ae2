"""Processes that are forked from one that has imported all they need."""

import multiprocessing
from functools import cache
from multiprocessing.context import ForkServerContext

NEEDED = (
    *("tests.journal.driver", "tests.reading.in_limits"),
    *("pillarplan.journal.storage.archive", "pillarplan.journal.care.repair"),
)
"""The modules that are imported once."""


@cache
def forks() -> ForkServerContext:
    """Return what forks them, where the system can.

    Such a process is there many times sooner than a new one, and whoever watches it
    sees it at work and no imports.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["__main__", *NEEDED])
    return context
