"""Four lights for a level: what stands behind it, each with its receipts.

A level is a person's own word.  Lights say what else there is: whether it was said,
done at work with something to show, seen by somebody else, and whether it still held
after a quarter.  Nothing but the record lights one, and what is taken back or
contradicted puts it out again.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.person.profile import PRACTICE, Profile
from pillarplan.domain.person.rating import Rating
from pillarplan.domain.person.work import Ended

LASTING = timedelta(days=90)
"""What still holds after so long is no mood."""


class Backing(StrEnum):
    """What a light stands for."""

    SAID = "said"
    """The person gave themselves the level."""
    DONE = "done"
    """A practice for the level is done, and a line of evidence shows it."""
    SEEN = "seen"
    """Somebody else sees the level, or a higher one, and nobody denied it later."""
    STILL = "still"
    """Ninety days after it was first said, the level was said or seen again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """An entry of the record that makes a light shine."""

    on: date
    kind: str
    """``rated``, ``finished`` or ``evidence``: the kind of its entry."""
    text: str = ""
    """The title of a practice, or the line that shows it."""
    level: int | None = None
    """What a rating said."""
    by: str = ""
    """Who gave a rating; empty for the person."""
    item: str | None = None
    """What was finished."""
    entry: str = ""
    """The short id of the entry, where it was looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Light:
    """Whether something stands behind a level."""

    backing: Backing
    receipts: tuple[Receipt, ...] = ()

    @property
    def is_on(self) -> bool:
        """Whether it shines: it does if there is a receipt."""
        return bool(self.receipts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lights:
    """The lights of a skill's level."""

    skill: str
    level: int
    lights: tuple[Light, ...]
    """In the order of `Backing`."""

    @property
    def on(self) -> frozenset[Backing]:
        """The lights that shine."""
        return frozenset(each.backing for each in self.lights if each.is_on)


def find_lights(profile: Profile, skill: str, day: date) -> Lights | None:
    """Return what stood behind the level of a skill at the end of a day.

    None if the person had given themselves none, or level 0, behind which nothing
    stands.
    """
    told = [
        rating
        for rating in profile.ratings_by_day
        if rating.skill == skill and rating.rated_on <= day
    ]
    own = [rating for rating in told if rating.is_own]
    if not own or not own[-1].level:
        return None
    level = own[-1].level
    said = _latest_run(own, level)
    seen = _seen(told, level)
    return Lights(
        skill=skill,
        level=level,
        lights=(
            Light(backing=Backing.SAID, receipts=(_rated(said[0]),)),
            Light(
                backing=Backing.DONE, receipts=tuple(_done(profile, skill, level, day))
            ),
            Light(backing=Backing.SEEN, receipts=tuple(map(_rated, seen))),
            Light(backing=Backing.STILL, receipts=tuple(_still(said, seen))),
        ),
    )


def _latest_run(own: list[Rating], level: int) -> list[Rating]:
    """Return the latest ratings with a level, without a break by another one."""
    run: list[Rating] = []
    for rating in reversed(own):
        if rating.level != level:
            break
        run.insert(0, rating)
    return run


def _seen(told: list[Rating], level: int) -> list[Rating]:
    """Return the last word of each other person, if the newest of all agree."""
    last = {
        each.rater: each for each in told if not each.is_own and each.level is not None
    }
    newest = max((each.rated_on for each in last.values()), default=None)
    agree = [each for each in last.values() if (each.level or 0) >= level]
    if any(each not in agree for each in last.values() if each.rated_on == newest):
        return []
    return sorted(agree, key=lambda each: each.rated_on)


def _done(profile: Profile, skill: str, level: int, day: date) -> Iterator[Receipt]:
    """Yield the practices for a level that are done, and what shows each of them."""
    shown = [each for each in profile.own_evidence if each.skill == skill]
    for ended in profile.done:
        if ended.on > day or not _is_for(ended, skill, level):
            continue
        begun = min(
            (each.on for each in profile.spent if each.item == ended.item),
            default=ended.on,
        )
        proof = [each for each in shown if begun <= each.on <= day]
        if proof and ended.meant:
            yield Receipt(
                on=ended.on, kind="finished", text=ended.meant.title, item=ended.item
            )
            for each in proof:
                yield Receipt(on=each.on, kind="evidence", text=each.text)


def _is_for(ended: Ended, skill: str, level: int) -> bool:
    meant = ended.meant
    return (
        meant is not None
        and meant.kind == PRACTICE
        and any(span.skill == skill and span.to >= level for span in meant.closes)
    )


def _still(said: list[Rating], seen: list[Rating]) -> Iterator[Receipt]:
    """Yield who said the level again once it had lasted."""
    since = said[0].rated_on + LASTING
    yield from (_rated(each) for each in (*said, *seen) if each.rated_on >= since)


def _rated(rating: Rating) -> Receipt:
    by = "" if rating.is_own else rating.rater.name
    return Receipt(on=rating.rated_on, kind="rated", level=rating.level, by=by)
