"""Every kind of fact has words."""

from typing import get_args

from hypothesis import assume, given

from pillarplan.domain.facts.about_calendars import CalendarsSay
from pillarplan.domain.facts.kinds import Fact
from pillarplan.domain.facts.not_now import AtTarget
from pillarplan.domain.facts.ways_out import WayOut
from pillarplan.render.words.say import WORDS, say
from pillarplan.render.words.ways_out import WORDS_OF_WAYS
from tests.domain.strategies import any_fact, register

register()


def test_a_fact_is_a_sentence() -> None:
    fact = AtTarget(level=3, target=2)

    assert say(fact) == "You are at level 3; the target is 2."


def test_each_kind_has_words_and_no_words_are_left_over() -> None:
    assert WORDS.keys() == {*get_args(Fact)}
    assert WORDS_OF_WAYS.keys() == {*get_args(WayOut)}


@given(any_fact())
def test_whatever_a_fact_holds_it_can_be_said(fact: Fact) -> None:
    # Nobody tells of calendars in which nothing collides and nothing changed.
    assume(not isinstance(fact, CalendarsSay) or fact.collide or fact.changed)

    assert say(fact)
