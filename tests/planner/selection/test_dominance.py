from pillarplan.domain.knowledge.step import Step
from pillarplan.planner.selection.candidates import Candidate
from pillarplan.planner.selection.dominance import undominated

LOW, HIGH = Step("asking", 1), Step("asking", 2)


def candidate(
    name: str,
    *covers: Step,
    quarters: int = 4,
    cents: int = 0,
    listen: bool = False,
    adopted: bool = False,
    started: bool = False,
    practice: bool = False,
) -> Candidate:
    return Candidate(
        id=name,
        is_practice=practice,
        covers=covers or (LOW,),
        quarters=quarters,
        cents=cents,
        listen=listen,
        pinned=False,
        started=started,
        place=0 if adopted else None,
        heard=False,
    )


def kept(*candidates: Candidate, listening: bool = False) -> list[str]:
    return [item.id for item in undominated(candidates, listening=listening)]


def test_an_item_that_covers_less_in_more_time_is_left_out() -> None:
    assert kept(candidate("less", quarters=5), candidate("more", LOW, HIGH)) == ["more"]


def test_what_is_better_in_any_way_stays() -> None:
    plain = candidate("plain")
    better = [
        candidate("shorter", quarters=3, cents=100),
        candidate("wider", LOW, HIGH, quarters=5),
        candidate("practice", practice=True, quarters=9),
        candidate("begun", started=True, quarters=9),
    ]

    assert kept(plain, *better) == ["plain", "shorter", "wider", "practice", "begun"]


def test_to_be_heard_matters_only_if_there_is_time_to_listen() -> None:
    items = candidate("plain"), candidate("heard", quarters=5, listen=True)

    assert kept(*items) == ["plain"]
    assert kept(*items, listening=True) == ["plain", "heard"]


def test_of_equals_the_adopted_or_else_the_first_stays() -> None:
    assert kept(candidate("first"), candidate("second")) == ["first"]
    assert kept(candidate("first"), candidate("second", adopted=True)) == ["second"]
