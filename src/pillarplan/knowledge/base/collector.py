"""Reading without the garbage collector, which would search what cannot be garbage."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Switch the cyclic collector off for a while.

    Plain data and models hold no cycles, yet there are so many of them that looking
    for cycles takes as long as reading.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
