from hypothesis import given
from hypothesis import strategies as st

from pillarplan.planner.schedule.calendar import Capacity
from pillarplan.planner.selection.candidates import Candidate
from pillarplan.planner.selection.pools import share_out


def candidate(
    name: str, quarters: int, listen: bool = True, heard: bool | None = None
) -> Candidate:
    return Candidate(
        id=name,
        is_practice=False,
        covers=(),
        quarters=quarters,
        cents=0,
        listen=listen,
        pinned=False,
        started=False,
        place=None if heard is None else 0,
        heard=bool(heard),
    )


items = st.lists(
    st.tuples(st.integers(1, 9), st.booleans(), st.sampled_from((None, True, False))),
    max_size=6,
).map(lambda drawn: [candidate(f"i{n}", *each) for n, each in enumerate(drawn)])


@given(items, st.integers(0, 30), st.integers(0, 30))
def test_items_are_shared_out_if_and_only_if_they_fit(
    items: list[Candidate], desk: int, listening: int
) -> None:
    items = [item for item in items if item.listen or not item.heard]
    total = sum(item.quarters for item in items)
    sums = {0}
    for item in items:
        sums |= {size + item.quarters for size in sums} if item.listen else set()
    fits = any(size <= listening and total - size <= desk for size in sums)

    heard = share_out(items, Capacity(desk, listening))

    assert (heard is not None) == fits
    if heard is not None:
        size = sum(item.quarters for item in items if item.id in heard)
        assert size <= listening
        assert total - size <= desk
        assert all(item.listen for item in items if item.id in heard)


def test_both_pools_finish_at_about_the_same_time() -> None:
    items = [candidate("a", 8), candidate("b", 4), candidate("c", 12, listen=False)]

    assert share_out(items, Capacity(96, 4)) == frozenset()
    assert share_out(items, Capacity(80, 20)) == frozenset({"b"})
    assert share_out(items, Capacity(60, 40)) == frozenset({"a"})
    assert share_out(items, Capacity(40, 60)) == frozenset({"a", "b"})


def test_adopted_items_stay_in_their_pool() -> None:
    items = [candidate("a", 8, heard=True), candidate("b", 8, heard=False)]

    assert share_out(items, Capacity(100, 100)) == frozenset({"a"})
    assert share_out(items[::-1], Capacity(100, 100)) == frozenset({"a"})


def test_adopted_items_change_their_pool_if_they_must() -> None:
    items = [candidate("a", 8, heard=True), candidate("b", 6, heard=False)]

    assert share_out(items, Capacity(8, 6)) == frozenset({"b"})
