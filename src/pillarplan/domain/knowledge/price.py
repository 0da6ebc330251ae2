"""What a resource costs: an amount that somebody saw, or a band of amounts."""

from datetime import date
from enum import StrEnum

from pillarplan.domain.dataclass import dataclass


class Band(StrEnum):
    """A range of prices, in US dollars or as much in another currency."""

    UNDER_20 = "under-20"
    FROM_20 = "20-50"
    FROM_50 = "50-200"
    FROM_200 = "200-1000"
    OVER_1000 = "over-1000"

    @property
    def most(self) -> float | None:
        """The upper end; None for the band that has none."""
        return UPPER_ENDS[self]


UPPER_ENDS: dict[Band, float | None] = {
    Band.UNDER_20: 20.0,
    Band.FROM_20: 50.0,
    Band.FROM_50: 200.0,
    Band.FROM_200: 1000.0,
    Band.OVER_1000: None,
}


def band_of(amount: float) -> Band:
    """Return the lowest band that holds an amount."""
    fitting = (band for band, most in UPPER_ENDS.items() if most and amount <= most)
    return next(fitting, Band.OVER_1000)


class PriceBasis(StrEnum):
    """How a price is known."""

    SEEN = "seen"
    """Somebody saw it somewhere."""
    USUAL = "usual"
    """It is what such a thing usually costs: an estimate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What one pays for a resource that is not free."""

    band: Band
    basis: PriceBasis
    amount: float | None = None
    """What was seen; None where only the band is known."""
    currency: str | None = None
    """ISO 4217 code of the amount."""
    seen_on: date | None = None
    seen_at: str | None = None
    """Address of the page on which the amount stood."""

    @property
    def most(self) -> float | None:
        """What it costs at most; None where nothing limits it."""
        return self.band.most if self.amount is None else self.amount


@dataclass(frozen=True, slots=True, kw_only=True)
class FreePart:
    """What a resource gives for nothing, though not all of it is free."""

    what: str
    enough: bool
    """The free part carries one over the steps that the resource claims."""
