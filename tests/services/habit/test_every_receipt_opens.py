"""Whatever is told: each light has receipts that open, and goes out with them."""

import tempfile
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from pillarplan.domain.habit.lights import Backing, Lights, Receipt
from pillarplan.domain.person.checkin import CheckIn
from pillarplan.domain.person.debrief import Account
from pillarplan.domain.person.rating import Rater, RaterKind, Rating
from pillarplan.services.following.weekly.checking_in import check_in
from pillarplan.services.habit.receipts import find_receipts
from pillarplan.services.looking_back.entries import amend, list_entries
from pillarplan.services.rating.stating import record_ratings
from pillarplan.services.safety.undoing import undo
from pillarplan.services.workspace import Workspace
from tests.laws import examples
from tests.program import link_cache
from tests.services.habit.told_life import Act, ToldLife
from tests.worlds import planned

SKILL = "negotiation"
PRACTICES = ("decline-a-feature-well", "negotiate-a-scope-cut")
RATERS = {
    "own": Rater(),
    "dana": Rater(name="Dana", kind=RaterKind.MANAGER),
    "jo": Rater(name="Jo", kind=RaterKind.PEER),
}
LINES = ("Said no", "Cut scope", "")
KINDS = {
    "rated": "rating",
    "finished": "finished item",
    "evidence": "piece of evidence",
}

rate: st.SearchStrategy[Act] = st.tuples(
    st.just("rate"),
    st.tuples(st.sampled_from([*RATERS]), st.integers(0, 3), st.sampled_from(LINES)),
)
practise: st.SearchStrategy[Act] = st.tuples(
    st.just("practise"),
    st.tuples(st.sampled_from(PRACTICES), st.sampled_from(LINES), st.booleans()),
)
show: st.SearchStrategy[Act] = st.tuples(st.just("show"), st.sampled_from(LINES[:2]))
withdraw: st.SearchStrategy[Act] = st.tuples(st.just("withdraw"), st.integers(0, 30))
wait: st.SearchStrategy[Act] = st.tuples(st.just("wait"), st.integers(0, 100))
take_back: st.SearchStrategy[Act] = st.tuples(st.just("undo"), st.none())

ALL_LIT: list[Act] = [
    ("wait", 20),
    ("practise", (PRACTICES[0], "Said no", True)),
    ("rate", ("own", 2, "")),
    ("rate", ("dana", 2, "")),
    ("wait", 100),
    ("rate", ("own", 2, "")),
    ("rate", ("jo", 2, "")),
]
"""Chance seldom has all four: the person and two others agree, on one day, too."""


@dataclass
class LitLife(ToldLife):
    """A person of whom some is told, shown and withdrawn."""

    gone: set[str] = field(default_factory=set)

    def _rate(self, workspace: Workspace, about: tuple[str, int, str]) -> None:
        by, level, line = about
        rating = Rating(
            skill=SKILL,
            level=level,
            rated_on=self.day,
            rater=RATERS[by],
            evidence=line or None,
        )
        record_ratings(workspace, [rating])

    def _practise(self, workspace: Workspace, about: tuple[str, str, bool]) -> None:
        item, line, in_debrief = about
        report = CheckIn(done=(item,))
        if line and in_debrief:
            report = CheckIn(done=(item,), debrief={item: Account(happened=line)})
        elif line:
            report = CheckIn(done=(item,), applied={item: line})
        check_in(workspace, report)

    def _show(self, workspace: Workspace, line: str) -> None:
        check_in(workspace, CheckIn(evidence={SKILL: line}))

    def _withdraw(self, workspace: Workspace, number: int) -> None:
        entries = list_entries(workspace).entries
        entry = entries[number % len(entries)].id
        amend(workspace, entry, None)
        self.gone.add(entry)

    def _undo(self, workspace: Workspace, _: None) -> None:
        undo(workspace)
        self.gone.clear()  # it may have brought an entry back

    def lights(self) -> Lights | None:
        with closing(self.open()) as workspace:
            return find_receipts(workspace, SKILL)

    def check(self) -> None:
        """Look into each receipt, and for each light at what could deny it."""
        lights = self.lights()
        if lights is None:
            return
        with closing(self.open()) as workspace:
            entries = {each.id: each for each in list_entries(workspace).entries}
            events = {each.id[:8]: each.data for each in workspace.events()}
            ratings = workspace.profile().ratings
        for light in lights.lights:
            assert light.is_on == bool(light.receipts)
            for receipt in light.receipts:
                entry = entries[receipt.entry]
                assert entry.id not in self.gone
                assert entry.told == KINDS[receipt.kind] or _in_rating(
                    receipt, events[entry.id]
                )
                assert entry.on == receipt.on
                _compare(receipt, events[entry.id])
        others = [
            each for each in ratings if not each.is_own and each.level is not None
        ]
        newest = max((each.rated_on for each in others), default=None)
        last = {each.rater: each for each in sorted(others, key=lambda e: e.rated_on)}
        levels = [e.level or 0 for e in last.values() if e.rated_on == newest]
        denied = any(level < lights.level for level in levels)
        assert (Backing.SEEN in lights.on) == (bool(levels) and not denied)


def _in_rating(receipt: Receipt, data: Mapping[str, Any]) -> bool:
    """Say whether a line of evidence was told with a rating."""
    return receipt.kind == "evidence" and data.get("evidence") == receipt.text


def _compare(receipt: Receipt, data: Mapping[str, Any]) -> None:
    if receipt.kind == "rated":
        assert data["level"] == receipt.level
        is_own = data["rater"]["kind"] == RaterKind.SELF
        assert receipt.by == ("" if is_own else data["rater"]["name"])
    elif receipt.kind == "finished":
        assert data["item"] == receipt.item
    else:
        assert receipt.text in (data.get("text"), data.get("evidence"))


@settings(max_examples=examples(30), deadline=None)
@example(ALL_LIT, Backing.SAID)
@example(ALL_LIT, Backing.DONE)
@example(ALL_LIT, Backing.SEEN)
@example(ALL_LIT, Backing.STILL)
@given(
    st.lists(
        st.one_of(rate, practise, show, withdraw, wait, take_back),
        min_size=2,
        max_size=12,
    ),
    st.sampled_from(Backing),
)
def test_every_receipt_opens_and_a_light_goes_out_with_its_receipts(
    shared_cache: Path, life: list[Act], backing: Backing
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        person = LitLife(Path(folder))
        link_cache(person.home, shared_cache)
        with closing(person.open()) as workspace:
            planned(workspace)
        for act in life:
            person.do(act)
            person.check()
        if life is ALL_LIT:
            found = person.lights()
            assert found is not None
            assert found.on == set(Backing)

        level = _level(person.lights())
        while receipts := _receipts(person.lights(), backing, level):
            with closing(person.open()) as workspace:
                for entry in {each.entry for each in receipts}:
                    amend(workspace, entry, None)
                    person.gone.add(entry)
            person.check()


def _level(lights: Lights | None) -> int | None:
    return lights.level if lights else None


def _receipts(
    lights: Lights | None, backing: Backing, level: int | None
) -> tuple[Receipt, ...]:
    """Return the receipts of a light, while the level is the same."""
    if lights is None or lights.level != level:
        return ()
    return next(each.receipts for each in lights.lights if each.backing is backing)
