"""What a record says that counts for nothing now, and how to make it count again."""

from collections.abc import Iterator
from dataclasses import replace

from pillarplan.domain.editions.touched import find_touched
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.text import join_words
from pillarplan.render.editions.sentences import say_touched
from pillarplan.services.workspace import Workspace

FEW = 4
"""So many are named one by one."""


def find_doubts(workspace: Workspace) -> Iterator[str]:
    """Yield sentences on days to come, and on what the knowledge base lost."""
    quiet = replace(workspace, warn=lambda _: None)
    try:
        profile = quiet.profile()
        yield from _ahead(profile)
        yield from _lost(quiet, profile)
    finally:
        quiet.close()


def _ahead(profile: Profile) -> Iterator[str]:
    if profile.ahead:
        told = sorted({f"{each.told} of {each.on}" for each in profile.ahead})
        few = told if len(told) <= FEW else [*told[:FEW], f"{len(told) - FEW} more"]
        yield (
            f"Dated after today, and not counted before that day: {join_words(few)}. "
            "If a clock was wrong, take them back: pillarplan history --entries, then "
            "pillarplan amend ID --withdraw"
        )


def _lost(workspace: Workspace, profile: Profile) -> Iterator[str]:
    """Yield what the record names and the knowledge base has no longer, or not so.

    Nothing of it is gone from the record, and it counts again once the name is back.
    """
    knowledge = workspace.knowledge
    contexts = {*profile.contexts} - {each.id for each in knowledge.contexts()}
    if contexts:
        yield (
            f"Contexts that the knowledge base has no longer: "
            f"{join_words(sorted(contexts))}. To go on with them, add them to your "
            "overlay again; to go on without them: pillarplan plan"
        )
    yield from say_touched(find_touched(profile, workspace.edition_for(profile)))
