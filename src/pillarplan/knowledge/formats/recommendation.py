"""How the public lists are written that recommend resources."""

from typing import Annotated

from pydantic import Field

from pillarplan.domain.knowledge.recommendation import ListKind, PublicList
from pillarplan.reading.fields import Address, Line, Slug
from pillarplan.reading.written import Meant


class PublicListEntry(Meant):
    """A list of what somebody recommends, for anybody to read."""

    id: Slug
    title: Line
    by: Line
    url: Address
    year: Annotated[int, Field(ge=1900, le=2100)] | None = None
    """Of the version that was read."""
    kind: ListKind

    def to_domain(self) -> PublicList:
        """Return the list."""
        return PublicList(**self.content())


Recommended = dict[Slug, Annotated[tuple[Slug, ...], Field(min_length=1)]]
"""By the id of a resource the ids of the lists that name it."""

Guests = dict[Slug, Annotated[int, Field(ge=1, le=10_000)]]
"""By the id of a resource how many guests of the podcast named it."""

Synonyms = dict[Line, Annotated[tuple[Slug, ...], Field(min_length=1)]]
"""By a word in small letters the ids of the skills that it means, best one first."""
