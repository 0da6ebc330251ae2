"""What things cost is told no more exactly than it is known."""

from dataclasses import replace
from datetime import date

import pytest

from pillarplan.domain.knowledge.item import Cost
from pillarplan.domain.knowledge.price import Band, FreePart, Price, PriceBasis, band_of
from pillarplan.render.prices import cost_in_words, money_of
from tests.planner.worlds import resource
from tests.render.packets import ordinary

BOOK = resource("book", ("asking", 1, 2), price=30)
USUAL = Price(band=Band.FROM_20, basis=PriceBasis.USUAL)
SEEN = Price(
    band=Band.FROM_20,
    basis=PriceBasis.SEEN,
    amount=30,
    currency="USD",
    seen_on=date(2026, 11, 26),
    seen_at="https://example.org/",
)
ENOUGH = FreePart(what="the weekly article", enough=True)
TOO_LITTLE = FreePart(what="the first module", enough=False)


@pytest.mark.parametrize(
    ("cost", "price", "part", "words", "most"),
    [
        (Cost.FREE, None, None, "free", 0),
        (Cost.PAID, SEEN, None, "30 USD, seen on 2026-11-26", 30),
        (Cost.PAID, USUAL, None, "usually 20 to 50 USD (an estimate)", 50),
        (Cost.FREEMIUM, USUAL, ENOUGH, "free as far as you need it", 0),
        (
            Cost.FREEMIUM,
            USUAL,
            TOO_LITTLE,
            "free in part, usually 20 to 50 USD (an estimate)",
            50,
        ),
        (
            Cost.PAID,
            Price(band=Band.OVER_1000, basis=PriceBasis.USUAL),
            None,
            "usually over 1,000 USD (an estimate)",
            None,
        ),
        (Cost.PAID, None, None, "paid", None),
    ],
)
def test_an_estimate_is_called_one_and_counts_by_its_upper_end(
    cost: Cost,
    price: Price | None,
    part: FreePart | None,
    words: str,
    most: float | None,
) -> None:
    item = replace(BOOK, cost=cost, price=price, free_part=part)

    assert cost_in_words(item) == words
    assert item.most_money == most
    assert item.is_free is (most == 0)


@pytest.mark.parametrize(
    ("amount", "band"),
    [
        (0.5, Band.UNDER_20),
        (20, Band.UNDER_20),
        (20.5, Band.FROM_20),
        (200, Band.FROM_50),
        (1000, Band.FROM_200),
        (1000.01, Band.OVER_1000),
    ],
)
def test_an_amount_belongs_to_the_lowest_band_that_holds_it(
    amount: float, band: Band
) -> None:
    assert band_of(amount) is band


@pytest.mark.parametrize(
    ("money", "open_prices", "words"),
    [
        (0, 0, []),
        (1250, 0, ["at most 1,250 USD"]),
        (50, 1, ["at most 50 USD", "and 1 price without a limit"]),
        (0, 2, ["2 prices without a limit"]),
    ],
)
def test_a_sum_is_told_with_at_most(
    money: float, open_prices: int, words: list[str]
) -> None:
    totals = replace(ordinary().roadmap.totals, money=money, open_prices=open_prices)

    assert list(money_of(totals)) == words
