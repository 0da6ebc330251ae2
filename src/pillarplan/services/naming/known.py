"""Ids that a person wrote, checked against what there is, with suggestions."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NoReturn

from pillarplan.domain.knowledge.item import Item
from pillarplan.domain.knowledge.skill import Context, Role, Skill, SkillOutline
from pillarplan.errors import UsageError

if TYPE_CHECKING:
    from pillarplan.knowledge.index.index import KnowledgeIndex


class UnknownNameError(UsageError):
    """The person named a skill, item or role that the knowledge base lacks."""

    def __init__(
        self,
        kind: str,
        name: str,
        near: Sequence[str],
        listing: str,
        known: Sequence[str] = (),
    ) -> None:
        hint = f" There are: {', '.join(known)}." if known else ""
        hint = f" Did you mean {' or '.join(near)}?" if near else hint
        super().__init__(f"There is no {kind} {name!r}.{hint} See: {listing}")


def known_skills(
    knowledge: "KnowledgeIndex", names: Iterable[str]
) -> tuple[SkillOutline, ...]:
    """Return the skills with these ids; raise UnknownNameError for any other."""
    outlines = {outline.id: outline for outline in knowledge.outlines()}
    return tuple(
        outlines[name] if name in outlines else _unknown(knowledge, "skill", name)
        for name in names
    )


def known_skill(knowledge: "KnowledgeIndex", name: str) -> Skill:
    """Return the skill with this id and its levels, or raise UnknownNameError."""
    return knowledge.skill(name) or _unknown(knowledge, "skill", name)


def known_items(knowledge: "KnowledgeIndex", names: Iterable[str]) -> tuple[Item, ...]:
    """Return the resources and practices with these ids, or raise UnknownNameError."""
    return tuple(
        knowledge.item(name) or _unknown(knowledge, "item", name) for name in names
    )


def known_role(knowledge: "KnowledgeIndex", name: str) -> Role:
    """Return the role with this id, or raise UnknownNameError."""
    return knowledge.role(name) or _unknown(knowledge, "role", name)


def known_contexts(
    knowledge: "KnowledgeIndex", names: Iterable[str]
) -> tuple[Context, ...]:
    """Return the contexts with these ids, or raise UnknownNameError."""
    contexts = {context.id: context for context in knowledge.contexts()}
    return tuple(
        contexts.get(name) or _unknown(knowledge, "context", name) for name in names
    )


def known_languages(knowledge: "KnowledgeIndex", codes: Iterable[str]) -> None:
    """Raise UsageError for a language in which there is nothing to learn from.

    Where there is nothing at all, one finds it oneself, in whatever language.
    """
    known = knowledge.languages()
    for code in codes if known else ():
        if code not in known:
            raise UsageError(
                f"There is nothing in the language {code!r}. There are: "
                f"{', '.join(known)}."
            )


LISTINGS = {
    "skill": "pillarplan kb list",
    "item": "pillarplan kb search WORDS",
    "role": "pillarplan kb list --roles",
    "context": "pillarplan kb list --roles",
}


def suggestions(knowledge: "KnowledgeIndex", kind: str, name: str) -> tuple[str, ...]:
    """Return the ids of this kind that `name` may be a slip for, nearest first."""
    kinds = ("resource", "practice") if kind == "item" else (kind,)
    return tuple(each for kind in kinds for each in knowledge.suggest(name, kind))[:3]


def _unknown(knowledge: "KnowledgeIndex", kind: str, name: str) -> NoReturn:
    near = suggestions(knowledge, kind, name)
    few: Sequence[Role | Context] = ()
    if kind in {"role", "context"}:
        few = knowledge.roles() if kind == "role" else knowledge.contexts()
    known = tuple(each.id for each in few)
    raise UnknownNameError(kind, name, near, LISTINGS[kind], known)
