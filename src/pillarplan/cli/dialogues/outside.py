"""What hours went into: an item, or something that is told by its title alone."""

from collections.abc import Sequence
from functools import partial

from pillarplan.cli.dialogues.asking import Asking, confirmed
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.domain.person.work import Outside
from pillarplan.domain.text import one_line, wrapped
from pillarplan.errors import UsageError
from pillarplan.services.naming.called import Sort, id_called
from pillarplan.services.naming.known import known_skill
from pillarplan.services.naming.outside import (
    NotKnownError,
    find_outside,
    item_called,
    resembles,
)
from pillarplan.services.workspace import Workspace

FOR_WHICH = "For which skill was it? (a name; Enter: it was a slip)"


def what_is_meant(
    here: Surroundings, text: str, skills: Sequence[str]
) -> Outside | str:
    """Return the id of the item that is meant, or what is told by its title.

    Who sits there is asked; a script says the skills with a title that nothing has.
    """
    outside = find_outside(here.workspace, text, skills)
    if outside is not None:
        return _unless_near(here, outside) if here.interactive and skills else outside
    try:
        return item_called(here.workspace, text)
    except NotKnownError as error:
        if not here.interactive:
            raise
        here.tell(error.found)
    return ask_what_for(Asking(here), here.workspace, text, "Nothing was recorded.")


def _unless_near(here: Surroundings, outside: Outside) -> Outside | str:
    """Offer the item that a title may stand for."""
    near = resembles(here.workspace, outside.title)
    question = f"Do you mean {near.title}?" if near else ""
    if near and confirmed(wrapped(question, here.width), usual=False):
        return near.id
    return outside


def ask_what_for(
    asking: Asking, workspace: Workspace, text: str, refusal: str
) -> Outside:
    """Return something told by its title, with its skill.

    Raises UsageError, with the `refusal`, if it was a slip.
    """
    skill = asking.read(FOR_WHICH, partial(skill_called, workspace))
    if skill is None:
        raise UsageError(refusal)
    return Outside(title=one_line(text), skills=(skill,))


def skill_called(workspace: Workspace, text: str) -> str:
    """Return the id of the skill that somebody names, or raise UsageError."""
    return known_skill(workspace.knowledge, id_called(workspace, text, Sort.SKILL)).id
