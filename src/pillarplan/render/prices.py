"""What things cost, in words: never more exact than what is known."""

from collections.abc import Iterator

from pillarplan.domain.knowledge.item import Cost, Resource
from pillarplan.domain.knowledge.price import Band, Price, PriceBasis
from pillarplan.domain.plan.roadmap import Totals
from pillarplan.domain.text import counted

BAND_WORDS = {
    Band.UNDER_20: "under 20 USD",
    Band.FROM_20: "20 to 50 USD",
    Band.FROM_50: "50 to 200 USD",
    Band.FROM_200: "200 to 1,000 USD",
    Band.OVER_1000: "over 1,000 USD",
}


def money_of(totals: Totals) -> Iterator[str]:
    """Yield what a plan costs, if it costs anything."""
    if totals.money:
        yield f"at most {totals.money:,g} USD"
    if totals.open_prices:
        more = "and " if totals.money else ""
        yield f"{more}{counted(totals.open_prices, 'price')} without a limit"


def cost_in_words(resource: Resource) -> str:
    """Return in a few words whether a resource is free, and else what it costs.

    Nothing, if nobody said.
    """
    if resource.cost is Cost.FREE:
        return "free"
    if resource.cost is Cost.COMPANY:
        return "your company pays"
    if resource.is_free:
        return "free as far as you need it"
    part = "free in part" if resource.cost is Cost.FREEMIUM else ""
    price = price_in_words(resource.price) if resource.price else ""
    return ", ".join(filter(None, (part, price))) or str(resource.cost or "")


def price_in_words(price: Price) -> str:
    """Return a price as far as it is known; an estimate is called one."""
    if price.amount is None or price.basis is PriceBasis.USUAL:
        return f"usually {BAND_WORDS[price.band]} (an estimate)"
    on = f", seen on {price.seen_on}" if price.seen_on else ""
    return f"{price.amount:g} {price.currency}{on}"
