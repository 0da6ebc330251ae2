"""What of a person's record others may read: what it lacks, no page can show."""

from dataclasses import replace

from pillarplan.domain.person.profile import Profile


def for_others(profile: Profile, *, with_notes: bool = False) -> Profile:
    """Return the record as somebody else may read it.

    What was marked private is never in it.  Only `with_notes` it holds the notes of
    check-ins, why items were dropped, and what others said.
    """
    return replace(
        profile,
        evidence=tuple(each for each in profile.evidence if not each.private),
        promises=tuple(each for each in profile.promises if not each.private),
        debriefs=tuple(each for each in profile.debriefs if not each.private),
        notes=tuple(each for each in profile.notes if with_notes and not each.private),
        advice=profile.advice if with_notes else (),
        dropped=profile.dropped
        if with_notes
        else tuple(replace(each, reason="") for each in profile.dropped),
        ratings=tuple(each for each in profile.ratings if with_notes or each.is_own),
    )
