"""Whether a person rates themselves higher or lower than others do, pillar by pillar.

The measure is a mean of differences: the person's own level less that of somebody
else, over all ratings by others of skills for which the person had a level on that day.
It is a hint for the person and changes nothing.  It does not say who is right; see
J. R. Edwards, "The Study of Congruence in Organizational Behavior Research" (1994), on
what a difference hides.  A little optimism is usual: H. Heidemeier and K. Moser,
"Self-Other Agreement in Job Performance Ratings" (2009), a meta-analysis.

Few ratings may differ by chance, so the mean of `n` of them is drawn towards 0, to
`n / (n + k)` of itself: H. Bühlmann, "Experience Rating and Credibility" (1967), where
`k` is the ratio of two variances.  That it is 4 is our assumption: single differences
scatter by a level, and the tendencies of people by half a level.  Below the least
numbers of ratings, people and rounds nothing is said, since one rater may be strict and
one round an odd one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from pillarplan.domain.person.rating import Rater, Rating
from pillarplan.domain.person.tendency import Tendency

FEWEST_RATINGS = 6
FEWEST_RATERS = 2
FEWEST_ROUNDS = 2

ROUND = timedelta(weeks=3)
"""Ratings within this time after the first of them belong to one round."""

SHRINKAGE = 4
"""The `k` above."""


class _Pair(NamedTuple):
    """A rating by somebody else, and the person's own level on that day."""

    skill: str
    rater: Rater
    round: date
    """The first day of its round."""
    difference: int


def find_tendencies(
    ratings: Sequence[Rating], pillars: Mapping[str, str], names: Mapping[str, str]
) -> tuple[Tendency, ...]:
    """Return the tendency in each pillar of which enough is known.

    `pillars` has the pillar of each skill, and `names` the pillars in their order.
    """
    pairs = tuple(_pairs(ratings))
    found = (
        _tendency(pillar, name, [p for p in pairs if pillars.get(p.skill) == pillar])
        for pillar, name in names.items()
    )
    return tuple(each for each in found if each is not None)


def _tendency(pillar: str, name: str, pairs: Sequence[_Pair]) -> Tendency | None:
    raters = len({pair.rater for pair in pairs})
    rounds = len({pair.round for pair in pairs})
    if len(pairs) < FEWEST_RATINGS or raters < FEWEST_RATERS or rounds < FEWEST_ROUNDS:
        return None
    total = sum(pair.difference for pair in pairs)
    return Tendency(
        pillar=pillar,
        name=name,
        mean=round(total / len(pairs), 2),
        levels=round(total / (len(pairs) + SHRINKAGE), 2),
        ratings=len(pairs),
        raters=raters,
        rounds=rounds,
    )


def _pairs(ratings: Sequence[Rating]) -> Iterable[_Pair]:
    """Return the ratings that can be compared, the last word of each round only."""
    others = [each for each in ratings if not each.is_own]
    rounds = dict(_rounds(each.rated_on for each in others))
    pairs: dict[tuple[str, Rater, date], _Pair] = {}
    for each in sorted(others, key=lambda rating: rating.rated_on):
        own = _own_level(ratings, each.skill, each.rated_on)
        key = (each.skill, each.rater, rounds[each.rated_on])
        pairs.pop(key, None)
        if own is not None and each.level is not None:
            pairs[key] = _Pair(*key, own - each.level)
    return pairs.values()


def _rounds(days: Iterable[date]) -> Iterator[tuple[date, date]]:
    """Yield each day with the first day of its round."""
    first = date.min
    for day in sorted(set(days)):
        if first == date.min or day - first > ROUND:
            first = day
        yield day, first


def _own_level(ratings: Sequence[Rating], skill: str, day: date) -> int | None:
    """Return the level that the person gave themselves last by a day."""
    own = sorted(
        (
            each
            for each in ratings
            if each.skill == skill and each.is_own and each.rated_on <= day
        ),
        key=lambda each: each.rated_on,
    )
    return own[-1].level if own else None
