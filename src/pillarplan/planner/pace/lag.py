"""How far the adopted plan and the calendar are apart."""

from datetime import date

from pillarplan.domain.person.profile import Profile

FAR_WEEKS = 2
"""From how many weeks of work on a plan is far behind and better made anew."""


def hours_planned(profile: Profile, today: date) -> float:
    """Return the hours that the adopted plan had in mind before today, pauses apart."""
    if profile.roadmap is None:
        return 0.0
    return sum(
        each.hours
        for each in profile.roadmap.sessions
        if each.on < today and not profile.pause_on(each.on)
    )


def hours_far_behind(profile: Profile, today: date) -> float:
    """Return the hours by which the plan is behind; 0 while a new one is not worth it.

    Items that were finished or dropped no longer wait for their hours.
    """
    roadmap = profile.current_roadmap
    if roadmap is None:
        return 0.0
    waiting = {item.id for item in roadmap.open_items()}
    due = sum(
        each.hours
        for each in roadmap.sessions
        if each.on < today and each.item in waiting and not profile.pause_on(each.on)
    )
    behind = due - profile.hours_on(roadmap.open_items())
    far = FAR_WEEKS * roadmap.limits.availability.hours_per_week
    return behind if far and behind >= far else 0.0
