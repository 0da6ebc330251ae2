"""How names are compared: whole ones first, then words, then beginnings of words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pillarplan.services.naming.matching import Named, find_meant

YES = Named(
    id="getting-to-yes", title="Getting to Yes: Negotiating Agreement", number=1
)
NO = Named(id="decline-well", title="Tell Sales no and stay partners", number=2)
SALES = Named(id="sales-calls", title="Sit in on sales calls")
MEASURE = Named(id="measure", title="Measure What Matters")
OKR = Named(id="okr", title="What Matters: Action Toolkit")
CAFE = Named(id="cafe", title="Café talks")
PLANNED, KEPT = (YES, NO), (SALES, MEASURE, OKR, CAFE)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Getting to Yes: Negotiating Agreement", [YES]),
        ("Getting to Yes", [YES]),
        ("GETTING TO YES", [YES]),
        ("Getting-To-Yes", [YES]),
        ("getting_to_yes", []),
        ("yes", [YES]),
        ("tell-sales-no", [NO]),
        ("no partners", [NO]),
        ("nego", [YES]),
        ("ne", []),
        ("ne agreement", []),
        ("sales", [NO]),
        ("sales calls", [SALES]),
        ("what matters", [OKR]),
        ("matters what", [MEASURE, OKR]),
        ("cafe talks", [CAFE]),
        ("caf", []),
        ("CAFÉ", [CAFE]),
        ("gardening", []),
        ("…", []),
        ("", []),
    ],
)
def test_one_clear_match_is_taken_and_several_are_listed(
    text: str, meant: list[Named]
) -> None:
    assert find_meant(text, [PLANNED], KEPT) == tuple(meant)


@given(st.lists(st.sampled_from([*PLANNED, *KEPT])), st.text())
def test_what_is_called_by_its_id_is_always_found(
    group: list[Named], text: str
) -> None:
    for each in group:
        assert find_meant(each.id, [group]) == (each,)
    assert {*find_meant(text, [group])} <= {*group}
