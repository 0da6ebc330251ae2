"""How it is written what a resource costs, and when it takes place."""

from typing import Annotated

from pydantic import Field

from pillarplan.domain.knowledge.occasion import Occasion
from pillarplan.domain.knowledge.price import (
    Band,
    FreePart,
    Price,
    PriceBasis,
    band_of,
)
from pillarplan.reading.fields import Address, Day, Line
from pillarplan.reading.written import Meant


class PriceEntry(Meant):
    """What one pays: ``{band: 20-50, basis: usual}``, or an amount that was seen.

    Version 1.0 knew ``{amount: 30, currency: USD}`` only, which still counts as seen.
    """

    band: Band | None = None
    basis: PriceBasis = PriceBasis.SEEN
    amount: Annotated[float, Field(gt=0, le=100_000)] | None = None
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None = None
    """ISO 4217 code."""
    seen_on: Day | None = None
    seen_at: Address | None = None
    """The page on which the amount stood."""

    def to_domain(self) -> Price:
        """Return the price; an amount without a band belongs to the lowest that fits.

        A price without both is refused before it comes here.
        """
        band = self.band or band_of(self.amount or 0)
        return Price(**{**self.content(), "band": band})


class FreePartEntry(Meant):
    """What a freemium resource gives for nothing."""

    what: Line
    enough: bool
    """It carries one over the steps that the resource claims."""

    def to_domain(self) -> FreePart:
        """Return the free part."""
        return FreePart(**self.content())


class OccasionEntry(Meant):
    """When an event or a meeting is: in some months, on days, or every few weeks."""

    months: tuple[Annotated[int, Field(ge=1, le=12)], ...] = ()
    """Of each year, from 1 to 12."""
    on: tuple[Day, ...] = ()
    every_weeks: Annotated[int, Field(ge=1, le=52)] | None = None
    place: Line | None = None
    book_weeks_ahead: Annotated[int, Field(ge=0, le=52)] | None = None
    """How long before it one has to sign up."""

    def to_domain(self) -> Occasion:
        """Return when it is."""
        return Occasion(**self.content())
