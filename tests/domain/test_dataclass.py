"""Our dataclasses are the standard library's, only later."""

import copy
import dataclasses
import inspect
import pickle
from dataclasses import field, replace
from typing import Any

import pytest

from pillarplan.domain.dataclass import dataclass as ours


def parcel() -> type:
    """Return a class with all sorts of fields, not yet decorated."""

    class Parcel:
        """What is in a parcel."""

        name: str
        weight: float = 1.5
        stamps: list[str] = field(default_factory=list)
        size: int = field(init=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "size", len(self.name))

    return Parcel


def both(**options: bool) -> tuple[Any, Any]:
    """Return the class as we make it, and as the standard library does."""
    return (
        ours(frozen=True, **options)(parcel()),
        dataclasses.dataclass(frozen=True, **options)(parcel()),
    )


def parameters(cls: Any) -> list[tuple[str, Any, Any]]:
    """Return how the class is called."""
    found = inspect.signature(cls).parameters.values()
    return [(each.name, each.kind, each.annotation) for each in found]


@pytest.fixture(params=[{}, {"slots": True}, {"kw_only": True}], ids=str)
def made(request: pytest.FixtureRequest) -> tuple[Any, Any]:
    return both(**request.param)


def test_it_is_made_and_shown_as_the_standard_one(made: tuple[Any, Any]) -> None:
    mine, theirs = made

    shown = [
        (
            repr(each(name="Tea")),
            repr(each(name="Tea", weight=2, stamps=["x"])),
            repr(replace(each(name="Tea"), name="Coffee")),
            dataclasses.asdict(each(name="Tea")),
            parameters(each),
        )
        for each in (mine, theirs)
    ]

    assert shown[0] == shown[1]


def test_it_is_compared_as_the_standard_one(made: tuple[Any, Any]) -> None:
    mine, theirs = made

    for each in (mine, theirs):
        assert each(name="Tea") == each(name="Tea")
        assert each(name="Tea") != each(name="Tea", weight=2)
        assert each(name="Tea") != "Tea"
        hashes = {hash(each(name=name, stamps=())) for name in ("Tea", "Tea", "Milk")}
        assert len(hashes) == 2
    assert mine(name="Tea") != theirs(name="Tea")


@pytest.mark.parametrize("told", [{}, {"name": "Tea", "colour": "red"}])
def test_what_does_not_fit_is_refused_as_by_the_standard_one(
    made: tuple[Any, Any], told: dict[str, str]
) -> None:
    complaints = set()

    for each in made:
        with pytest.raises(TypeError) as caught:
            each(**told)
        complaints.add(str(caught.value))

    assert len(complaints) == 1


def test_no_two_share_what_is_made_for_each(made: tuple[Any, Any]) -> None:
    mine, _ = made

    first, second = mine(name="Tea"), mine(name="Milk")
    first.stamps.append("x")

    assert second.stamps == []


def test_it_cannot_be_changed(made: tuple[Any, Any]) -> None:
    mine, _ = made
    parcel = mine(name="Tea")

    with pytest.raises(dataclasses.FrozenInstanceError, match="'name'"):
        parcel.name = "Milk"
    with pytest.raises(dataclasses.FrozenInstanceError, match="'name'"):
        del parcel.name

    assert parcel == mine(name="Tea")


def test_a_class_that_adds_fields_has_methods_of_its_own() -> None:
    @ours(frozen=True, slots=True, kw_only=True)
    class Letter:
        to: str

    @ours(frozen=True, slots=True, kw_only=True)
    class Registered(Letter):
        number: int

    letter, registered = Letter(to="Dana"), Registered(to="Dana", number=7)

    assert repr(letter).endswith("Letter(to='Dana')")
    assert repr(registered).endswith("Registered(to='Dana', number=7)")
    assert letter != registered
    assert hash(registered) == hash(Registered(to="Dana", number=7))
    assert hash(registered) != hash(Registered(to="Dana", number=8))


@ours(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter that travels between processes."""

    text: str
    length: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "length", len(self.text))


def test_a_copy_has_the_same_values_in_this_process_and_in_another() -> None:
    letter = Letter(text="Tea")

    assert copy.copy(letter) == letter
    assert pickle.loads(pickle.dumps(letter)) == letter
