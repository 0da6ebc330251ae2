"""What to do now."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from pillarplan.domain.bounds import TOP_LEVEL
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import Confidence
from pillarplan.domain.person.work import Ended
from pillarplan.domain.plan.availability import Break
from pillarplan.domain.plan.roadmap import PlannedItem, Roadmap, Session, State
from pillarplan.domain.reports.next_action import Act, NextAction
from pillarplan.domain.text import counted, on_day


def next_action(profile: Profile, today: date) -> NextAction:
    """Return the one thing to do now."""
    pause = profile.pause_on(today)
    if pause is not None:
        return _rest(pause)
    if not profile.own_ratings or _is_interrupted(profile):
        return _rate(profile)
    adopted = profile.current_roadmap
    if adopted is None:
        return NextAction(
            act=Act.PLAN,
            sentence="Your ratings are in. Make a plan that fits your week.",
            command="pillarplan plan --hours 3",
        )
    return _follow(_around_pauses(adopted, profile), profile, today)


def _around_pauses(roadmap: Roadmap, profile: Profile) -> Roadmap:
    if not profile.pauses:
        return roadmap  # as most are, and then there is nothing to import
    from pillarplan.planner.pace.paused import around_pauses

    return around_pauses(roadmap, profile)


def _is_interrupted(profile: Profile) -> bool:
    assessment = profile.assessment
    return profile.roadmap is None and assessment is not None and assessment.is_pending


def _rest(pause: Break) -> NextAction:
    reason = f" ({pause.label})" if pause.label else ""
    return NextAction(
        act=Act.REST,
        sentence=f"Paused until {on_day(pause.last)}{reason}. "
        "Nothing is due; take your time.",
        command="pillarplan resume",
        on=pause.last + timedelta(days=1),
    )


def _rate(profile: Profile) -> NextAction:
    if not profile.own_ratings:
        sentence = "Rate yourself first; the quick interview takes about ten minutes."
    else:
        open_skills = len(profile.assessment.open) if profile.assessment else 0
        left = counted(open_skills, "skill") if open_skills else "one question"
        sentence = f"Go on with your interview: {left} left."
    return NextAction(act=Act.RATE, sentence=sentence, command="pillarplan assess")


def _follow(roadmap: Roadmap, profile: Profile, today: date) -> NextAction:
    item = _current_item(roadmap, profile)
    due = rerating_due(profile, today)
    if due is not None:
        return NextAction(
            act=Act.RERATE,
            sentence="Everything in the plan is done. Well done; now rate again."
            if item is None
            else _again(roadmap, due),
            command=f"pillarplan assess --skill {due}",
        )
    if item is None:
        rest = any(True for _ in roadmap.open_items())
        over = "What is left in the plan serves levels that you have reached."
        return NextAction(
            act=Act.PLAN,
            sentence=f"{over if rest else 'Everything in the plan is done.'} "
            "Well done. Plan what comes next.",
            command="pillarplan plan",
        )
    if roadmap.until < today:
        return NextAction(
            act=Act.PLAN,
            sentence=f"The plan ended on {on_day(roadmap.until)}. Make a new one.",
            command="pillarplan plan",
        )
    return _work(item, roadmap, profile, today)


def _again(roadmap: Roadmap, skill: str) -> str:
    name = roadmap.skill_names.get(skill, skill)
    if _works_on(roadmap, skill):
        return f"You were unsure of your level in {name}. Now you can tell: rate it."
    return f"You finished the work on {name}. Rate it again."


def _work(
    item: PlannedItem, roadmap: Roadmap, profile: Profile, today: date
) -> NextAction:
    verb = "Go on with" if item.state is State.STARTED else "Begin"
    session = _next_session(roadmap.sessions, item.id, today)
    return NextAction(
        act=Act.WORK,
        sentence=f"{verb} {item.title}.",
        command=f"pillarplan checkin --hours {item.id}=1",
        item=item.id,
        title=item.title,
        kind=item.kind,
        hours_left=profile.hours_left(item),
        on=session.on if session else today,
        at=session.at if session else None,
        advice=profile.advice_on(item.id),
    )


def _current_item(roadmap: Roadmap, profile: Profile) -> PlannedItem | None:
    """Return the item in hand: a started one first, else the first in the plan.

    None if nothing is open, or all of it only serves levels that were reached since.
    """
    items = list(roadmap.open_items())
    levels = {
        # What does not apply any more needs no more levels, either.
        skill: TOP_LEVEL if each.level is None else each.level
        for skill, each in profile.own_ratings.items()
    }
    if all(_is_late(item, levels) for item in items):
        return None
    started = (item for item in items if item.state is State.STARTED)
    return next(started, items[0])


def _is_late(item: PlannedItem, levels: Mapping[str, int]) -> bool:
    return (
        item.state is State.PLANNED
        and bool(item.closes)
        and all(levels.get(span.skill, 0) >= span.to for span in item.closes)
    )


def rerating_due(profile: Profile, today: date) -> str | None:
    """Return the skill to rate again, if there is one.

    Its day has come, or all is done; the work on it is finished, and newer than its
    last rating.  A rating of which the person was unsure is asked for before all
    others, and as soon as something is finished that can tell.
    """
    adopted = profile.current_roadmap
    if adopted is None:
        return None
    roadmap = _around_pauses(adopted, profile)
    all_done = not any(True for _ in roadmap.open_items())
    ratings = profile.own_ratings.items()
    unsure = {skill for skill, each in ratings if each.confidence is Confidence.LOW}
    return next(
        (
            each.skill
            for each in sorted(roadmap.rerate, key=lambda e: e.skill not in unsure)
            if (
                each.skill in unsure
                or (
                    (each.on <= today or all_done)
                    and not _works_on(roadmap, each.skill)
                )
            )
            and _worked_since_rating(profile, each.skill)
        ),
        None,
    )


def _worked_since_rating(profile: Profile, skill: str) -> bool:
    rating = profile.own_ratings.get(skill)
    return rating is None or any(
        profile.is_since(end, rating) for end in _finished(profile, skill)
    )


def _finished(profile: Profile, skill: str) -> Iterable[Ended]:
    """Return the planned items for `skill` that were finished."""
    assert profile.roadmap is not None
    items = {
        item.id
        for item in profile.roadmap.items
        if any(span.skill == skill for span in item.closes)
    }
    return (end for end in profile.done if end.item in items)


def _works_on(roadmap: Roadmap, skill: str) -> bool:
    return any(
        span.skill == skill for item in roadmap.open_items() for span in item.closes
    )


def _next_session(
    sessions: Iterable[Session], item_id: str, today: date
) -> Session | None:
    return next(
        (each for each in sessions if each.item == item_id and each.on >= today), None
    )
