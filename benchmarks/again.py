"""Whether planning again moves anything while all goes to plan.

    .venv/bin/python -m benchmarks.again [--every 24] [--depth deep] [--show]

Made-up people adopt their plan, hold every session on its day and end every item with
its last one; on days 0, 9, 30 and 75 they plan again.  What is left of the adopted plan
should be what they get.  Prints on how many of them it is, apart for the skills in hand
and for the whole plan.
"""

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from benchmarks.instances import MONDAY
from benchmarks.made_people import Person, alike, everybody, open_workspace, rate
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.work import Ended, Spent
from pillarplan.domain.plan.availability import spread
from pillarplan.domain.plan.depth import Depth
from pillarplan.domain.plan.roadmap import Roadmap, Session
from pillarplan.planner.plans.plan import as_roadmap
from pillarplan.services.planning.asked import Asked
from pillarplan.services.planning.proposing import find_asked
from pillarplan.services.planning.wishes import Wishes

DAYS = (0, 9, 30, 75)
"""After so many days one plans again."""


@dataclass(frozen=True)
class Again:
    """What planning again after some days changes."""

    person: Person
    days: int
    left: tuple[Session, ...]
    """What the adopted plan still had."""
    planned: tuple[Session, ...]
    """What the new one has."""
    in_hand: frozenset[str]
    """The items of the skills in hand."""

    @property
    def keeps_all(self) -> bool:
        """Say whether nothing moves."""
        return self.left == self.planned

    @property
    def keeps_what_is_in_hand(self) -> bool:
        """Say whether nothing moves but what is taken up later."""
        left, planned = (
            [each for each in sessions if each.item in self.in_hand]
            for sessions in (self.left, self.planned)
        )
        return left == planned


def plan_again(people: Sequence[Person], cache: Path) -> Iterator[Again]:
    """Yield what planning again changes for people who share their ratings."""
    with tempfile.TemporaryDirectory() as home:
        workspace = open_workspace(Path(home), cache, MONDAY)
        rate(workspace, people[0])
        for person in people:
            wishes = Wishes(
                desk=spread(person.hours), focus=person.focus, depth=person.depth
            )
            asked = find_asked(workspace, wishes)
            first = as_roadmap(asked.draft(), asked.today)
            for days in DAYS:
                yield _after(person, asked, first, days)
        workspace.close()


def _after(person: Person, asked: Asked, first: Roadmap, days: int) -> Again:
    today = asked.today + timedelta(days=days)
    held = [each for each in first.sessions if each.on < today]
    again = replace(
        asked,
        today=today,
        limits=replace(asked.limits, starts_on=today),
        profile=lived(asked.profile, first, held),
    )
    return Again(
        person,
        days,
        left=tuple(each for each in first.sessions if each.on >= today),
        planned=as_roadmap(again.draft(), today).sessions,
        in_hand=frozenset(item.id for item in first.items if item.wave == 1),
    )


def lived(profile: Profile, roadmap: Roadmap, held: Sequence[Session]) -> Profile:
    """Return the profile of somebody who adopted a roadmap and held some sessions."""
    quarters: Counter[str] = Counter()
    for session in held:
        quarters[session.item] += int(session.hours * 4)
    last = {session.item: session.on for session in held}
    return replace(
        profile,
        roadmap=roadmap,
        spent=tuple(Spent(on=s.on, item=s.item, hours=s.hours) for s in held),
        done=tuple(
            Ended(on=last[item.id], item=item.id)
            for item in roadmap.items
            if quarters[item.id] == item.hours * 4
        ),
    )


def main() -> None:
    """Plan again for some people, and print how many plans stay."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=24, metavar="N")
    parser.add_argument("--depth", type=Depth, default=Depth.SOLID, choices=Depth)
    parser.add_argument("--show", action="store_true", help="whose plan moves")
    asked = parser.parse_args()
    people = list(everybody(asked.depth))[:: asked.every]
    with tempfile.TemporaryDirectory() as cache:
        open_workspace(Path(cache), Path(cache), MONDAY).knowledge.close()
        made = [
            again for some in alike(people) for again in plan_again(some, Path(cache))
        ]
    for days in DAYS:
        here = [each for each in made if each.days == days]
        kept = sum(each.keeps_all for each in here)
        in_hand = sum(each.keeps_what_is_in_hand for each in here)
        print(
            f"day {days:2}: all stays for {kept} of {len(here)}, "
            f"what is in hand for {in_hand}"
        )
    for each in made if asked.show else ():
        if not each.keeps_all:
            print(each.days, each.person, each.keeps_what_is_in_hand)


if __name__ == "__main__":
    main()
