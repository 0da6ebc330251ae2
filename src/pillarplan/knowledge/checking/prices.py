"""What can be wrong with what an entry says of its price, as it stands in a file."""

from collections.abc import Iterator, Mapping
from typing import Any

from pillarplan.domain.knowledge.price import Band, PriceBasis, band_of

SIGHTING = ("amount", "currency", "seen_on", "seen_at")
"""What somebody writes down who saw a price."""


def price_flaws(record: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield what does not fit in cost, price and free part of an entry, and where."""
    cost, price = record.get("cost"), record.get("price")
    if cost == "free" and price is not None:
        yield ("price",), "what is free has no price"
    if cost == "company" and price is not None:
        yield ("price",), "what your company pays for has no price"
    if record.get("free_part") is not None and cost in ("free", "paid", "company"):
        yield ("free_part",), f"what is {cost} has no free part; freemium has"
    if isinstance(price, dict):
        for message in _in_price(price):
            yield ("price",), message


def _in_price(price: Mapping[str, Any]) -> Iterator[str]:
    stated = [key for key in SIGHTING if price.get(key) is not None]
    basis, band, amount = (price.get(key) for key in ("basis", "band", "amount"))
    if ("amount" in stated) != ("currency" in stated):
        yield "state the amount with its currency"
    if basis == PriceBasis.USUAL and stated:
        yield f"a usual price is a band only; it has no {stated[0]}"
    elif basis == PriceBasis.SEEN and len(stated) < len(SIGHTING):
        missing = next(key for key in SIGHTING if key not in stated)
        yield f"a price that was seen has also {missing}"
    elif basis is None and "amount" not in stated:
        yield "state a band with its basis, or the amount that was seen"
    if basis == PriceBasis.USUAL and band is None:
        yield "state the band of the usual price"
    if price.get("currency") == "USD" and _is_outside(amount, band):
        yield f"{amount:g} USD do not belong to the band {band}"


def _is_outside(amount: Any, band: Any) -> bool:
    """Say whether an amount lies in another band; one on the border fits both."""
    if not isinstance(amount, int | float) or band not in list(Band):
        return False
    return band not in (band_of(amount), band_of(amount + 0.01))
