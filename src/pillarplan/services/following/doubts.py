"""What a record says that counts for nothing now, and how to make it count again."""

from collections.abc import Iterator
from dataclasses import replace

from pillarplan.domain.person.profile import Profile
from pillarplan.domain.text import join_words
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
    """Yield what the record names and the knowledge base has no longer.

    Nothing of it is gone from the record, and it counts again once the name is back.
    """
    knowledge = workspace.knowledge
    if profile.role and knowledge.role(profile.role) is None:
        yield (
            f"Your role {profile.role} is no longer in the knowledge base, so that "
            "only targets of your own count. Add it to your overlay again, or choose "
            "another: pillarplan plan --role ROLE"
        )
    contexts = {*profile.contexts} - {each.id for each in knowledge.contexts()}
    told = {*profile.targets, *(each.skill for each in profile.ratings)}
    skills = told - {each.id for each in knowledge.outlines()}
    plan = profile.current_roadmap
    open_items = {each.id for each in plan.open_items()} if plan else set()
    items = {each for each in open_items if knowledge.item(each) is None}
    for what, names in (("Contexts", contexts), ("Skills", skills), ("Items", items)):
        if names:
            yield (
                f"{what} that the knowledge base has no longer: "
                f"{join_words(sorted(names))}. Your record keeps all that you told of "
                "them. To go on with them, add them to your overlay again; to go on "
                "without them: pillarplan plan"
            )
