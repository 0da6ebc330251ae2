"""Living a life from its seed alone."""

import contextlib
import gc
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache, lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from pillarplan import files
from pillarplan.domain.person.rating import Rating
from pillarplan.domain.plan.availability import spread
from pillarplan.journal import memory
from pillarplan.journal.meaning import kind, stored_roadmap, telling
from pillarplan.journal.storage import append, heads, scan, surveying
from pillarplan.journal.storage.event import digest, from_line
from pillarplan.journal.storage.format import CURRENT
from pillarplan.knowledge.index.index import KnowledgeIndex
from pillarplan.services.planning.adopting import Proposal
from pillarplan.services.planning.proposing import propose
from pillarplan.services.planning.wishes import Wishes
from pillarplan.services.rating.stating import record_ratings
from tests.simulation.laws import check
from tests.simulation.life import Life
from tests.simulation.machines import Desk, event_in
from tests.worlds import MONDAY

ACTS = 200
DISK_SHARE = 20
"""Every so many lives one is lived on real folders, the others in memory."""
MEMORY = Path("/dev/shm")
"""Where Linux keeps files in memory."""


@dataclass(frozen=True)
class Stage:
    """What all lives share: the knowledge base, plans to adopt, a place for files."""

    base: KnowledgeIndex
    plans: Sequence[Proposal]
    memory: Path | None
    """A folder in memory, if the system has one."""


@contextlib.contextmanager
def stage() -> Iterator[Stage]:
    """Set the stage for lives, and clear it after them."""
    with tempfile.TemporaryDirectory(prefix="pillarplan-lives-") as name:
        desk = Desk(
            data=Path(name) / "data",
            state=Path(name) / "state",
            cache=Path(name) / "cache",
            find_base=lambda: None,
            find_overlay=lambda: None,
            today=MONDAY,
            now=datetime(2026, 11, 23, tzinfo=UTC),
            host="stage",
            warn=lambda _: None,
            new_id=lambda size: os.urandom(size).hex(),
            base=None,  # type: ignore[arg-type]  # opened below
        )
        base = super(Desk, desk).knowledge
        vars(desk)["knowledge"] = base
        memory = MEMORY if os.access(MEMORY, os.W_OK) else None
        gc.freeze()  # what is there by now is garbage for no life
        try:
            yield Stage(base, tuple(_plans(desk)), memory)
        finally:
            gc.unfreeze()
            base.close()


def _plans(desk: Desk) -> Iterator[Proposal]:
    rated = [
        Rating(skill=skill, level=1, rated_on=MONDAY)
        for skill in ("negotiation", "security")
    ]
    record_ratings(desk, rated, role="senior-pm")
    for hours, skill in ((2, "negotiation"), (3, "security")):
        found = propose(desk, Wishes(desk=spread(hours), skills=(skill,)))
        # Two items, each with a session, are enough to tell plans apart.
        items = found.roadmap.items[:2]
        sessions = [
            next(each for each in found.roadmap.sessions if each.item == item.id)
            for item in items
        ]
        small = replace(found.roadmap, items=items, sessions=tuple(sessions))
        yield replace(found, roadmap=small)


def live(seed: int, on: Stage) -> Life:
    """Live the life of a seed, and return it; its laws are checked.

    Raises BrokenLawError if one is broken.
    """
    place = on.memory if seed % DISK_SHARE else None
    root = Path(tempfile.mkdtemp(prefix="life-", dir=place))
    gc.disable()
    try:
        with quick(), unsynced() if place else contextlib.nullcontext():
            life = Life(seed, root, on.base, on.plans)
            life.live(ACTS)
            life.ending = check(life)
            return life
    finally:
        event_in.cache_clear()
        shutil.rmtree(root)
        gc.enable()
        gc.collect()


@contextlib.contextmanager
def quick() -> Iterator[None]:
    """Work out once what is the same each time, and wait for nobody.

    What a line, a log or a plan says depends on nothing else; the texts of a life are
    clean; and what is torn needs no second look, since nobody is just writing it.
    Memories are made of small records, too.
    """
    read_line = cache(lambda line: from_line(line, CURRENT))
    scan_log = scan.scan
    scan_once = lru_cache(64)(lambda content: scan_log(content, CURRENT))
    read_plan = stored_roadmap.read_roadmap
    read_once = cache(lambda key: read_plan(key.data))
    with contextlib.ExitStack() as patches:
        for where, what, instead in (
            (memory, "WORTH_IT", 10),
            (memory, "TOO_MUCH", 20),
            (heads, "digest", cache(digest)),
            (scan, "from_line", lambda line, _: read_line(line)),
            (scan, "scan", lambda content, _: scan_once(content)),
            (surveying, "scan", lambda content, _: scan_once(content)),
            (scan, "time", SimpleNamespace(sleep=lambda _: None)),
            (kind, "clean", lambda data: data),
            (telling, "read_roadmap", lambda data: read_once(ById(data))),
        ):
            patches.enter_context(patch.object(where, what, instead))
        yield


@contextlib.contextmanager
def unsynced() -> Iterator[None]:
    """Wait for no disk, where files lie in memory."""
    with (
        patch.object(files, "sync_folder", lambda _: None),
        patch.object(files, "sync_file", lambda _: None),
        patch.object(append, "sync_folder", lambda _: None),
        patch.object(append, "sync_file", lambda _: None),
    ):
        yield


class ById:
    """A map that is told from others by what it is, not by what it says."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data

    def __hash__(self) -> int:
        return id(self.data)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ById) and self.data is other.data
