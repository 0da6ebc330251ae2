"""Each receipt of a light is an entry that can be found, and withdrawn."""

from pillarplan.domain.habit.lights import Backing, Lights
from pillarplan.domain.person.checkin import CheckIn
from pillarplan.domain.person.rating import Rater, RaterKind, Rating
from pillarplan.services.following.weekly.checking_in import check_in
from pillarplan.services.habit.receipts import find_receipts
from pillarplan.services.looking_back.entries import amend, list_entries
from pillarplan.services.rating.stating import record_ratings
from tests.worlds import MONDAY, On, after, planned

PRACTICE = "decline-a-feature-well"
DANA = Rater(name="Dana", kind=RaterKind.MANAGER)


def grown(on: On) -> Lights:
    """Return the lights of somebody who said, did and kept a level that was seen."""
    planned(on(MONDAY))
    told = CheckIn(
        done=(PRACTICE,), applied={PRACTICE: "Said no"}, rate={"negotiation": 2}
    )
    check_in(on(after(20)), told)
    for by, day in ((DANA, 30), (Rater(), 120)):
        rating = Rating(skill="negotiation", level=2, rated_on=after(day), rater=by)
        record_ratings(on(after(day)), [rating])
    return lights(on)


def lights(on: On) -> Lights:
    found = find_receipts(on(after(130)), "negotiation")
    assert found is not None
    return found


def test_each_receipt_opens(on: On) -> None:
    found = grown(on)

    assert found.on == set(Backing)
    entries = {each.id: each.text for each in list_entries(on(after(130))).entries}
    opened = [entries[r.entry] for light in found.lights for r in light.receipts]
    assert opened[0] == "negotiation at 2"
    assert opened[1:3] == [PRACTICE, "negotiation at 2"]
    assert len(opened) == 5


def test_a_receipt_that_is_withdrawn_puts_its_light_out(on: On) -> None:
    seen = next(each for each in grown(on).lights if each.backing is Backing.SEEN)

    amend(on(after(130)), seen.receipts[0].entry, None)

    assert lights(on).on == set(Backing) - {Backing.SEEN}


def test_there_are_no_receipts_for_no_level(on: On) -> None:
    planned(on(MONDAY))

    assert find_receipts(on(MONDAY), "security") is None
