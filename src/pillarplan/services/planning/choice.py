"""Skills that a person chose for their plan: how long that holds, and how it ends."""

from collections.abc import Iterable, Mapping

from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.text import join_words


def still_chosen(profile: Profile, gaps: Iterable[Gap]) -> tuple[str, ...] | None:
    """Return the skills of the adopted plan's choice that are not at their targets.

    What was not rated yet stays chosen, and what the knowledge base lost does not.
    None if the plan has no choice.
    """
    if profile.roadmap is None or not profile.roadmap.limits.skills:
        return None
    waiting = {each.skill for each in gaps if each.size or _is_unknown(each)}
    return tuple(each for each in profile.roadmap.limits.skills if each in waiting)


def tell_choice(
    profile: Profile,
    stated: Iterable[str] | None,
    chosen: tuple[str, ...],
    names: Mapping[str, str],
) -> str:
    """Return what became of an earlier choice that the person did not make anew.

    `names` has the names of the skills that the knowledge base holds.
    """
    before = profile.roadmap.limits.skills if profile.roadmap else ()
    if not before or stated is not None:
        return ""

    def called(skills: Iterable[str]) -> str:
        return join_words(names.get(skill, skill) for skill in skills)

    if not chosen:
        return (
            f"Your choice of {called(before)} is at its end: all are at their "
            "targets. The widest gaps count again."
        )
    return f"You chose {called(chosen)}. To let go of that: pillarplan plan --focus 3"


def _is_unknown(gap: Gap) -> bool:
    return gap.applies and gap.current is None
