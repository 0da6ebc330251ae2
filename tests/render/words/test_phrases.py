"""How priorities are spoken of."""

from pillarplan.render.words.phrases import say_priority


def test_a_priority_is_said_as_what_it_is_made_of() -> None:
    assert say_priority(8, 3, 2) == "Priority 8 (matters much: 4 x gap 2)"
    assert say_priority(4, 2, 2) == "Priority 4 (matters as usual: 2 x gap 2)"
    assert say_priority(2, 1, 2) == "Priority 2 (matters little: 1 x gap 2)"


def test_a_priority_of_an_earlier_version_is_said_without_its_parts() -> None:
    assert say_priority(6, 3, 2) == "Priority 6"
