"""What is told by its title, since neither the plan nor the knowledge base has it."""

from collections.abc import Sequence

from pillarplan.domain.person.work import Outside
from pillarplan.domain.text import one_line, slug
from pillarplan.errors import UsageError
from pillarplan.services.naming.called import Sort, id_called, kept, planned
from pillarplan.services.naming.known import known_items
from pillarplan.services.naming.matching import (
    Named,
    find_meant,
    find_mistyped,
    is_name,
    words_of,
)
from pillarplan.services.workspace import Workspace


class NotKnownError(UsageError):
    """No one thing is called so; a title of one's own may be told all the same."""

    def __init__(self, title: str, found: str) -> None:
        self.found = found
        """What there is instead, in a sentence."""
        super().__init__(
            f"{found}\nIf it is something else that you learnt, say for which skill: "
            f'pillarplan log "{title}" 1:30 --skill SKILL'
        )


def find_outside(
    workspace: Workspace, text: str, skills: Sequence[str]
) -> Outside | None:
    """Return what is meant by its title alone; None if it has to be an item.

    What is called just so in the plan or the knowledge base is always that.  Of what
    was told before, the skills are known.
    """
    title = one_line(text, len(text))
    if not title or title.isdecimal() or _is_item(workspace, title):
        return None
    before = _told_before(workspace, title)
    if before is not None:
        _, known = before
        return Outside(title=known.title, skills=tuple(skills) or known.skills)
    return Outside(title=title, skills=tuple(skills)) if skills else None


def item_called(workspace: Workspace, text: str) -> str:
    """Return the id of the item of a name.

    Raises NotKnownError if it is no name of one thing, and UsageError for a number
    that the plan does not have.
    """
    profile = workspace.profile()
    met = {item.id for item in profile.roadmap.items} if profile.roadmap else set()
    try:
        name = id_called(workspace, text, Sort.ITEM)
        if name not in met | {*profile.hours_spent, *profile.finished}:
            known_items(workspace.knowledge, [name])
    except UsageError as error:
        title = one_line(text)
        if all(word.isdecimal() for word in title.split()):
            raise
        raise NotKnownError(title, str(error)) from None
    return name


def resembles(workspace: Workspace, title: str) -> Named | None:
    """Return the one item that a title may stand for."""
    items = _items(workspace)
    found = find_meant(title, [items]) or find_mistyped(title, items)
    return found[0] if len(found) == 1 else None


def outside_id(workspace: Workspace, title: str) -> str:
    """Return the id under which hours on a title are kept; the same for the same."""
    before = _told_before(workspace, title)
    if before is not None:
        return before[0]
    return slug(title)


def _told_before(workspace: Workspace, title: str) -> tuple[str, Outside] | None:
    words = words_of(title)
    for id_, before in workspace.profile().outside.items():
        if before.title == title or (
            words and is_name(words, Named(id=id_, title=before.title))
        ):
            return id_, before
    return None


def _is_item(workspace: Workspace, title: str) -> bool:
    words, id_ = words_of(title), slug(title)
    return any(each.id == id_ or is_name(words, each) for each in _items(workspace))


def _items(workspace: Workspace) -> tuple[Named, ...]:
    in_hand, over = planned(workspace)
    (kinds,) = Sort.ITEM.value
    return (*in_hand, *over, *kept(workspace, kinds))
