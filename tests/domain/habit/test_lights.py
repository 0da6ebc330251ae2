"""Lights shine by what the record holds, and by nothing else."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from pillarplan.domain.habit.lights import LASTING, Backing, Lights, find_lights
from pillarplan.domain.knowledge.step import Span
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import MYSELF, Rater, RaterKind, Rating
from pillarplan.domain.person.work import Ended, Evidence, Spent, WhatItWas
from tests.laws import examples

DAY = date(2026, 11, 23)
SKILL = "negotiation"
DANA = Rater(name="Dana", kind=RaterKind.MANAGER)
JO = Rater(name="Jo", kind=RaterKind.PEER)


def after(days: int) -> date:
    return DAY + timedelta(days=days)


def rated(level: int | None, days: int, by: Rater = MYSELF) -> Rating:
    return Rating(skill=SKILL, level=level, rated_on=after(days), rater=by)


def practised(to: int, days: int, kind: str = "practice") -> Ended:
    meant = WhatItWas(
        kind=kind,
        title=f"A {kind}",
        hours=2,
        closes=(Span(skill=SKILL, from_=to - 1, to=to),),
    )
    return Ended(on=after(days), item=f"{kind}-{to}", meant=meant)


def shown(days: int, text: str = "Said no") -> Evidence:
    return Evidence(on=after(days), skill=SKILL, text=text)


def lights(profile: Profile, days: int = 400) -> Lights:
    found = find_lights(profile, SKILL, after(days))
    assert found is not None
    return found


WHOLE = Profile(
    ratings=(rated(1, 0), rated(2, 30), rated(2, 10, DANA), rated(2, 130)),
    done=(practised(2, 25),),
    spent=(Spent(on=after(20), item="practice-2", hours=2),),
    evidence=(shown(21),),
)


def test_all_four_shine_where_a_level_was_said_done_seen_and_lasted() -> None:
    found = lights(WHOLE)

    assert found.on == set(Backing)
    assert [
        [(each.on, each.text or each.level, each.by) for each in light.receipts]
        for light in found.lights
    ] == [
        [(after(30), 2, "")],
        [(after(25), "A practice", ""), (after(21), "Said no", "")],
        [(after(10), 2, "Dana")],
        [(after(130), 2, "")],
    ]


def test_a_level_that_was_only_said_has_one_light() -> None:
    assert lights(Profile(ratings=(rated(3, 0),))).on == {Backing.SAID}


def test_there_is_nothing_behind_no_level() -> None:
    for ratings in ((), (rated(0, 0),), (rated(2, 0), rated(None, 5))):
        assert find_lights(Profile(ratings=ratings), SKILL, after(9)) is None


def test_what_is_withdrawn_or_contradicted_puts_its_light_out() -> None:
    for other, gone in (
        (replace(WHOLE, evidence=()), Backing.DONE),
        (replace(WHOLE, done=()), Backing.DONE),
        (replace(WHOLE, done=(practised(1, 25),)), Backing.DONE),
        (replace(WHOLE, done=(practised(2, 25, "book"),)), Backing.DONE),
        (replace(WHOLE, evidence=(shown(19),)), Backing.DONE),
        (replace(WHOLE, ratings=(*WHOLE.ratings, rated(1, 140, DANA))), Backing.SEEN),
        (replace(WHOLE, ratings=(*WHOLE.ratings, rated(1, 140, JO))), Backing.SEEN),
        (replace(WHOLE, ratings=WHOLE.ratings[:-1]), Backing.STILL),
    ):
        assert lights(other).on == set(Backing) - {gone}


def test_who_comes_back_to_a_level_begins_again() -> None:
    ratings = (rated(2, 0), rated(1, 50), rated(2, 60), rated(2, 60 + 89))

    assert Backing.STILL not in lights(Profile(ratings=ratings)).on
    assert LASTING.days == 90


days = st.integers(0, 300)
records = st.builds(
    Profile,
    ratings=st.lists(
        st.builds(
            rated, st.integers(0, 5) | st.none(), days, st.sampled_from([MYSELF, DANA])
        ),
        max_size=6,
    ).map(tuple),
    done=st.lists(
        st.builds(practised, st.integers(1, 5), days, st.sampled_from(["practice"])),
        max_size=3,
        unique_by=lambda each: each.item,
    ).map(tuple),
    evidence=st.lists(st.builds(shown, days), max_size=3).map(tuple),
)


@settings(max_examples=examples(200))
@given(records, days)
def test_each_receipt_is_in_the_record_by_then(record: Profile, day: int) -> None:
    found = find_lights(record, SKILL, after(day))
    told = {
        *(("rated", each.rated_on, each.level) for each in record.ratings),
        *(
            ("finished", each.on, each.meant and each.meant.title)
            for each in record.done
        ),
        *(("evidence", each.on, each.text) for each in record.evidence),
    }

    for light in found.lights if found else ():
        for receipt in light.receipts:
            said = receipt.text or receipt.level
            assert (receipt.kind, receipt.on, said) in told
            assert receipt.on <= after(day)


@settings(max_examples=examples(200))
@given(records, days)
def test_without_its_receipts_a_light_is_out(record: Profile, day: int) -> None:
    found = find_lights(record, SKILL, after(day))
    for light in found.lights if found else ():
        kinds = {receipt.kind for receipt in light.receipts}
        if light.backing is Backing.DONE and light.is_on:
            assert kinds == {"finished", "evidence"}
            bare = find_lights(replace(record, evidence=()), SKILL, after(day))
            assert bare is not None
            assert Backing.DONE not in bare.on
        if light.backing is Backing.SEEN and light.is_on:
            alone = tuple(each for each in record.ratings if each.is_own)
            unseen = find_lights(replace(record, ratings=alone), SKILL, after(day))
            assert unseen is not None
            assert Backing.SEEN not in unseen.on
