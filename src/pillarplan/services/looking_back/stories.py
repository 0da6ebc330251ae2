"""What somebody can tell of their growth: levels that rose, and evidence as stories."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from pillarplan.domain.knowledge.item import Practice
from pillarplan.domain.person.debrief import Debrief
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import Rating
from pillarplan.domain.person.work import Ended, Evidence, Spent
from pillarplan.domain.reports.review import Rise, Story
from pillarplan.domain.reports.since_start import own_levels, reached, shown_since
from pillarplan.services.looking_back.lookback import Lookback


def find_rises(back: Lookback) -> Iterator[Rise]:
    """Yield the skills that ended higher than they had been, with what shows it."""
    for skill in dict.fromkeys(each.skill for each in back.profile.ratings):
        levels = own_levels(back.profile, skill)
        within = [each for each in levels if back.covers(each.rated_on)]
        before = [each for each in levels if each.rated_on < back.since] or within[:1]
        if not within or not _rises(before[-1], within[-1]):
            continue
        rise = reached(within)
        last = [each for each in levels if each.level != rise.level][-1]
        assert before[-1].level is not None
        assert within[-1].level is not None
        known = back.knowledge.skill(skill)
        yield Rise(
            skill=skill,
            name=back.skills[skill],
            before=before[-1].level,
            after=within[-1].level,
            target=back.targets.get(skill, 0),
            own_target=skill in back.profile.targets,
            on=rise.rated_on,
            means=known.levels.get(within[-1].level, ()) if known else (),
            evidence=rise.evidence
            or shown_since(back.profile, skill, last.rated_on, rise.rated_on),
        )


def _rises(before: Rating, after: Rating) -> bool:
    return (after.level or 0) > (before.level or 0)


class _Told(NamedTuple):
    """What was told of a skill between two ratings of it."""

    actions: list[Evidence]
    debriefs: list[Debrief]


def find_stories(back: Lookback) -> list[Story]:
    """Return the evidence of the time as stories, those that ended in a rise first.

    Evidence for a skill between two ratings of it makes one story, with the debriefs of
    what was practised.
    """
    groups: dict[tuple[Rating | None, Rating | None, str], _Told] = {}

    def told(on: date, skill: str) -> _Told:
        key = (*_around(back, on, skill), skill)
        return groups.setdefault(key, _Told([], []))

    told_there = set()
    for debrief in filter(lambda each: back.covers(each.on), back.profile.debriefs):
        for skill in debrief.skills[:1]:
            told(debrief.on, skill).debriefs.append(debrief)
            told_there.add((debrief.on, skill, debrief.account.happened))
    for each in back.profile.own_evidence:
        is_new = (each.on, each.skill, each.text) not in told_there
        if back.covers(each.on) and is_new and not _is_first_word(back.profile, each):
            told(each.on, each.skill).actions.append(each)
    stories = (_story(back, *key, group) for key, group in groups.items())
    return sorted(stories, key=_rises_first)


def _story(
    back: Lookback,
    before: Rating | None,
    after: Rating | None,
    skill: str,
    told: _Told,
) -> Story:
    days = [each.on for each in told.actions] + [each.on for each in told.debriefs]
    return Story(
        skill=skill,
        name=back.skills[skill],
        level=before.level if before else None,
        situation=before.evidence if before else None,
        target=back.targets.get(skill, 0),
        own_target=skill in back.profile.targets,
        tasks=tuple(_tasks(back, max(days), skill, before)),
        actions=tuple(told.actions),
        debriefs=tuple(told.debriefs),
        titles={
            each.item: back.knowledge.item_title(each.item) for each in told.debriefs
        },
        result=after.level if after else None,
        result_on=after.rated_on if after else None,
    )


def _rises_first(story: Story) -> bool:
    return (story.result or 0) <= (story.level or 0)


def _is_first_word(profile: Profile, shown: Evidence) -> bool:
    """Say whether evidence came with the first level of a skill.

    It tells where the person started, not what they did since.
    """
    first = next(iter(own_levels(profile, shown.skill)), None)
    return first is not None and (first.rated_on, first.evidence) == (
        shown.on,
        shown.text,
    )


def _around(
    back: Lookback, on: date, skill: str
) -> tuple[Rating | None, Rating | None]:
    """Return the last level of a skill before a day, and the first one from it on."""
    levels = own_levels(back.profile, skill)
    before = [each for each in levels if each.rated_on < on]
    after = [each for each in levels if on <= each.rated_on <= back.until]
    return before[-1] if before else None, after[0] if after else None


def _tasks(
    back: Lookback, until: date, skill: str, before: Rating | None
) -> Iterator[str]:
    """Yield the practices for a skill that were worked on until a day."""
    work: Iterable[Spent | Ended] = (*back.profile.spent, *back.profile.done)
    touched = (
        each.item
        for each in work
        if back.since <= each.on <= until
        and (before is None or before.rated_on < each.on)
    )
    for name in dict.fromkeys(touched):
        item = back.knowledge.item(name)
        if isinstance(item, Practice) and skill in {s.skill for s in item.steps}:
            yield item.title
