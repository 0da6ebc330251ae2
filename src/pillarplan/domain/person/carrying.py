"""A person's record in the words of a newer knowledge base."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import accumulate
from typing import TypeVar

from pillarplan.domain.knowledge.constraint import Constraint
from pillarplan.domain.knowledge.step import Span
from pillarplan.domain.knowledge.succession import (
    Succession,
    Successors,
    givers_of,
)
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import Confidence, Rater, Rating
from pillarplan.domain.person.work import Ended, Evidence, Spent

Told = TypeVar("Told")
OnItem = TypeVar("OnItem", Spent, Ended)
Value = TypeVar("Value", int, Constraint)


def carried_over(profile: Profile, succession: Succession) -> Profile:
    """Return a profile in which what was said of an entry counts for its successors.

    A skill with one successor hands it all it has.  Where a skill was divided, each
    part starts from its level, unsure; that it does not apply is asked anew.  Where
    several became one, it starts from the lowest level of them, unsure, and from the
    highest target.  What was said of a successor itself always comes first.  Nothing is
    taken away, so that the past can still be told in its own words.
    """
    skills, items = succession.skills, succession.items
    ratings = tuple(_ratings(profile.ratings, skills))
    spent = tuple(_handed_items(profile.spent, items))
    dropped = tuple(_handed_items(profile.dropped, items))
    return replace(
        profile,
        role=profile.role and succession.role(profile.role),
        ratings=_joined(ratings),
        constraints=_handed_on(profile.constraints, skills) | dict(profile.constraints),
        targets=_handed_on(profile.targets, skills) | dict(profile.targets),
        weighed=_weights(profile, skills),
        evidence=tuple(_evidence(profile.evidence, skills)),
        done=tuple(_done(profile, succession, ratings)),
        spent=_joined(spent),
        spent_before_roadmap=len(_joined(spent[: profile.spent_before_roadmap])),
        dropped=_joined(dropped),
        dropped_before_roadmap=len(_joined(dropped[: profile.dropped_before_roadmap])),
    )


def _joined(groups: Iterable[tuple[Told, ...]]) -> tuple[Told, ...]:
    return tuple(each for group in groups for each in group)


Group = tuple[Rating, ...]
"""A rating, and what it says of the successors of its skill."""


def _ratings(ratings: tuple[Rating, ...], successors: Successors) -> Iterator[Group]:
    """Yield of each rating what it says, in the order of the record."""
    givers = givers_of(successors)
    rated = {(each.rater, each.skill) for each in ratings if each.skill in givers}
    lowest = _lowest(ratings, successors, givers)
    for place, rating in enumerate(ratings):
        heirs = successors.get(rating.skill, ())
        yield (
            rating,
            *(
                _handed(rating, skill, lowest.get((place, skill)), len(heirs) > 1)
                for skill in heirs
                if (rating.rater, skill) not in rated
                and not (len(heirs) > 1 and rating.level is None)
            ),
        )


def _handed(
    rating: Rating, skill: str, lowest: Rating | None, is_divided: bool
) -> Rating:
    """Return what a rating says of a successor, alone or together with others."""
    if lowest is not None:
        rating = replace(rating, level=lowest.level, confidence=Confidence.LOW)
    elif is_divided:
        rating = replace(rating, confidence=Confidence.LOW)
    return replace(rating, skill=skill)


def _lowest(
    ratings: tuple[Rating, ...],
    successors: Successors,
    givers: Mapping[str, Collection[str]],
) -> dict[tuple[int, str], Rating]:
    """Return the lowest rating of those that became one, as of each rating of them.

    It is found by the place of the rating and the skill that they became.
    """
    if all(len(each) == 1 for each in givers.values()):
        return {}
    latest: dict[tuple[Rater, str], Rating] = {}
    found: dict[tuple[int, str], Rating] = {}
    for place, rating in sorted(enumerate(ratings), key=lambda each: each[1].rated_on):
        latest[rating.rater, rating.skill] = rating
        for heir in successors.get(rating.skill, ()):
            if len(givers[heir]) > 1:
                known = (latest.get((rating.rater, each)) for each in givers[heir])
                found[place, heir] = min(filter(None, known), key=_level)
    return found


def _level(rating: Rating) -> tuple[bool, int]:
    """Return what ratings are compared by: one that does not apply says least."""
    return rating.level is None, rating.level or 0


def _weights(profile: Profile, successors: Successors) -> dict[str, int]:
    """Return how much skills matter apart from their ratings."""
    said = profile.importance
    handed_on = _handed_on(said, successors)
    new = {skill: each for skill, each in handed_on.items() if skill not in said}
    return new | dict(profile.weighed)


def _evidence(
    lines: tuple[Evidence, ...], successors: Successors
) -> Iterator[Evidence]:
    """Yield all evidence, each line followed by what it shows now."""
    new = givers_of(successors)
    told = frozenset(each for each in lines if each.skill in new)
    for line in lines:
        yield line
        for skill in successors.get(line.skill, ()):
            if (handed := replace(line, skill=skill)) not in told:
                yield handed


def _handed_items(
    entries: tuple[OnItem, ...], successors: Successors
) -> Iterator[tuple[OnItem, ...]]:
    """Yield entries on items, each with what it says of those in their place."""
    new = givers_of(successors)
    told = frozenset(each for each in entries if each.item in new)
    for entry in entries:
        group = [entry]
        for item in successors.get(entry.item, ()):
            handed: OnItem = replace(entry, item=item)
            if handed not in told:
                group.append(handed)
        yield tuple(group)


def _done(
    profile: Profile, succession: Succession, ratings: tuple[Group, ...]
) -> Iterator[Ended]:
    """Yield what was finished, each followed by the items that took its place."""
    places = list(accumulate(map(len, ratings), initial=0))
    for each in profile.done:
        before, ended = places[min(each.ratings_before, len(ratings))], each
        meant = each.meant
        spans = tuple(_closes(meant.closes, succession.skills)) if meant else ()
        if meant and spans != meant.closes:
            ended = replace(ended, meant=replace(meant, closes=spans))
        if before != ended.ratings_before:
            ended = replace(ended, ratings_before=before)
        yield ended
        for item in succession.items.get(ended.item, ()):
            if item not in profile.finished:
                yield replace(ended, item=item)


def _closes(spans: Iterable[Span], successors: Successors) -> Iterator[Span]:
    """Yield what something finished was meant for, and for which skills it counts."""
    spans = tuple(spans)
    yield from spans
    for span in spans:
        for skill in successors.get(span.skill, ()):
            if (handed := replace(span, skill=skill)) not in spans:
                yield handed


def _handed_on(values: Mapping[str, Value], successors: Successors) -> dict[str, Value]:
    """Return what successors get: the highest, where several became one."""
    handed: dict[str, Value] = {}
    for skill, value in values.items():
        for heir in successors.get(skill, ()):
            handed[heir] = max(value, handed.get(heir, value))
    return handed
