"""Facts as plain data and back."""

import json
from collections import Counter
from dataclasses import fields
from datetime import date
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.facts.kept import KeptFact, keep, read_kept
from pillarplan.domain.facts.kinds import Fact
from pillarplan.domain.facts.not_now import NotRated, TooFewHours
from pillarplan.domain.facts.parts import PlanOption, SkillSteps
from pillarplan.domain.facts.ways_out import LaterEnd, WayOut, WaysOut
from tests.domain.strategies import kept_fact, register

register()

ASKING = SkillSteps(skill="asking", name="Asking", start=1, end=3)
FACT = TooFewHours(steps=(ASKING,), missing=2.5, until=date(2026, 12, 31))
RECORD = {
    "kind": "too-few-hours",
    "steps": [{"skill": "asking", "name": "Asking", "start": 1, "end": 3}],
    "missing": 2.5,
    "until": "2026-12-31",
}


def test_a_fact_is_kept_as_plain_data_with_its_kind() -> None:
    assert keep([FACT]) == (RECORD,)
    assert read_kept([RECORD]) == (FACT,)


def test_a_way_out_is_kept_with_the_option_that_takes_it() -> None:
    until = (PlanOption(name="--until", value="2027-01-31"),)
    fact = WaysOut(ways=(LaterEnd(options=until, until=date(2027, 1, 31)),))

    (record,) = keep([fact])

    assert record == {
        "kind": "ways-out",
        "ways": [
            {
                "kind": "later-end",
                "options": [{"name": "--until", "value": "2027-01-31"}],
                "until": "2027-01-31",
            }
        ],
    }
    assert read_kept([record]) == (fact,)


@given(st.lists(kept_fact(), max_size=3))
def test_every_fact_comes_back_the_same(facts: list[KeptFact]) -> None:
    kept = json.loads(json.dumps(keep(facts)))

    assert read_kept(kept) == tuple(facts)


def test_what_a_newer_program_tells_is_not_read_in_part() -> None:
    newer = {"kind": "phase-of-the-moon", "day": 3}
    known = keep([NotRated(skill="asking")])

    assert read_kept([*known, newer]) is None
    assert read_kept([{"kind": "ways-out", "ways": [newer]}]) is None
    assert read_kept([{"kind": "not-rated"}]) is None
    assert read_kept([{"kind": "too-few-hours", **RECORD, "until": "soon"}]) is None


def test_no_two_facts_have_the_same_kind() -> None:
    for union in (Fact, WayOut):
        kinds = Counter(
            field.default
            for model in get_args(union)
            for field in fields(model)
            if field.name == "kind"
        )

        assert len(kinds) == len(get_args(union))
        assert set(kinds.values()) == {1}
