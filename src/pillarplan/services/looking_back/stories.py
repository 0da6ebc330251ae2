"""What somebody can tell of their growth: levels that rose, and evidence as stories."""

from collections.abc import Iterable, Iterator

from pillarplan.domain.knowledge.item import Practice
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


def find_stories(back: Lookback) -> list[Story]:
    """Return the evidence of the time as stories, those that ended in a rise first.

    Evidence for a skill between two ratings of it makes one story.
    """
    groups: dict[tuple[Rating | None, Rating | None, str], list[Evidence]] = {}
    for each in back.profile.own_evidence:
        if back.covers(each.on) and not _is_first_word(back.profile, each):
            before, after = _around(back, each)
            groups.setdefault((before, after, each.skill), []).append(each)
    stories = [
        Story(
            skill=skill,
            name=back.skills[skill],
            level=before.level if before else None,
            situation=before.evidence if before else None,
            target=back.targets.get(skill, 0),
            own_target=skill in back.profile.targets,
            tasks=tuple(_tasks(back, actions[-1], before)),
            actions=tuple(actions),
            result=after.level if after else None,
            result_on=after.rated_on if after else None,
        )
        for (before, after, skill), actions in groups.items()
    ]
    return sorted(stories, key=_rises_first)


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


def _around(back: Lookback, shown: Evidence) -> tuple[Rating | None, Rating | None]:
    """Return the last level before evidence, and the first one after it."""
    levels = own_levels(back.profile, shown.skill)
    before = [each for each in levels if each.rated_on < shown.on]
    after = [each for each in levels if shown.on <= each.rated_on <= back.until]
    return before[-1] if before else None, after[0] if after else None


def _tasks(back: Lookback, shown: Evidence, before: Rating | None) -> Iterator[str]:
    """Yield the practices for the skill that were worked on until the evidence."""
    work: Iterable[Spent | Ended] = (*back.profile.spent, *back.profile.done)
    touched = (
        each.item
        for each in work
        if back.since <= each.on <= shown.on
        and (before is None or before.rated_on < each.on)
    )
    for name in dict.fromkeys(touched):
        item = back.knowledge.item(name)
        if isinstance(item, Practice) and shown.skill in {s.skill for s in item.steps}:
            yield item.title
