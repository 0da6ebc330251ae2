"""What is the same each time, worked out once in a life."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import cache, lru_cache
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from pillarplan.domain.record import from_record
from pillarplan.journal import journal, memory
from pillarplan.journal.care import chain
from pillarplan.journal.meaning import kind, replay, stored_roadmap, telling
from pillarplan.journal.meaning.kinds import plans, ratings, work
from pillarplan.journal.storage import heads, scan, survey, surveying
from pillarplan.journal.storage.event import digest, from_line
from pillarplan.journal.storage.format import CURRENT


@contextmanager
def quick() -> Iterator[None]:
    """Work out once what is the same each time, and wait for nobody.

    What a line, a log or a plan says depends on nothing else; the texts of a life are
    clean; and what is torn needs no second look, since nobody is just writing it.
    Memories are made of small records, too.
    """
    code = memory._code_of_meaning()
    read_line = cache(lambda line: from_line(line, CURRENT))
    name_line = cache(digest)
    scan_log = scan.scan
    scan_once = lru_cache(64)(lambda content: scan_log(content, CURRENT))
    read_plan = stored_roadmap.read_roadmap
    read_once = cache(lambda key: read_plan(key.data))
    read_data = once(from_record)
    instead: list[tuple[object, str, object]] = [
        (memory, "WORTH_IT", 10),
        (memory, "TOO_MUCH", 20),
        (memory, "_code_of_meaning", lambda: code),
        (scan, "from_line", lambda line, _: read_line(line)),
        (journal, "from_line", lambda line, _: read_line(line)),
        (scan, "scan", lambda content, _: scan_once(content)),
        (surveying, "scan", lambda content, _: scan_once(content)),
        (scan, "time", SimpleNamespace(sleep=lambda _: None)),
        (kind, "clean", lambda data: data),
        *((each, "digest", name_line) for each in (heads, survey, chain)),
        *((each, "from_record", read_data) for each in (plans, ratings, work)),
        *(
            (each, "read_roadmap", lambda data: read_once(ById(data)))
            for each in (telling, replay)
        ),
    ]
    with ExitStack() as patches:
        for where, what, by in instead:
            patches.enter_context(patch.object(where, what, by))
        yield


class ById:
    """A map that is told from others by what it is, not by what it says."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data

    def __hash__(self) -> int:
        return id(self.data)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ById) and self.data is other.data


Reader = Callable[[type[Any], Mapping[str, Any]], Any]


def once(read: Reader) -> Reader:
    """Return what reads data as a model, but data that says the same only once."""
    known: dict[tuple[Any, ...], Any] = {}

    def read_once(model: type[Any], data: Mapping[str, Any]) -> Any:
        said = (model, *data.items())
        try:
            if said not in known:
                known[said] = read(model, data)
        except TypeError:  # there is a list in it, or it does not fit
            return read(model, data)
        return known[said]

    return read_once
