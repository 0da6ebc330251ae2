"""Living a life from its seed alone."""

import contextlib
import gc
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from pillarplan.domain.person.rating import Rating
from pillarplan.domain.plan.availability import spread
from pillarplan.knowledge.index.index import KnowledgeIndex
from pillarplan.services.planning.adopting import Proposal
from pillarplan.services.planning.proposing import propose
from pillarplan.services.planning.wishes import Wishes
from pillarplan.services.rating.stating import record_ratings
from tests.simulation.disk import in_memory
from tests.simulation.laws import check
from tests.simulation.life import Life
from tests.simulation.machines import Desk, event_in
from tests.simulation.quick import quick
from tests.worlds import MONDAY

ACTS = 200
DISK_SHARE = 20
"""Every so many lives one is lived on real folders, the others in memory."""

Folders = Callable[[], contextlib.AbstractContextManager[Path]]
"""Makes a place for the files of one life."""


@dataclass(frozen=True)
class Stage:
    """What all lives share: the knowledge base, and plans to adopt."""

    base: KnowledgeIndex
    plans: Sequence[Proposal]


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
        gc.freeze()  # what is there by now is garbage for no life
        try:
            yield Stage(base, tuple(_plans(desk)))
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


def live(seed: int, on: Stage, folders: Folders | None = None) -> Life:
    """Live the life of a seed, and return it; its laws are checked.

    Raises BrokenLawError if one is broken.
    """
    folders = folders or (in_memory if seed % DISK_SHARE else on_real_folders)
    gc.disable()
    try:
        with quick(), folders() as root:
            life = Life(seed, root, on.base, on.plans)
            life.live(ACTS)
            life.ending = check(life)
            return life
    finally:
        event_in.cache_clear()
        gc.enable()
        gc.collect()


@contextlib.contextmanager
def on_real_folders() -> Iterator[Path]:
    """Yield a real folder for all files of a life."""
    with tempfile.TemporaryDirectory(prefix="life-") as name:
        yield Path(name)
