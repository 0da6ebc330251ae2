import pytest
from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.knowledge.step import Span, Step, spans

skills = st.sampled_from(["writing", "pricing", "negotiation"])
steps = st.lists(st.builds(Step, skills, st.integers(1, 5)))


@given(steps)
def test_spans_hold_exactly_the_steps_that_were_joined(each: list[Step]) -> None:
    joined = [step for span in spans(each) for step in span.steps]

    assert sorted(joined) == sorted(set(each))


@given(steps)
def test_there_are_as_few_spans_as_possible(each: list[Step]) -> None:
    joined = spans(each)

    ends = {(span.skill, span.to) for span in joined}
    assert not any((span.skill, span.from_) in ends for span in joined)
    assert all(span.from_ < span.to for span in joined)


@given(steps)
def test_joining_what_was_joined_changes_nothing(each: list[Step]) -> None:
    joined = spans(each)

    assert spans([step for span in joined for step in span.steps]) == joined


@given(steps)
def test_skills_stay_in_the_order_in_which_they_appear(each: list[Step]) -> None:
    seen = list(dict.fromkeys(step.skill for step in each))

    assert list(dict.fromkeys(span.skill for span in spans(each))) == seen


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((), ()),
        ((2,), ((1, 2),)),
        ((3, 2), ((1, 3),)),
        ((1, 3, 4), ((0, 1), (2, 4))),
        ((5, 5, 1), ((0, 1), (4, 5))),
    ],
)
def test_steps_become_spans(
    levels: tuple[int, ...], expected: tuple[tuple[int, int], ...]
) -> None:
    assert spans([Step("writing", level) for level in levels]) == tuple(
        Span(skill="writing", from_=low, to=high) for low, high in expected
    )
