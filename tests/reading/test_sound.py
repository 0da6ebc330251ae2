"""What is right in a file is judged even if something else in it is wrong."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from pillarplan.reading.complaints import Complaint, Path
from pillarplan.reading.model import Sound

keys = st.sampled_from(["a", "b", "c"])
data = st.recursive(
    st.integers(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner),
    max_leaves=20,
)


def ways(value: Any, path: Path = ()) -> list[tuple[Path, Any]]:
    """Return every way into some data, with what is there."""
    steps: Any = ()
    if isinstance(value, dict):
        steps = value.items()
    elif isinstance(value, list):
        steps = enumerate(value)
    return [(path, value), *(w for key, v in steps for w in ways(v, (*path, key)))]


@given(data, st.data())
def test_what_is_left_is_told_of_at_the_place_where_it_stood(
    whole: Any, draw: st.DataObject
) -> None:
    some = st.sampled_from([path for path, _ in ways(whole)])
    faults = draw.draw(st.sets(some, max_size=3))
    sound = Sound(whole, faults)

    for path, value in ways(sound.data) if () not in faults else ():
        for told in sound.told([Complaint(path, "hm")]):
            stood = dict(ways(whole))[told.path]
            assert stood == value or isinstance(value, (list, dict))


@given(data, st.data())
def test_every_place_that_no_fault_touches_is_still_told_of(
    whole: Any, draw: st.DataObject
) -> None:
    some = st.sampled_from([path for path, _ in ways(whole)])
    faults = draw.draw(st.sets(some, max_size=3))
    sound = Sound(whole, faults)

    complaints = [Complaint(path, "hm") for path, _ in ways(sound.data)]
    told = [] if () in faults else [each.path for each in sound.told(complaints)]

    def touched(path: Path) -> bool:
        return any(path[: len(f)] == f or f[: len(path)] == path for f in faults)

    assert told == [path for path, _ in ways(whole) if not touched(path)]
