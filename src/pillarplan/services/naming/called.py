"""Names as people type them, turned into ids: the one way for all commands.

An id is always itself, so that no script changes its meaning.  Else a number is that of
the adopted roadmap; a title, or words of one, is looked for in the roadmap first, then
in the knowledge base.  One clear match is taken, and named where it was not typed in
full; several are listed.  What matches nothing stays as it is: whoever needs it knows
what it should have been, and suggests what is near (`known.py`).
"""

from collections.abc import Iterable, Sequence
from enum import Enum

from pillarplan.domain.knowledge.bare import is_bare
from pillarplan.domain.plan.numbering import item_numbers
from pillarplan.domain.plan.roadmap import OPEN
from pillarplan.errors import UsageError
from pillarplan.services.naming.matching import (
    Named,
    find_meant,
    find_mistyped,
    is_name,
    words_of,
)
from pillarplan.services.workspace import Workspace

MOST_LISTED = 8
"""Who may mean more than these has to say more."""


class Sort(Enum):
    """What a name may be wanted of: kinds of entries, what is meant first in front."""

    ITEM = (("resource", "practice"),)
    SKILL = (("skill",),)
    ENTRY = (("skill", "pillar"), ("resource", "practice"))
    PILLAR = (("pillar",),)
    ROLE = (("role",),)
    CONTEXT = (("context",),)

    @property
    def kinds(self) -> tuple[str, ...]:
        """All kinds of entries."""
        return tuple(kind for group in self.value for kind in group)

    @property
    def is_planned(self) -> bool:
        """Whether a roadmap holds such things, and numbers them."""
        return "practice" in self.kinds


class AmbiguousNameError(UsageError):
    """What the person typed may mean several things."""

    def __init__(self, text: str, found: Sequence[Named]) -> None:
        shown = {_typed(each): each.title for each in found[:MOST_LISTED]}
        width = max(map(len, shown))
        lines = [f"{text!r} may mean one of these. Type what stands in front of it:"]
        lines += [f"  {name:{width}}  {title}" for name, title in shown.items()]
        if more := len(found) - len(shown):
            lines.append(f"  and {more} more; another word tells them apart")
        super().__init__("\n".join(lines))


class UnknownNumberError(UsageError):
    """The adopted roadmap has no item of this number, or there is none at all."""

    def __init__(self, text: str, last: int) -> None:
        has = f"Your plan has the numbers 1 to {last}, and no {text}."
        super().__init__(
            f"{has} See: pillarplan roadmap"
            if last
            else f"There is no plan yet that has a number {text}: pillarplan plan"
        )


def id_called(workspace: Workspace, text: str, sort: Sort) -> str:
    """Return the id of what `text` means, else `text`.

    Raises UsageError if it may mean several things, or is a number that the adopted
    roadmap does not have.
    """
    name = text.strip()
    in_hand, over = planned(workspace) if sort.is_planned else ((), ())
    roadmap = (*in_hand, *over)
    if any(each.id == name for each in roadmap):
        return name  # without a look at the knowledge base
    if name in workspace.knowledge.titles(sort.kinds, name):
        return name
    if sort.is_planned and is_bare(name):
        return name  # made for its step, wherever that is
    if all(word.isdecimal() for word in name.split()[:2]) and " " in name:
        raise UsageError(f"{name!r} are several numbers. Name one at a time.")
    if sort.is_planned and name.isdecimal():
        found = _numbered(roadmap, name)
    else:
        *first, last = (kept(workspace, kinds) for kinds in sort.value)
        near = _by_nearness(first, in_hand, over) if sort.is_planned else [last]
        far = last if sort.is_planned else ()
        found = find_meant(name, near, far)
        if not found and " " in name:  # a title; of an id the base knows what is near
            _refuse_slip(name, [each for group in near for each in group])
    if len(found) > 1:
        raise AmbiguousNameError(name, found)
    for each in found:
        _tell(workspace, name, each)
    return found[0].id if found else text


def _by_nearness(
    others: Iterable[Sequence[Named]], in_hand: Sequence[Named], over: Sequence[Named]
) -> list[Sequence[Named]]:
    """Return what may be meant besides the knowledge base's items, the nearest first.

    What is open comes before the rest; a skill is as likely meant as an item of the
    plan.  But a bare step bears the name of its skill, and so comes after that.
    """
    before = [each for group in others for each in group]
    bare = [each for each in in_hand if before and is_bare(each.id)]
    return [[*before, *(each for each in in_hand if each not in bare)], bare, over]


def _refuse_slip(name: str, near: Sequence[Named]) -> None:
    """Raise UsageError if one thing is called much like this."""
    meant = find_mistyped(name, near)
    if len(meant) == 1:
        typed = _typed(meant[0])
        raise UsageError(
            f"There is nothing called {name!r}. Did you mean {typed}, {meant[0].title}?"
        )


def planned(workspace: Workspace) -> tuple[tuple[Named, ...], tuple[Named, ...]]:
    """Return what is open in the adopted roadmap, and the rest of it."""
    roadmap = workspace.profile().current_roadmap
    items = roadmap.items if roadmap else ()
    numbers = item_numbers(items)
    in_hand: list[Named] = []
    over: list[Named] = []
    for item in items:
        named = Named(id=item.id, title=item.title, number=numbers[item.id])
        (in_hand if item.state in OPEN else over).append(named)
    return tuple(in_hand), tuple(over)


def kept(workspace: Workspace, kinds: tuple[str, ...]) -> tuple[Named, ...]:
    """Return all entries of these kinds, in the order of the knowledge base."""
    titles = workspace.knowledge.titles(kinds)
    return tuple(Named(id=id_, title=title) for id_, title in titles.items())


def _numbered(roadmap: Sequence[Named], text: str) -> tuple[Named, ...]:
    found = tuple(each for each in roadmap if each.number == int(text))
    if not found:
        raise UnknownNumberError(text, len(roadmap))
    return found


def _tell(workspace: Workspace, text: str, meant: Named) -> None:
    """Say what was taken, but for who typed its name."""
    if not is_name(words_of(text), meant):
        workspace.warn(f"{text}: {meant.title} ({meant.id})")


def _typed(thing: Named) -> str:
    """Return the least that one has to type to mean it."""
    return thing.id if thing.number is None else str(thing.number)
